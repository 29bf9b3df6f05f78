package org.kukai.web.account;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.account.SignInLink;
import org.kukai.web.QrCode;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;
import org.kukai.web.security.LocalAddress;
import org.kukai.web.security.Once;
import org.kukai.web.security.Origin;

/** A rater's own sign-in link: shown once when it is made, renewed and revoked. */
@Path(OwnLinkPage.PATH)
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class OwnLinkPage {
    static final String PATH = "/settings/sign-in-link";

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance ownLink(String link, QrCode code, String onward);

        private Templates() {}
    }

    private final CurrentVisitor visitor;
    private final Clock clock;
    private final Flash flash;
    private final Once once;

    OwnLinkPage(CurrentVisitor visitor, Clock clock, Flash flash, Once once) {
        this.visitor = visitor;
        this.clock = clock;
        this.flash = flash;
        this.once = once;
    }

    /** The address of the page, from which its reader goes on to another. */
    static URI goingOnTo(String onward) {
        return URI.create(PATH + "?onward=" + URLEncoder.encode(onward, StandardCharsets.UTF_8));
    }

    @GET
    public Object show(@RestQuery @Nullable String onward) {
        String link = once.take();
        String next = LocalAddress.orHome(onward);
        if (link.isEmpty()) {
            flash.say("A sign-in link is shown once. Make another under Settings if it is lost.");
            return Response.seeOther(URI.create(next.equals("/") ? "/settings" : next))
                    .build();
        }
        return Templates.ownLink(link, QrCode.of(link), next);
    }

    @POST
    @Transactional
    public Response renew(RoutingContext request) {
        String path = SignInLink.issue(visitor.account(), visitor.account(), clock.instant());
        return once.show(Origin.publicAddress(path, request), PATH);
    }

    @POST
    @Path("revocation")
    @Transactional
    public Response revoke() {
        boolean was = SignInLink.revoke(visitor.account(), clock.instant());
        flash.say(was ? "Your sign-in link is revoked: it signs nobody in any more." : "You have no sign-in link.");
        return Response.seeOther(URI.create("/settings")).build();
    }
}
