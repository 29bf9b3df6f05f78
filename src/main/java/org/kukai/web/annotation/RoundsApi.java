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
import org.kukai.annotation.Pairing;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundDraft;
import org.kukai.annotation.RoundFilter;
import org.kukai.ranking.Rankings;
import org.kukai.web.Paging;
import org.kukai.web.annotation.RoundsPage.OwnRound;
import org.kukai.web.security.CurrentVisitor;

/** Rounds, for scripts. */
@Path("/api/rounds")
@RolesAllowed(Role.ADMIN_NAME)
class RoundsApi {
    private static final int USUAL_PAIRS = 100;
    private static final int USUAL_VOTES = 3;

    /** What is wanted; only the name must be given. */
    record Request(
            @Nullable String name,
            @Nullable String question,
            @Nullable String guidelines,
            @Nullable String pairing,
            @Nullable List<String> models,
            @Nullable Integer pairs,
            @Nullable Integer votesPerPair) {
        RoundDraft draft() {
            return new RoundDraft(
                    Input.text(name),
                    Input.text(question),
                    Input.text(guidelines),
                    pairing == null ? Pairing.BEST_WORST : Pairing.ofSpelled(pairing),
                    models == null ? List.of() : models,
                    pairs == null ? USUAL_PAIRS : pairs,
                    votesPerPair == null ? USUAL_VOTES : votesPerPair);
        }
    }

    private final CurrentVisitor visitor;
    private final Clock clock;
    private final Rankings rankings;

    RoundsApi(CurrentVisitor visitor, Clock clock, Rankings rankings) {
        this.visitor = visitor;
        this.clock = clock;
        this.rankings = rankings;
    }

    @POST
    @Transactional
    public RestResponse<RoundView> open(@Nullable Request body) {
        Round round = Round.open(Input.body(body).draft(), visitor.account(), clock.instant());
        return RestResponse.ResponseBuilder.<RoundView>create(RestResponse.Status.CREATED)
                .location(URI.create("/api/rounds/" + round.id))
                .entity(RoundView.of(round))
                .build();
    }

    /** For an admin all rounds; for a rater those that take votes, with their own progress. */
    @GET
    @RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
    @Transactional
    public Paging.Listing<?> list(@RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        if (!visitor.isAdmin()) {
            List<OwnRound> own = OwnRound.of(visitor.get().accountId());
            return paging.listing(
                    own.stream().skip(paging.offset()).limit(paging.size()).toList(), own.size());
        }
        return paging.listing(
                RoundFilter.of(null, null, null).page(paging.page(), paging.size()).stream()
                        .map(RoundView::of)
                        .toList(),
                Round.count());
    }

    @GET
    @Path("{id}")
    @Transactional
    public RoundView get(@RestPath UUID id) {
        return RoundView.of(Round.get(id));
    }

    @POST
    @Path("{id}/closure")
    @Transactional
    public RoundView close(@RestPath UUID id) {
        Round round = Round.get(id);
        round.close(visitor.account(), clock.instant());
        return RoundView.of(round);
    }

    @POST
    @Path("{id}/reopening")
    @Transactional
    public RoundView reopen(@RestPath UUID id) {
        Round round = Round.get(id);
        round.reopen();
        return RoundView.of(round);
    }

    @GET
    @Path("{id}/agreement")
    @Transactional
    @TransactionConfiguration(timeout = Rankings.PATIENCE)
    public AgreementView agreement(@RestPath UUID id) {
        return AgreementView.of(Round.get(id), rankings.agreement(id), rankings.raters(id));
    }
}
