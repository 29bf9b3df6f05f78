package org.kukai.web.account;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.ResponseStatus;

import org.kukai.account.Role;
import org.kukai.account.SignInLink;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Origin;

/** The caller's own sign-in link, for scripts. */
@Path("/api/account/sign-in-link")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class OwnLinkApi {
    private final CurrentVisitor visitor;
    private final Clock clock;

    OwnLinkApi(CurrentVisitor visitor, Clock clock) {
        this.visitor = visitor;
        this.clock = clock;
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public SignInLinkApi.Issued renew(RoutingContext request) {
        String path = SignInLink.issue(visitor.account(), visitor.account(), clock.instant());
        return new SignInLinkApi.Issued(Origin.publicAddress(path, request));
    }

    @DELETE
    @Transactional
    public void revoke() {
        SignInLink.revoke(visitor.account(), clock.instant());
    }
}
