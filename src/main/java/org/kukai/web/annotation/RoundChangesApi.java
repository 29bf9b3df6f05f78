package org.kukai.web.annotation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.annotation.Pairing;
import org.kukai.annotation.Part;
import org.kukai.annotation.Round;
import org.kukai.annotation.Rounds;
import org.kukai.ranking.Rankings;
import org.kukai.web.security.CurrentVisitor;

/** What an admin's script does with a round that is there. */
@Path("/api/rounds/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class RoundChangesApi {
    /** More pairs; the pairing and models that are not given are as they were when the round was opened. */
    record Addition(
            @Nullable String pairing,
            @Nullable List<String> models,
            @Nullable Integer pairs) {}

    /** Who gets which part. */
    record Place(@Nullable String rater, @Nullable Integer part) {}

    private final Rounds rounds;
    private final CurrentVisitor visitor;
    private final Clock clock;
    private final Rankings rankings;

    RoundChangesApi(Rounds rounds, CurrentVisitor visitor, Clock clock, Rankings rankings) {
        this.rounds = rounds;
        this.rankings = rankings;
        this.visitor = visitor;
        this.clock = clock;
    }

    @POST
    @Path("pause")
    @Transactional
    public RoundView pause(@RestPath UUID id) {
        return view(rounds.pause(id, visitor.account()));
    }

    @POST
    @Path("resumption")
    @Transactional
    public RoundView resume(@RestPath UUID id) {
        return view(rounds.resume(id));
    }

    @POST
    @Path("closure")
    @Transactional
    public RoundView close(@RestPath UUID id) {
        return view(rounds.close(id, visitor.account()));
    }

    @POST
    @Path("reopening")
    @Transactional
    public RoundView reopen(@RestPath UUID id) {
        return view(rounds.reopen(id));
    }

    /** Asks for more pairs, which come in a moment. */
    @POST
    @Path("additions")
    @Transactional
    public RoundView add(@RestPath UUID id, @Nullable Addition body) {
        Addition wanted = Input.body(body);
        Round round = Round.get(id);
        Pairing pairing = wanted.pairing == null ? round.pairing : Pairing.ofSpelled(wanted.pairing);
        List<String> models =
                wanted.models != null ? wanted.models : pairing == round.pairing ? round.models : List.of();
        if (wanted.pairs == null) {
            throw new RefusedException(RefusedException.Kind.INVALID, "Say how many pairs to add, in the field pairs.");
        }
        return view(rounds.add(id, pairing, models, wanted.pairs, visitor.account()));
    }

    @GET
    @Path("parts")
    @Transactional
    public List<Part> parts(@RestPath UUID id) {
        return Part.of(Round.get(id));
    }

    /** Gives a rater a part. */
    @POST
    @Path("parts")
    @Transactional
    public List<Part> assign(@RestPath UUID id, @Nullable Place body) {
        Place place = Input.body(body);
        return Part.of(rounds.assign(id, Input.text(place.rater), place.part == null ? 0 : place.part));
    }

    private RoundView view(Round round) {
        return RoundView.of(round, clock.instant(), rankings.plainAgreement(round.id));
    }
}
