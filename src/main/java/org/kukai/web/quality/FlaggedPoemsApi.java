package org.kukai.web.quality;

import java.util.Locale;
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
import org.kukai.annotation.review.FlaggedPoem;
import org.kukai.annotation.review.PoemDecisions;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;

/** Poems that raters have flagged, for scripts. */
@Path("/api/flagged-poems")
@RolesAllowed(Role.ADMIN_NAME)
class FlaggedPoemsApi {
    private final PoemDecisions poems;
    private final CurrentVisitor visitor;

    FlaggedPoemsApi(PoemDecisions poems, CurrentVisitor visitor) {
        this.poems = poems;
        this.visitor = visitor;
    }

    /** Those that wait, of one round and with one kind of flag where these are given; or those that are decided. */
    @GET
    public Paging.Listing<FlaggedPoem> flagged(
            @RestQuery @Nullable Boolean decided,
            @RestQuery @Nullable UUID round,
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        if (Boolean.TRUE.equals(decided)) {
            return paging.listing(poems.decided(paging.offset(), paging.size()), poems.countDecided());
        }
        String of = kind == null ? null : kind.toUpperCase(Locale.ROOT).replace('-', '_');
        return paging.listing(poems.waiting(round, of, paging.offset(), paging.size()), poems.countWaiting(round, of));
    }

    /** {@code decision} is {@code keep} or {@code withdraw}. */
    @POST
    @Path("{haiku}/decision")
    public RestResponse<QualityApi.Made> decidePoem(@RestPath UUID haiku, AdjudicationApi.@Nullable Decision body) {
        AdjudicationApi.Decision wanted = Fields.body(body);
        UUID made = poems.decide(
                haiku,
                Fields.withdraws(wanted.decision()),
                Fields.text(wanted.reason()),
                visitor.get().accountId());
        return RestResponse.status(RestResponse.Status.CREATED, new QualityApi.Made(made, 1));
    }

    @DELETE
    @Path("decisions/{decision}")
    public void undoPoem(@RestPath UUID decision) {
        poems.undo(decision, visitor.get().accountId());
    }
}
