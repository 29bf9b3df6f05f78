package org.kukai.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Account;
import org.kukai.account.Visitor;

/** Who makes the present request; templates know it as {@code visitor}. */
@Named("visitor")
@RequestScoped
public class CurrentVisitor {
    private final CurrentIdentityAssociation identity;
    private final RoutingContext request;
    private @Nullable Visitor found;

    CurrentVisitor(CurrentIdentityAssociation identity, RoutingContext request) {
        this.identity = identity;
        this.request = request;
    }

    /** Finds out who it is without holding up the thread, so that {@link #orNull} knows on any; true when somebody is signed in. */
    public Uni<Boolean> known() {
        return identity.getDeferredIdentity()
                .map(who -> {
                    found = who.getAttribute(Authentication.VISITOR);
                    return found != null;
                })
                .onFailure()
                .recoverWithItem(false);
    }

    /** The visitor, or null when nobody is signed in, or when this thread may not wait to find out (bare error pages). */
    public @Nullable Visitor orNull() {
        if (found != null || !BlockingOperationControl.isBlockingAllowed()) {
            return found;
        }
        return identity.getIdentity().getAttribute(Authentication.VISITOR);
    }

    /**
     * The visitor of an endpoint that requires a role.
     *
     * @throws UnauthorizedException when nobody is signed in
     */
    public Visitor get() {
        Visitor visitor = orNull();
        if (visitor == null) {
            throw new UnauthorizedException();
        }
        return visitor;
    }

    /** The visitor's account, in the caller's transaction. */
    public Account account() {
        return Account.findById(get().accountId());
    }

    /** Whether the browser comes with the session of an account that is disabled. */
    public boolean isShutOut() {
        return orNull() == null
                && Authentication.DISABLED.equals(request.response().headers().get(Authentication.ACCOUNT));
    }

    public boolean isSignedIn() {
        return orNull() != null;
    }

    public boolean isAdmin() {
        Visitor visitor = orNull();
        return visitor != null && visitor.isAdmin();
    }

    public String getName() {
        Visitor visitor = orNull();
        return visitor == null ? "" : visitor.name();
    }
}
