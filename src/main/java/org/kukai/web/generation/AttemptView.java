package org.kukai.web.generation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.generation.Attempt;
import org.kukai.generation.AttemptTry;
import org.kukai.generation.Run;
import org.kukai.generation.RunModel;
import org.kukai.prompt.Prompt;

/**
 * One attempt with all that is known of it, as the API writes it and its page shows it.
 *
 * @param tries how many calls were made for it since it was planned last
 * @param history every call that was ever made for it, the first first
 */
public record AttemptView(
        UUID id,
        UUID runId,
        UUID promptId,
        String prompt,
        String model,
        int sample,
        String state,
        @Nullable String reason,
        int tries,
        int slowdowns,
        int promptTokens,
        int completionTokens,
        @Nullable UUID haikuId,
        @Nullable Instant finishedAt,
        Drawn sampling,
        List<AttemptTry> history) {
    /** How its answers were drawn; what was sent is the run's templates with its prompt. */
    public record Drawn(
            double temperature, int maxTokens, @Nullable Long seed, List<String> stop) {}

    /** Refuses when there is no such attempt. */
    static AttemptView of(UUID id) {
        Attempt attempt = Attempt.byId(id);
        Run run = Run.byId(attempt.runId);
        return new AttemptView(
                attempt.id,
                attempt.runId,
                attempt.promptId,
                Prompt.byId(attempt.promptId).text,
                RunModel.of(run.id).get(attempt.modelPlace).name(),
                attempt.sample,
                attempt.state.spelled(),
                attempt.reason,
                attempt.tries,
                attempt.slowdowns,
                attempt.promptTokens,
                attempt.completionTokens,
                attempt.haikuId,
                attempt.finishedAt,
                new Drawn(
                        run.settings.temperature(), run.settings.maxTokens(), run.settings.seed(), run.settings.stop()),
                AttemptTry.of(attempt));
    }
}
