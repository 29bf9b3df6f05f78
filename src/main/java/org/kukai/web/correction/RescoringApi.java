package org.kukai.web.correction;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.correction.Rescoring;
import org.kukai.correction.Rescorings;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;

/** Scoring all haiku anew, for scripts. */
@Path("/api/rescoring")
@RolesAllowed(Role.ADMIN_NAME)
class RescoringApi {
    /**
     * How far it is.
     *
     * @param scorer the version it scores by
     * @param planned how many haiku there were when it began, and how many of them were looked at
     * @param up how many have a better score now
     * @param kept how many were left alone, because this version would take another text from the answer
     */
    record Shown(
            UUID id,
            String status,
            @Nullable String reason,
            String scorer,
            long planned,
            long seen,
            long up,
            long down,
            long kept,
            String by,
            Instant orderedAt,
            @Nullable Instant finishedAt) {
        static Shown of(Rescoring r) {
            return new Shown(
                    r.id,
                    r.status.spelled(),
                    r.statusReason,
                    r.scorer,
                    r.planned,
                    r.seen,
                    r.up,
                    r.down,
                    r.kept,
                    r.orderedBy.name,
                    r.orderedAt,
                    r.finishedAt);
        }
    }

    private final Rescorings rescorings;
    private final CurrentVisitor visitor;

    RescoringApi(Rescorings rescorings, CurrentVisitor visitor) {
        this.rescorings = rescorings;
        this.visitor = visitor;
    }

    @POST
    @Transactional
    @Operation(summary = "Score all haiku anew; answers with the one at work when there is one")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Shown.class)))
    public Response order() {
        Rescoring rescoring = rescorings.order(visitor.get().accountId());
        return Response.accepted(Shown.of(rescoring))
                .location(URI.create("/api/rescoring/" + rescoring.id))
                .build();
    }

    @GET
    @Transactional
    @Operation(summary = "What was scored anew, newest first")
    public Paging.Listing<Shown> list(@RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        return paging.listing(
                Rescoring.newestFirst(paging.offset(), paging.size()).stream()
                        .map(Shown::of)
                        .toList(),
                Rescoring.count());
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "How far one is, and what it has changed")
    public Shown show(@RestPath UUID id) {
        return Shown.of(Rescoring.byId(id));
    }
}
