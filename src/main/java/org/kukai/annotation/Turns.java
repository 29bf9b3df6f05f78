package org.kukai.annotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.kukai.annotation.Turn.Standing;

/**
 * Gives raters their next pair. Locks are taken in one order everywhere (participation, assignment, pair, round), so that
 * no two requests can wait for each other.
 *
 * <p>Cost: raters walk through the pairs by position and continue where they were, over an index that holds only pairs
 * with room, so one turn costs the same in a round of a thousand pairs and of a million.
 */
@ApplicationScoped
public class Turns {
    // One turn takes at most one lease, so sweeping up to two for each keeps up with any crowd.
    private static final int SWEEP = 2;

    private final Clock clock;
    private final Duration lease;

    Turns(Clock clock, @ConfigProperty(name = "kukai.annotation.lease") Duration lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /**
     * The rater's next pair: the one that was shown and not answered, else one that is new to them and has room. Asking
     * again gives the same.
     *
     * @throws org.kukai.RefusedException when there is no such round
     */
    @ActivateRequestContext
    public Turn next(UUID roundId, UUID raterId) {
        sweep(roundId, SWEEP);
        Turn turn = QuarkusTransaction.requiringNew().call(() -> take(roundId, raterId));
        if (turn instanceof Turn.Nothing && sweep(roundId, Integer.MAX_VALUE)) {
            return QuarkusTransaction.requiringNew().call(() -> take(roundId, raterId));
        }
        return turn;
    }

    private Turn take(UUID roundId, UUID raterId) {
        Round round = Round.get(roundId);
        Instant now = clock.instant();
        if (round.isClosed()) {
            return new Turn.Closed(Participation.of(roundId, raterId)
                    .map(rater -> Standing.of(round, rater))
                    .orElseGet(() -> new Standing(round.name, 0, 0)));
        }
        Participation rater = Participation.lockOrJoin(roundId, raterId, now);
        Optional<Turn> enough = Limits.reached(round, rater, now);
        if (enough.isPresent()) {
            return told(enough.get(), rater, now);
        }
        Standing standing = Standing.of(round, rater);
        if (rater.isExcluded()) {
            return new Turn.Nothing(standing);
        }
        return unfinished(round, rater, now)
                .or(() -> round.isPaused() ? Optional.empty() : fresh(round, rater, now))
                .map(turn -> BlindPair.of(turn, round, rater, Round.getEntityManager()))
                .<Turn>map(pair -> new Turn.Offered(standing, pair))
                .orElseGet(() -> told(Turn.none(round, standing), rater, now));
    }

    /** Lets others know when a rater has nothing left to do in the round. */
    private static Turn told(Turn none, Participation rater, Instant now) {
        boolean done = none instanceof Turn.Nothing || (none instanceof Turn.Enough enough && !enough.today());
        if (done && rater.finish(now)) {
            Happenings.fire(new RaterFinished(rater.roundId, rater.raterId));
        }
        return none;
    }

    private Optional<Assignment> unfinished(Round round, Participation rater, Instant now) {
        Optional<Assignment> turn = Assignment.lockHeld(rater).or(() -> retaken(rater, round.overlap(), now));
        turn.ifPresent(t -> t.renew(now.plus(lease)));
        return turn;
    }

    private Optional<Assignment> retaken(Participation rater, Overlap overlap, Instant now) {
        for (Assignment turn : Assignment.lockLapsed(rater)) {
            Pair pair = Pair.lock(turn.pairId);
            if (pair.hasRoom()) {
                turn.become(Assignment.State.HELD, pair, overlap, now);
                return Optional.of(turn);
            }
        }
        return Optional.empty();
    }

    private Optional<Assignment> fresh(Round round, Participation rater, Instant now) {
        return Checks.due(round, rater, now, now.plus(lease)).or(() -> asked(rater, now));
    }

    private Optional<Assignment> asked(Participation rater, Instant now) {
        return Pair.nextFor(rater)
                .or(() -> Pair.anyFor(rater))
                .map(pair -> Assignment.give(pair, rater, now, now.plus(lease)));
    }

    /** Gives back what ended leases hold, each in a transaction of its own; true if there was any. */
    private boolean sweep(UUID roundId, int most) {
        int swept = 0;
        while (swept < most && QuarkusTransaction.requiringNew().call(() -> lapseOne(roundId))) {
            swept++;
        }
        return swept > 0;
    }

    private boolean lapseOne(UUID roundId) {
        Instant now = clock.instant();
        Optional<Assignment> overdue = Assignment.lockOverdue(roundId, now);
        overdue.ifPresent(turn -> turn.become(
                Assignment.State.LAPSED,
                Pair.lock(turn.pairId),
                Round.get(roundId).overlap(),
                now));
        return overdue.isPresent();
    }
}
