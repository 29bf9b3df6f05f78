package org.kukai.web.annotation;

import java.net.URI;
import java.time.Clock;
import java.util.List;
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

import org.kukai.account.Role;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundProgress;
import org.kukai.annotation.VotePace;
import org.kukai.ranking.RoundAgreement;
import org.kukai.web.chart.Columns;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;
import org.kukai.web.security.Origin;

/** One round: for an admin how it goes, for a rater the way in. */
@Path("/rounds/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class RoundPage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance round(
                Round round,
                RoundProgress progress,
                List<RaterRow> raters,
                String agreement,
                Columns pace,
                String link);

        private Templates() {}
    }

    private final CurrentVisitor visitor;
    private final Clock clock;
    private final Flash flash;

    RoundPage(CurrentVisitor visitor, Clock clock, Flash flash) {
        this.visitor = visitor;
        this.clock = clock;
        this.flash = flash;
    }

    @GET
    @RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
    @Transactional
    public Object show(@RestPath UUID id, RoutingContext request) {
        if (!visitor.isAdmin()) {
            return Response.seeOther(URI.create("/rounds/" + id + "/vote")).build();
        }
        Round round = Round.get(id);
        return Templates.round(
                round,
                RoundProgress.of(round),
                RaterRow.of(round),
                Percent.of(RoundAgreement.raw(round)),
                pace(round),
                Origin.publicAddress("/rounds/" + id, request));
    }

    private static Columns pace(Round round) {
        VotePace pace = VotePace.of(round);
        int shown = "hour".equals(pace.unit()) ? "2026-11-20T12:00".length() : "2026-11-20".length();
        return Columns.of(
                "Votes per " + pace.unit() + " (UTC)",
                pace.slots().stream()
                        .map(slot -> new Columns.Amount(
                                slot.start().toString().substring(0, shown).replace('T', ' '), slot.votes()))
                        .toList());
    }

    @POST
    @Path("closure")
    @Transactional
    public Response close(@RestPath UUID id) {
        Round.get(id).close(visitor.account(), clock.instant());
        flash.say("The round is closed. Reopening it lets raters go on.");
        return back(id);
    }

    @POST
    @Path("reopening")
    @Transactional
    public Response reopen(@RestPath UUID id) {
        Round.get(id).reopen();
        flash.say("The round is open again.");
        return back(id);
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create("/rounds/" + id)).build();
    }
}
