package org.kukai.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How far a run is, counted in samples.
 *
 * @param haiku how many candidates there are; the same as {@code completed}
 * @param correct575 how many of them are 5-7-5
 * @param retrying how many have failed at least once and will be tried again
 * @param ratePerSecond samples that ended per second: of late while it runs, else over the whole run; 0 when nothing is known
 * @param secondsLeft at that rate; empty when it does not move
 */
public record Progress(
        int planned,
        long completed,
        long failed,
        long cancelled,
        long retrying,
        long haiku,
        long correct575,
        long promptTokens,
        long completionTokens,
        double ratePerSecond,
        OptionalLong secondsLeft) {
    /** What counts as of late. */
    static final Duration WINDOW = Duration.ofSeconds(30);

    static Progress of(Run run, Counts counts, Instant now) {
        long ended = counts.completed() + counts.failed();
        double rate = run.status.isActive() ? lateRate(counts, now) : wholeRate(run, ended);
        long left = run.planned - ended - counts.cancelled();
        OptionalLong seconds = run.status == RunStatus.RUNNING && rate > 0
                ? OptionalLong.of((long) Math.ceil(left / rate))
                : OptionalLong.empty();
        return new Progress(
                run.planned,
                counts.completed(),
                counts.failed(),
                run.status == RunStatus.CANCELLED ? run.planned - ended : counts.cancelled(),
                counts.retrying(),
                counts.completed(),
                counts.correct575(),
                counts.promptTokens(),
                counts.completionTokens(),
                rate,
                seconds);
    }

    private static double lateRate(Counts counts, Instant now) {
        Instant first = counts.firstOfLate();
        if (first == null) {
            return 0;
        }
        double seconds = Math.max(1, Duration.between(first, now).toMillis() / 1000.0);
        return counts.late() / seconds;
    }

    private static double wholeRate(Run run, long ended) {
        if (run.startedAt == null || run.finishedAt == null || ended == 0) {
            return 0;
        }
        return ended
                / Math.max(
                        0.001, Duration.between(run.startedAt, run.finishedAt).toMillis() / 1000.0);
    }

    public long ended() {
        return completed + failed;
    }

    /** The share of haiku that are 5-7-5, from 0 to 1; empty while there is none. */
    public OptionalDouble share575() {
        return haiku == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) correct575 / haiku);
    }
}
