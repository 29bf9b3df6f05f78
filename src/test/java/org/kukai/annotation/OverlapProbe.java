package org.kukai.annotation;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Compares what a pair needs as the program says it with what the database's function says, over all small tallies. */
public final class OverlapProbe {
    private static final int MOST = 4;

    private OverlapProbe() {}

    public static long mismatches(int usual, int more, boolean early) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long wrong = 0;
            for (int i = 0; i < MOST * MOST * MOST * MOST; i++) {
                Tally tally = new Tally(i % MOST, i / MOST % MOST, i / (MOST * MOST) % MOST, i / (MOST * MOST * MOST));
                Number needed = (Number) Round.getEntityManager()
                        .createNativeQuery("select pair_needs(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                        .setParameter(1, tally.firsts())
                        .setParameter(2, tally.seconds())
                        .setParameter(3, tally.ties())
                        .setParameter(4, tally.neithers())
                        .setParameter(5, usual)
                        .setParameter(6, more)
                        .setParameter(7, early)
                        .getSingleResult();
                wrong += needed.intValue() == new Overlap(usual, more, early).needed(tally) ? 0 : 1;
            }
            return wrong;
        });
    }
}
