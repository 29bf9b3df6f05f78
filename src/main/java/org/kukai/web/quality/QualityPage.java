package org.kukai.web.quality;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.annotation.Round;
import org.kukai.annotation.review.RaterDecisions;
import org.kukai.ranking.LateFigures.Told;
import org.kukai.ranking.Rankings;
import org.kukai.ranking.RaterQuality;
import org.kukai.ranking.RoundQuality;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** How the raters of a round answer, and what is decided about them. */
@Path("/rounds/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class QualityPage {
    @CheckedTemplate(basePath = "quality")
    static class Templates {
        static native TemplateInstance quality(Round round, List<QualityRow> rows, @Nullable Instant at, double fast);

        static native TemplateInstance rater(
                Round round, QualityRow row, List<RaterDecisions.Decided> history, String problem);

        private Templates() {}
    }

    private static final double MILLIS = 1000;

    private final RaterDecisions decisions;
    private final Rankings rankings;
    private final CurrentVisitor visitor;
    private final Flash flash;

    QualityPage(RaterDecisions decisions, Rankings rankings, CurrentVisitor visitor, Flash flash) {
        this.rankings = rankings;
        this.decisions = decisions;
        this.visitor = visitor;
        this.flash = flash;
    }

    @GET
    @Path("quality")
    @Transactional
    public TemplateInstance show(@RestPath UUID id) {
        Round round = Round.get(id);
        Optional<Told<List<RaterQuality>>> told = rankings.lateQuality(id);
        return Templates.quality(
                round,
                told.stream()
                        .flatMap(t -> t.figures().stream())
                        .map(QualityRow::new)
                        .toList(),
                told.map(Told::at).orElse(null),
                RoundQuality.FAST.toMillis() / MILLIS);
    }

    @GET
    @Path("raters/{rater}")
    @Transactional
    public TemplateInstance rater(@RestPath UUID id, @RestPath UUID rater) {
        return page(id, rater, "");
    }

    @POST
    @Path("raters/{rater}/decisions")
    public Response decide(
            @RestPath UUID id,
            @RestPath UUID rater,
            @RestForm @Nullable String weight,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String scope) {
        try {
            decisions.decide(
                    rater,
                    "everywhere".equals(scope) ? null : id,
                    Fields.weight(weight),
                    Fields.text(reason),
                    visitor.get().accountId());
        } catch (RefusedException refusal) {
            if (refusal.kind() != RefusedException.Kind.INVALID) {
                throw refusal;
            }
            return Response.status(refusal.kind().status())
                    .entity(page(id, rater, refusal.getMessage()))
                    .build();
        }
        flash.say("Decided. It can be undone below.");
        return back(id, rater);
    }

    @POST
    @Path("raters/{rater}/decisions/{decision}/undoing")
    public Response undo(@RestPath UUID id, @RestPath UUID rater, @RestPath UUID decision) {
        decisions.undo(decision, visitor.get().accountId());
        flash.say("The decision is undone; what was decided before it stands again.");
        return back(id, rater);
    }

    private TemplateInstance page(UUID id, UUID rater, String problem) {
        Round round = Round.get(id);
        RaterQuality quality = rankings.quality(id).stream()
                .filter(one -> one.id().equals(rater))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedException(RefusedException.Kind.UNKNOWN, "This round has no rater " + rater + "."));
        return Templates.rater(round, new QualityRow(quality), decisions.about(rater, id), problem);
    }

    private static Response back(UUID id, UUID rater) {
        return Response.seeOther(URI.create("/rounds/" + id + "/raters/" + rater))
                .build();
    }
}
