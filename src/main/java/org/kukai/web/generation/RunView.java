package org.kukai.web.generation;

import java.time.Duration;
import java.util.Locale;

import org.kukai.generation.Progress;
import org.kukai.generation.Run;
import org.kukai.generation.RunStatus;
import org.kukai.web.Times;

/** A run and its progress, in the words and figures of a page. */
public record RunView(Run run, Progress progress) {
    public String status() {
        return run.status.spelled();
    }

    /** The class of the badge that shows the status. */
    public String badge() {
        return switch (run.status) {
            case COMPLETED -> "good";
            case FAILED -> "bad";
            case PAUSED, CANCELLED -> "warn";
            case QUEUED, RUNNING -> "";
        };
    }

    public boolean isActive() {
        return run.status.isActive();
    }

    public boolean isResumable() {
        return run.status.isResumable();
    }

    public boolean isCancellable() {
        return run.status.isCancellable();
    }

    public boolean isRetryable() {
        return progress.failed() > 0 && run.status != RunStatus.CANCELLED;
    }

    /** The share that ended, in whole percent; never 100 before the end. */
    public long percent() {
        return run.planned == 0 ? 0 : 100 * progress.ended() / run.planned;
    }

    public String share575() {
        return progress.share575().isEmpty()
                ? "–"
                : String.format(
                        Locale.ROOT, "%.1f %%", 100 * progress.share575().getAsDouble());
    }

    public String rate() {
        return progress.ratePerSecond() == 0 ? "–" : String.format(Locale.ROOT, "%.1f", progress.ratePerSecond());
    }

    public String timeLeft() {
        return progress.secondsLeft().isEmpty()
                ? "–"
                : Times.inWords(Duration.ofSeconds(progress.secondsLeft().getAsLong()));
    }

    public String seed() {
        return run.settings.seed() == null ? "none" : String.valueOf(run.settings.seed());
    }

    public String maxInFlight() {
        Integer limit = run.settings.maxInFlight();
        return limit == null ? "as many as the server takes well" : "at most " + limit;
    }

    public String requestsPerMinute() {
        Integer limit = run.settings.requestsPerMinute();
        return limit == null ? "no limit" : String.valueOf(limit);
    }
}
