package org.kukai.annotation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.hibernate.Session;

/**
 * How many votes came in each minute, ten minutes, hour or day, whichever shows the span of a round best; without gaps, in UTC. A span
 * of few units begins with empty ones before the first vote.
 */
public record VotePace(Unit unit, List<Slot> slots) {
    private static final int FEWEST_SLOTS = 12;
    private static final int MOST_SLOTS = 120;

    /** What the votes of a slot are counted over. */
    public enum Unit {
        MINUTE(Duration.ofMinutes(1), Duration.ofHours(2)),
        TEN_MINUTES(Duration.ofMinutes(10), Duration.ofHours(16)),
        HOUR(Duration.ofHours(1), Duration.ofHours(48)),
        DAY(Duration.ofDays(1), Duration.ofDays(Integer.MAX_VALUE));

        private final Duration length;
        private final Duration mostShown;

        Unit(Duration length, Duration mostShown) {
            this.length = length;
            this.mostShown = mostShown;
        }

        static Unit of(Duration span) {
            for (Unit unit : values()) {
                if (span.compareTo(unit.mostShown) < 0) {
                    return unit;
                }
            }
            return DAY;
        }

        /** As people say it: “ten minutes”. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Votes from this moment on, for one unit. */
    public record Slot(Instant start, long votes) {}

    public VotePace {
        slots = List.copyOf(slots);
    }

    public static VotePace of(Round round) {
        Number seconds = (Number) Round.getEntityManager()
                .createNativeQuery("""
                        select coalesce(extract(epoch from max(cast_at) - min(cast_at)), 0)
                        from vote where round_id = :round and kind = 'ASKED'""")
                .setParameter("round", round.id)
                .getSingleResult();
        Unit unit = Unit.of(Duration.ofSeconds(seconds.longValue()));
        // Days are written as hours, so that none is longer than another where the database keeps summer time.
        List<Object[]> rows = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        with step as (select make_interval(secs => :seconds) as length),
                        counted as (
                            select date_bin(length, cast_at, timestamptz '2000-01-01 00:00Z') as start, count(*) as votes
                            from vote, step
                            where round_id = :round and choice <> 'SKIP' and kind = 'ASKED' group by 1)
                        select slot, coalesce(votes, 0)
                        from (select generate_series(max(start) - (:most - 1) * length, max(start), length) as slot,
                                     least(min(start), max(start) - (:fewest - 1) * length) as first
                              from counted, step group by length) slots
                             left join counted on start = slot
                        where slot >= first order by slot""", Object[].class)
                .setParameter("round", round.id)
                .setParameter("seconds", (double) unit.length.toSeconds())
                .setParameter("fewest", FEWEST_SLOTS)
                .setParameter("most", MOST_SLOTS)
                .getResultList();
        return new VotePace(
                unit,
                rows.stream()
                        .map(row -> new Slot((Instant) row[0], ((Number) row[1]).longValue()))
                        .toList());
    }
}
