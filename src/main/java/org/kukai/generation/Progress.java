package org.kukai.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

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

    static Progress of(Run run, List<RunModel> models, RunMonitor.Late late, Instant now) {
        long completed = sum(models, RunModel::completed);
        long failed = sum(models, RunModel::failed);
        long ended = completed + failed;
        boolean over = run.status == RunStatus.CANCELLED;
        long cancelled = over ? run.planned - ended : sum(models, RunModel::cancelled);
        double rate = run.status.isActive() ? lateRate(late, now) : wholeRate(run, ended);
        OptionalLong seconds = run.status == RunStatus.RUNNING && rate > 0
                ? OptionalLong.of((long) Math.ceil((run.planned - ended - cancelled) / rate))
                : OptionalLong.empty();
        return new Progress(
                run.planned,
                completed,
                failed,
                cancelled,
                over ? 0 : late.retrying(),
                completed,
                sum(models, RunModel::correct575),
                sum(models, RunModel::promptTokens),
                sum(models, RunModel::completionTokens),
                rate,
                seconds);
    }

    private static long sum(List<RunModel> models, ToLongFunction<RunModel> part) {
        return models.stream().mapToLong(part).sum();
    }

    private static double lateRate(RunMonitor.Late late, Instant now) {
        Instant since = late.since();
        if (since == null) {
            return 0;
        }
        double seconds = Math.max(1, Duration.between(since, now).toMillis() / 1000.0);
        return late.ended() / seconds;
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
