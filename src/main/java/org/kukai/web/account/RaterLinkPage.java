package org.kukai.web.account;

import java.net.URI;
import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestPath;

import org.kukai.account.Account;
import org.kukai.account.Role;
import org.kukai.account.SignInLink;
import org.kukai.web.QrCode;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;
import org.kukai.web.security.Once;
import org.kukai.web.security.Origin;

/** A rater's sign-in link, in an admin's hands: made anew for whoever lost theirs, or revoked. */
@Path("/accounts/{id}/sign-in-link")
@RolesAllowed(Role.ADMIN_NAME)
class RaterLinkPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance raterLink(Account account, String link, QrCode code);

        private Templates() {}
    }

    private final CurrentVisitor visitor;
    private final Clock clock;
    private final Flash flash;
    private final Once once;

    RaterLinkPage(CurrentVisitor visitor, Clock clock, Flash flash, Once once) {
        this.visitor = visitor;
        this.clock = clock;
        this.flash = flash;
        this.once = once;
    }

    /** The page after the redirect shows the link, since it is nowhere kept. */
    @POST
    @Transactional
    public Response renew(@RestPath UUID id, RoutingContext request) {
        String path = SignInLink.issue(Account.get(id), visitor.account(), clock.instant());
        return once.show(Origin.publicAddress(path, request), "/accounts/" + id + "/sign-in-link");
    }

    @GET
    @Transactional
    public Object show(@RestPath UUID id) {
        Account account = Account.get(id);
        String link = once.take();
        return link.isEmpty()
                ? back("A sign-in link is shown once. Make another if it is lost.")
                : Templates.raterLink(account, link, QrCode.of(link));
    }

    @POST
    @Path("revocation")
    @Transactional
    public Response revoke(@RestPath UUID id) {
        Account account = Account.get(id);
        boolean was = SignInLink.revoke(account, clock.instant());
        return back(
                was
                        ? "The sign-in link of “" + account.name + "” is revoked: it signs nobody in any more."
                        : "“" + account.name + "” has no sign-in link.");
    }

    private Response back(String said) {
        flash.say(said);
        return Response.seeOther(URI.create("/accounts")).build();
    }
}
