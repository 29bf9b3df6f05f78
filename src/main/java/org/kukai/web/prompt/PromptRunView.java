package org.kukai.web.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.kukai.prompt.writing.PromptRun;
import org.kukai.prompt.writing.PromptRunStatus;
import org.kukai.prompt.writing.RefusalReason;
import org.kukai.prompt.writing.RunTally;
import org.kukai.prompt.writing.WrittenState;

/** A prompt run and how far it is, in the words and figures of a page. */
public record PromptRunView(PromptRun run, RunTally tally) {
    /** A part of the candidates, and the filter that shows it. */
    public record Part(String label, long count, String state, String reason) {}

    static PromptRunView of(PromptRun run) {
        return new PromptRunView(run, RunTally.of(run.id));
    }

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
        return !isActive()
                && run.status != PromptRunStatus.CANCELLED
                && (run.status != PromptRunStatus.COMPLETED || tally.failed() > 0);
    }

    public boolean isCancellable() {
        return run.status != PromptRunStatus.CANCELLED && run.status != PromptRunStatus.COMPLETED;
    }

    public boolean isApprovable() {
        return !isActive() && tally.toApprove() > 0;
    }

    /** What the run is about, in words. */
    public String about() {
        String topics = run.topicsWanted == 1 ? "1 topic " : run.topicsWanted + " topics ";
        return topics + run.topicSource.prose() + (run.theme == null ? "" : " around “" + run.theme + "”");
    }

    /** All candidates, then by what became of them, the commonest reasons of refusal first; parts without any are left out. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("all", tally.written(), "", ""));
        add(parts, "kept", tally.toApprove(), WrittenState.KEPT);
        add(parts, "in the pool", tally.approved(), WrittenState.APPROVED);
        add(parts, "dropped", tally.dropped(), WrittenState.DROPPED);
        tally.refused().entrySet().stream()
                .sorted(Map.Entry.<RefusalReason, Long>comparingByValue(Comparator.reverseOrder()))
                .forEach(refused -> parts.add(new Part(
                        "refused: " + refused.getKey().prose(),
                        refused.getValue(),
                        WrittenState.REFUSED.spelled(),
                        refused.getKey().spelled())));
        return parts;
    }

    private static void add(List<Part> parts, String label, long count, WrittenState state) {
        if (count > 0) {
            parts.add(new Part(label, count, state.spelled(), ""));
        }
    }
}
