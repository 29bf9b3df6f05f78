package org.kukai.haiku;

import java.util.List;
import java.util.stream.IntStream;

import org.hibernate.Session;

/**
 * How many candidates have each score.
 *
 * @param counts of the scores 0 to 4, in this order
 */
public record ScoreCounts(List<Long> counts) {
    private static final int BEST = 4;

    public ScoreCounts {
        counts = List.copyOf(counts);
    }

    /** Over all candidates. */
    public static ScoreCounts ofAll() {
        long[] counts = new long[BEST + 1];
        Haiku.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select score, count(*) from haiku group by score", Object[].class)
                .getResultList()
                .forEach(row -> counts[((Number) row[0]).intValue()] = ((Number) row[1]).longValue());
        return new ScoreCounts(
                IntStream.rangeClosed(0, BEST).mapToObj(s -> counts[s]).toList());
    }

    public long all() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    /** The technically correct ones. */
    public long correct() {
        return counts.get(BEST);
    }
}
