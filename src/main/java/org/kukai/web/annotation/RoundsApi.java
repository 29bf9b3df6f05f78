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

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundDraft;
import org.kukai.annotation.RoundFilter;
import org.kukai.annotation.RoundForecast;
import org.kukai.annotation.Rounds;
import org.kukai.ranking.Rankings;
import org.kukai.web.Paging;
import org.kukai.web.annotation.RoundsPage.OwnRound;
import org.kukai.web.security.CurrentVisitor;

/** Rounds, for scripts. */
@Path("/api/rounds")
@RolesAllowed(Role.ADMIN_NAME)
class RoundsApi {
    private final Rounds rounds;
    private final CurrentVisitor visitor;
    private final Clock clock;
    private final Rankings rankings;

    RoundsApi(Rounds rounds, CurrentVisitor visitor, Clock clock, Rankings rankings) {
        this.rounds = rounds;
        this.visitor = visitor;
        this.clock = clock;
        this.rankings = rankings;
    }

    @POST
    @Transactional
    public RestResponse<RoundView> open(@Nullable RoundRequest body) {
        RoundRequest wanted = Input.body(body);
        UUID like = wanted.like();
        Round round = like == null
                ? rounds.open(wanted.draft(), visitor.account())
                : rounds.openLike(like, wanted.draft(), visitor.account());
        return RestResponse.ResponseBuilder.<RoundView>create(RestResponse.Status.CREATED)
                .location(URI.create("/api/rounds/" + round.id))
                .entity(view(round))
                .build();
    }

    /** What the round would be; nothing is stored. */
    @POST
    @Path("preview")
    @Transactional
    public ForecastWire preview(@Nullable RoundRequest body) {
        RoundDraft draft = Input.body(body).draft();
        return ForecastWire.of(draft, RoundForecast.of(draft));
    }

    /** For an admin all rounds; for a rater those that take votes, with their own progress. */
    @GET
    @RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
    @Transactional
    public Paging.Listing<?> list(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String pairing,
            @RestQuery @Nullable String text,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        if (!visitor.isAdmin()) {
            List<OwnRound> own = OwnRound.of(visitor.get().accountId());
            return paging.listing(
                    own.stream().skip(paging.offset()).limit(paging.size()).toList(), own.size());
        }
        RoundFilter filter = RoundFilter.of(status, pairing, text);
        return paging.listing(
                filter.page(paging.page(), paging.size()).stream()
                        .map(this::view)
                        .toList(),
                filter.count());
    }

    @GET
    @Path("{id}")
    @Transactional
    public RoundView get(@RestPath UUID id) {
        return view(Round.get(id));
    }

    @GET
    @Path("{id}/agreement")
    @Transactional
    @TransactionConfiguration(timeout = Rankings.PATIENCE)
    public AgreementView agreement(@RestPath UUID id) {
        return AgreementView.of(Round.get(id), rankings.agreement(id), rankings.raters(id));
    }

    private RoundView view(Round round) {
        return RoundView.of(round, clock.instant(), rankings.plainAgreement(round.id));
    }
}
