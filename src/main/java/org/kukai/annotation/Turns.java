package org.kukai.annotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Turn.Standing;

/**
 * Gives raters their next pair. Locks are taken in one order everywhere (participation, assignment, pair, round; pairs by
 * position), so that no two requests can wait for each other.
 *
 * <p>Cost: raters walk through the pairs by position and continue where they were, over an index that holds only pairs
 * with room, so one turn costs the same in a round of a thousand pairs and of a million; {@link SecondWalk} says how that is kept at the end.
 */
@ApplicationScoped
public class Turns {
    // Whoever finds nothing ahead sweeps them all.
    private static final int SWEEP = 50;
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

    private final Clock clock;
    private final Lease lease;
    private final Map<UUID, Instant> swept = new ConcurrentHashMap<>();

    Turns(Clock clock, @ConfigProperty(name = "kukai.annotation.lease") Duration lease) {
        this.clock = clock;
        this.lease = new Lease(lease);
    }

    /**
     * The rater's next pair: the one that was shown and not answered, else one that is new to them and has room. Asking
     * again gives the same.
     *
     * @throws org.kukai.RefusedException when there is no such round
     */
    @ActivateRequestContext
    public Turn next(UUID roundId, UUID raterId) {
        return next(roundId, raterId, null);
    }

    /**
     * The pair to show after the one that the rater looks at, so that it can be there before it is needed. No more than that
     * one is given ahead, and what is left is not counted.
     *
     * @param shown what the rater looks at; when it is not held for them, their next pair is given
     */
    @ActivateRequestContext
    public Turn ahead(UUID roundId, UUID raterId, UUID shown) {
        return next(roundId, raterId, shown);
    }

    private Turn next(UUID roundId, UUID raterId, @Nullable UUID shown) {
        sweepSometimes(roundId);
        return take(roundId, raterId, shown, false)
                .or(() -> sweep(roundId, Integer.MAX_VALUE) ? take(roundId, raterId, shown, false) : Optional.empty())
                .or(() -> take(roundId, raterId, shown, true))
                .orElseThrow();
    }

    /**
     * Empty when nothing is left ahead of the rater and not all pairs were looked through: that is done in a transaction of its
     * own, for by then this one may hold locks of pairs that turned out to be full, and looking from the start waits for locks.
     */
    private Optional<Turn> take(UUID roundId, UUID raterId, @Nullable UUID shown, boolean all) {
        return QuarkusTransaction.requiringNew().call(() -> taken(roundId, raterId, shown, all));
    }

    private Optional<Turn> taken(UUID roundId, UUID raterId, @Nullable UUID shown, boolean all) {
        Round round = Round.get(roundId);
        Instant now = clock.instant();
        if (round.isClosed()) {
            return Optional.of(new Turn.Closed(Participation.of(roundId, raterId)
                    .map(rater -> Standing.of(round, rater))
                    .orElseGet(() -> Standing.ofStranger(round))));
        }
        Participation rater = Participation.lockOrJoin(roundId, raterId, now);
        Optional<Turn> enough = Limits.reached(round, rater, shown == null ? 0 : 1, now);
        if (enough.isPresent()) {
            return Optional.of(told(enough.get(), rater, now));
        }
        if (rater.isExcluded()) {
            return Optional.of(new Turn.Nothing(Standing.of(round, rater)));
        }
        List<Assignment> unfinished = Assignment.lockUnfinished(rater);
        Optional<Assignment> turn = held(unfinished, shown, now)
                .or(() -> all ? anywhere(round, rater, shown, now) : ahead(round, rater, shown, now));
        return turn.isEmpty() && !all && !round.isPaused()
                ? Optional.empty()
                : Optional.of(offer(turn, unfinished, round, rater, shown, now));
    }

