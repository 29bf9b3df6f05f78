package org.kukai.web.annotation;

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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Invitation;
import org.kukai.account.Role;
import org.kukai.annotation.Round;
import org.kukai.web.QrCode;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;
import org.kukai.web.security.Once;
import org.kukai.web.security.Origin;
import org.kukai.web.security.WayBack;

/** A link by which people without an account come to a round. */
@Path("/rounds/{id}/invitations")
@RolesAllowed(Role.ADMIN_NAME)
class RoundInvitationPage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance invitation(Round round, String url, QrCode code);

        private Templates() {}
    }

    private final CurrentVisitor visitor;
    private final Clock clock;
    private final Flash flash;
    private final Once once;
    private final WayBack wayBack;

    RoundInvitationPage(CurrentVisitor visitor, Clock clock, Flash flash, Once once, WayBack wayBack) {
        this.visitor = visitor;
        this.clock = clock;
        this.flash = flash;
        this.once = once;
        this.wayBack = wayBack;
    }

    /** The page after the redirect shows the link, since it is nowhere kept. */
    @POST
    @Transactional
    public Response invite(@RestPath UUID id, @RestForm @Nullable String people, RoutingContext request) {
        Round round = Round.get(id);
        int uses;
        Invitation.Issued issued;
        try {
            uses = Input.number("The number of people", people);
            issued = Invitation.issue(
                    visitor.account(), Role.RATER, uses, Invitation.USUAL_TIME, round.id, clock.instant());
        } catch (RefusedException refusal) {
            return wayBack.to("/rounds/" + id, request, refusal.getMessage());
        }
        flash.say("The invitation is made, for " + (uses == 1 ? "one person." : "up to " + uses + " people."));
        return once.show(Origin.publicAddress(issued.path(), request), "/rounds/" + id + "/invitations");
    }

    @GET
    @Transactional
    public Object show(@RestPath UUID id) {
        Round round = Round.get(id);
        String link = once.take();
        if (link.isEmpty()) {
            flash.say("An invitation link is shown once. Make another if it is lost.");
            return Response.seeOther(URI.create("/rounds/" + id)).build();
        }
        return Templates.invitation(round, link, QrCode.of(link));
    }
}
