package org.kukai.annotation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** Tells a rater for whom there is no pair now why, and when it is worth asking again. */
@ApplicationScoped
public class LookAgain {
    /** While pairs are being chosen or looked for. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /** Somebody who holds a pair may skip it long before the lease ends. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Clock clock;

    LookAgain(Clock clock) {
        this.clock = clock;
    }

    /** Why there is no pair for the rater. */
    public enum Why {
        /** The round takes no votes until somebody reopens it. */
        CLOSED,
        /** The round gives no pairs until somebody resumes it. */
        PAUSED,
        /** The rater has done all that there is for them. */
        FINISHED,
        /** There may be more for the rater later. */
        WAITING;

        /** As the API spells it. */
        public String spelled() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An answer.
     *
     * @param in how long to wait; empty when nothing comes by itself
     */
    public record Again(Why why, Optional<Duration> in) {
        static Again waiting(Duration in) {
            return new Again(Why.WAITING, Optional.of(in));
        }
    }

    /**
     * What to tell a rater.
     *
     * @throws IllegalArgumentException when there is a pair for them
     */
    @Transactional
    public Again after(Turn turn, UUID round, UUID rater) {
        return switch (turn) {
            case Turn.Closed _ -> new Again(Why.CLOSED, Optional.empty());
            case Turn.Paused _ -> new Again(Why.PAUSED, Optional.empty());
            case Turn.Waiting _ -> Again.waiting(SOON);
            case Turn.Enough enough ->
                enough.today() ? Again.waiting(untilTomorrow()) : new Again(Why.FINISHED, Optional.empty());
            case Turn.Nothing _ ->
                heldByOthers(round, rater).map(Again::waiting).orElse(new Again(Why.FINISHED, Optional.empty()));
            case Turn.Offered offered -> throw new IllegalArgumentException("there is a pair: " + offered);
        };
    }

    private Duration untilTomorrow() {
        Instant now = clock.instant();
        Instant midnight = now.atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1)
                .toInstant();
        return Duration.between(now, midnight).plusSeconds(1);
    }

    /** Until a pair that is new to the rater may come back from somebody who holds it; empty when nobody does. */
    private Optional<Duration> heldByOthers(UUID round, UUID rater) {
        Instant now = clock.instant();
        return Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select a.leased_until from assignment a join pair p on p.id = a.pair_id
                             join participation r on r.round_id = a.round_id and r.rater_id = :rater
                        where a.round_id = :round and a.state = 'HELD' and a.rater_id <> :rater and a.kind = 'ASKED'
                          and r.weight > 0 and p.part = r.part and p.dropped_at is null
                          and not exists (select from assignment own where own.pair_id = p.id and own.rater_id = :rater)
                        order by a.leased_until limit 1""", Instant.class)
                .setParameter("round", round)
                .setParameter("rater", rater)
                .getResultStream()
                .findFirst()
                .map(end -> Duration.between(now, end).plusSeconds(1))
                .map(left -> left.compareTo(LONGEST) > 0 ? LONGEST : left.compareTo(SOON) < 0 ? SOON : left);
    }
}