    /**
     * What follows a vote in the same transaction, where locks of the vote's pair are held: so it waits for no other pair's.
     * Empty when there is nothing to be had that way.
     */
    Optional<Turn> takeAfterVote(Round round, Participation rater, List<Assignment> unfinished, @Nullable UUID shown) {
        if (!round.isOpen() || round.rules.isLimited() || rater.isExcluded()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return held(unfinished, shown, now)
                .or(() -> fresh(round, rater, shown, now))
                .map(turn -> offer(Optional.of(turn), unfinished, round, rater, shown, now));
    }

    private static Turn offer(
            Optional<Assignment> turn,
            List<Assignment> unfinished,
            Round round,
            Participation rater,
            @Nullable UUID shown,
            Instant now) {
        Standing standing = Standing.of(round, rater);
        return turn.map(given -> BlindPair.of(
                        given,
                        round,
                        shown == null ? remaining(given, unfinished, round, rater) : 0,
                        Round.getEntityManager()))
                .<Turn>map(pair -> new Turn.Offered(standing, pair))
                .orElseGet(() -> told(Turn.none(round, rater), rater, now));
    }

    /** Lets others know when a rater has nothing left to do in the round. */
    private static Turn told(Turn none, Participation rater, Instant now) {
        boolean done = none instanceof Turn.Nothing || (none instanceof Turn.Enough enough && !enough.today());
        if (done && rater.finish(now)) {
            Happenings.fire(new RaterFinished(rater.roundId, rater.raterId));
        }
        return none;
    }

    /** More than one is held for the rater when votes were undone. No more is left than the round takes from one person. */
    private static int remaining(Assignment given, List<Assignment> unfinished, Round round, Participation rater) {
        long held = unfinished.stream()
                .filter(turn -> turn.isHeld() || turn.equals(given))
                .count();
        long fresh = unfinished.contains(given) ? 0 : 1;
        long checks = unfinished.stream()
                        .filter(turn -> turn.isCheck() && (turn.isHeld() || turn.equals(given)))
                        .count()
                + (given.isCheck() ? fresh : 0);
        long wanted = Limits.left(round, rater) - (held + fresh - checks);
        int ahead = Math.clamp(wanted, 0, Pair.aheadOf(rater, BlindPair.MANY));
        // Checks on the way are among them, or their coming would be seen by a number that stands still.
        return (int) Math.min(BlindPair.MANY, held + fresh + ahead + Checks.before(round, rater, ahead));
    }

    /** The first of those held but for the one that is shown; what is looked at has a whole lease. */
    private Optional<Assignment> held(List<Assignment> unfinished, @Nullable UUID shown, Instant now) {
        Optional<Assignment> next = Optional.empty();
        for (Assignment turn : unfinished) {
            if (!turn.isHeld()) {
                continue;
            }
            boolean isShown = turn.id.equals(shown);
            if (isShown || (shown == null && next.isEmpty())) {
                turn.renew(lease, now);
            }
            if (!isShown && next.isEmpty()) {
                next = Optional.of(turn);
            }
        }
        return next;
    }

    private Optional<Assignment> retaken(Round round, Participation rater, @Nullable UUID shown, Instant now) {
        for (Assignment turn : Assignment.lockLapsed(rater)) {
            Pair pair = Pair.lock(turn.pairId);
            if (!turn.id.equals(shown) && pair.hasRoom()) {
                turn.become(Assignment.State.HELD, pair, round.overlap(), now);
                turn.renew(lease, now);
                return Optional.of(turn);
            }
        }
        return Optional.empty();
    }

    private Optional<Assignment> ahead(Round round, Participation rater, @Nullable UUID shown, Instant now) {
        return retaken(round, rater, shown, now)
                .or(() -> round.isPaused() ? Optional.empty() : fresh(round, rater, shown, now));
    }

    private Optional<Assignment> fresh(Round round, Participation rater, @Nullable UUID shown, Instant now) {
        return Checks.due(round, rater, now, lease.until(now, shown != null))
                .or(() -> Pair.nextFor(rater).map(pair -> give(pair, rater, shown, now)));
    }

    private Optional<Assignment> anywhere(Round round, Participation rater, @Nullable UUID shown, Instant now) {
        return round.isPaused() ? Optional.empty() : SecondWalk.next(rater).map(pair -> give(pair, rater, shown, now));
    }

    private Assignment give(Pair pair, Participation rater, @Nullable UUID shown, Instant now) {
        return Assignment.give(pair, rater, now, lease.until(now, shown != null));
    }

    /** Looks after ended leases once a second, and not with every vote. */
    private void sweepSometimes(UUID roundId) {
        Instant now = clock.instant();
        Instant last = swept.get(roundId);
        if (last == null || last.plus(SWEEP_EVERY).isBefore(now)) {
            swept.put(roundId, now);
            sweep(roundId, SWEEP);
        }
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
