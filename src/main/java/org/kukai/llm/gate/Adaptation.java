package org.kukai.llm.gate;

import java.time.Duration;
import java.time.Instant;

/**
 * Finds out how many calls a server takes at once: additive increase, multiplicative decrease, once a second.
 *
 * <ul>
 *   <li>Calls that the server is too busy for lower the limit by half their share, as DCTCP does (RFC 8257): a few among many
 *       hardly matter, and when all are turned away the limit is halved.
 *   <li>Latency that grows beyond half again its baseline lowers it in proportion, at most by half (the gradient of Netflix's
 *       concurrency limits). The baseline is the least latency seen; it rises only where one or two calls are in flight, as then
 *       it is not us who make the server slow.
 *   <li>Else, when the limit is made use of, it grows: doubled until the first decrease, then by its square root.
 * </ul>
 *
 * @param limit how many calls may be in flight, 1 or more
 * @param baselineMillis the latency of a server at ease; 0 before anything is known
 * @param settled whether it was lowered ever
 * @param seen what was observed since the last change
 * @param since when that was
 */
record Adaptation(double limit, double baselineMillis, boolean settled, Observed seen, Instant since) {
    /** Where it starts that has no better idea. */
    static final double BEGINNING = 4;

    static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(15);
    private static final double TOLERANCE = 1.5;
    private static final int FEW = 4;

    static Adaptation from(double limit, Instant now) {
        return new Adaptation(limit, 0, false, Observed.NOTHING, now);
    }

    /**
     * @param most the limit never exceeds it
     * @param byLatency whether latency counts
     * @param pressed whether calls waited for the limit, or nearly
     */
    Adaptation after(Observed more, Instant now, int most, boolean byLatency, boolean pressed) {
        Observed all = seen.plus(more);
        Duration passed = Duration.between(since, now);
        boolean enough = all.calls() >= Math.max(FEW, limit / 4) || passed.compareTo(LONGEST_INTERVAL) >= 0;
        if (passed.compareTo(INTERVAL) < 0 || all.calls() == 0 || !enough) {
            return new Adaptation(Math.clamp(limit, 1, most), baselineMillis, settled, all, since);
        }
        double mean = all.answered() == 0 ? baselineMillis : all.latencyMillis() / all.answered();
        double baseline = baseline(mean);
        double factor = factor(all, mean, baseline, byLatency);
        double next = factor < 1 ? limit * factor : pressed ? limit + step() : limit;
        return new Adaptation(Math.clamp(next, 1, most), baseline, settled || factor < 1, Observed.NOTHING, now);
    }

    private double baseline(double mean) {
        if (baselineMillis == 0) {
            return mean;
        }
        boolean ours = limit > 2;
        return mean < baselineMillis
                ? (baselineMillis + mean) / 2
                : ours ? baselineMillis : baselineMillis * 0.7 + mean * 0.3;
    }

    private static double factor(Observed all, double mean, double baseline, boolean byLatency) {
        double turnedAway = 1 - 0.5 * all.overloaded() / all.calls();
        boolean slow = byLatency && mean > TOLERANCE * baseline;
        return slow ? Math.min(turnedAway, Math.max(0.5, TOLERANCE * baseline / mean)) : turnedAway;
    }

    private double step() {
        return settled ? Math.max(1, Math.sqrt(limit)) : limit;
    }
}
