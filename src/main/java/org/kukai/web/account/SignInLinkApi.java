package org.kukai.web.account;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import org.kukai.account.Account;
import org.kukai.account.Role;
import org.kukai.account.SignInLink;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Origin;

/** Sign-in links of raters, for scripts of an admin. */
@Path("/api/accounts/{id}/sign-in-link")
@RolesAllowed(Role.ADMIN_NAME)
class SignInLinkApi {
    /** The whole link, which is shown this once. */
    record Issued(String url) {}

    private final CurrentVisitor visitor;
    private final Clock clock;

    SignInLinkApi(CurrentVisitor visitor, Clock clock) {
        this.visitor = visitor;
        this.clock = clock;
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public Issued renew(@RestPath UUID id, RoutingContext request) {
        String path = SignInLink.issue(Account.get(id), visitor.account(), clock.instant());
        return new Issued(Origin.publicAddress(path, request));
    }

    @DELETE
    @Transactional
    public void revoke(@RestPath UUID id) {
        SignInLink.revoke(Account.get(id), clock.instant());
    }
}
