package org.kukai.web.annotation;

import java.net.URI;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.Round;
import org.kukai.ranking.LateFigures.Told;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Origin;

/** One round: for an admin how it goes, for a rater the way in. */
@Path("/rounds/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class RoundPage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance round(RoundNow now, Round round, @Nullable Told<RoundFigures> told, String link);

        static native TemplateInstance roundLive(RoundNow now, String shown);

        static native TemplateInstance roundFigures(RoundNow now, @Nullable Told<RoundFigures> told);

        private Templates() {}
    }

    private final RoundSnapshots snapshots;
    private final CurrentVisitor visitor;

    RoundPage(RoundSnapshots snapshots, CurrentVisitor visitor) {
        this.snapshots = snapshots;
        this.visitor = visitor;
    }

    @GET
    @RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
    public Object show(@RestPath UUID id, RoutingContext request) {
        if (!visitor.isAdmin()) {
            return Response.seeOther(URI.create("/rounds/" + id + "/vote")).build();
        }
        RoundNow now = snapshots.fresh(id);
        return Templates.round(
                now, now.round(), snapshots.figures(id).orElse(null), Origin.publicAddress("/rounds/" + id, request));
    }

    /**
     * The part of the page that changes with every vote, for htmx; when the round's state has become another, what the page says of that too.
     *
     * @param shown the state that the page was loaded with
     */
    @GET
    @Path("live")
    public TemplateInstance live(@RestPath UUID id, @RestQuery @Nullable String shown) {
        RoundNow now = snapshots.late(id);
        String before = Stream.of(Round.Status.values())
                .map(Round.Status::spelled)
                .filter(status -> status.equals(shown))
                .findFirst()
                .orElse(now.round().status.spelled());
        return Templates.roundLive(now, before);
    }

    /** The part that takes longer to tell, for htmx; less often. */
    @GET
    @Path("figures")
    public TemplateInstance figures(@RestPath UUID id) {
        return Templates.roundFigures(
                snapshots.late(id), snapshots.lateFigures(id).orElse(null));
    }
}
