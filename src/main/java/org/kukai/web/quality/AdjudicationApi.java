package org.kukai.web.quality;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.review.Adjudication;
import org.kukai.annotation.review.Adjudications;
import org.kukai.annotation.review.SplitPair;
import org.kukai.annotation.review.WritersTold;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;

/** Split pairs, for scripts. */
@Path("/api/rounds/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class AdjudicationApi {
    record Decision(@Nullable String decision, @Nullable String reason) {}

    private final Adjudications adjudications;
    private final WritersTold writersTold;
    private final CurrentVisitor visitor;

    AdjudicationApi(Adjudications adjudications, WritersTold writersTold, CurrentVisitor visitor) {
        this.adjudications = adjudications;
        this.writersTold = writersTold;
        this.visitor = visitor;
    }

    @GET
    @Path("split-pairs")
    public Paging.Listing<SplitPair> split(
            @RestPath UUID id,
            @RestQuery @Nullable Boolean decided,
            @RestQuery @Nullable Boolean out,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        if (Boolean.TRUE.equals(out)) {
            return paging.listing(
                    adjudications.takenOut(id, paging.offset(), paging.size()), adjudications.countTakenOut(id));
        }
        return Boolean.TRUE.equals(decided)
                ? paging.listing(
                        adjudications.decided(id, paging.offset(), paging.size()), adjudications.countDecided(id))
                : paging.listing(adjudications.split(id, paging.offset(), paging.size()), adjudications.countSplit(id));
    }

    /** 409 for a pair that raters are still asked about or have decided, that is decided already, or whose writers the caller was told. */
    @POST
    @Path("split-pairs/{pair}/adjudication")
    public RestResponse<QualityApi.Made> decide(@RestPath UUID id, @RestPath UUID pair, @Nullable Decision body) {
        Decision wanted = Fields.body(body);
        UUID made = adjudications.decide(
                id,
                pair,
                Adjudication.ofSpelled(Fields.text(wanted.decision())),
                Fields.text(wanted.reason()),
                visitor.get().accountId());
        return RestResponse.status(RestResponse.Status.CREATED, new QualityApi.Made(made, 1));
    }

    /** Who wrote the poems of a decided pair; the caller can decide it no more from then on. */
    @GET
    @Path("split-pairs/{pair}/writers")
    public SplitPair.Writers writers(@RestPath UUID id, @RestPath UUID pair) {
        return writersTold.tell(id, pair, visitor.get().accountId());
    }

    @DELETE
    @Path("adjudications/{decision}")
    public void undo(@RestPath UUID id, @RestPath UUID decision) {
        adjudications.undo(decision, visitor.get().accountId());
    }
}
