package org.kukai.annotation;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

import org.hibernate.Session;

/**
 * How fast votes come at present: those of the last ten minutes, skips not counted.
 *
 * @param raters who gave them
 */
public record RoundPace(long votes, long raters) {
    private static final Duration SPAN = Duration.ofMinutes(10);

    public static RoundPace of(Round round, Instant now) {
        Object[] row = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select count(*), count(distinct rater_id) from vote
                        where round_id = :round and cast_at >= :since and choice <> 'SKIP' and kind = 'ASKED'""", Object[].class)
                .setParameter("round", round.id)
                .setParameter("since", now.minus(SPAN))
                .getSingleResult();
        return new RoundPace(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    public long perHour() {
        return votes * Duration.ofHours(1).dividedBy(SPAN);
    }

    /** How long so many votes take if people go on like this, in seconds; empty when nobody votes. */
    public OptionalLong secondsFor(long more) {
        return votes == 0 ? OptionalLong.empty() : OptionalLong.of(more * SPAN.toSeconds() / votes);
    }
}
