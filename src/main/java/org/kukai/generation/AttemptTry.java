package org.kukai.generation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * One call that was made for an attempt.
 *
 * @param at when what came of it was stored
 * @param reason why it came to nothing; null for the answer that became a haiku
 * @param raw the answer as it came; null when none came
 * @param finishReason why the answer ended, in the server's words
 * @param requestId the server's name for the call
 * @param latencyMillis until the answer had come or the call had failed; null when no call was made
 * @param promptTokens where one call was made for several samples, the first of them counts those of its prompt
 * @param countNote what the server counted where that cannot be, in a sentence; null where its counts are taken as they came
 */
public record AttemptTry(
        @Nullable Instant at,
        @Nullable String reason,
        @Nullable String raw,
        @Nullable String finishReason,
        @Nullable String requestId,
        @Nullable Integer latencyMillis,
        int promptTokens,
        int completionTokens,
        @Nullable String countNote) {
    /** All tries of the attempt, the first first. */
    public static List<AttemptTry> of(Attempt attempt) {
        List<AttemptTry> tries = new ArrayList<>(Attempt.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select at, reason, raw, finish_reason, request_id, latency_millis, prompt_tokens, completion_tokens, count_note
                        from attempt_try where attempt_id = :attempt order by id""", AttemptTry.class)
                .setParameter("attempt", attempt.id)
                .getResultList());
        if (attempt.state == AttemptState.COMPLETED) {
            tries.add(last(attempt, tries));
        }
        return tries;
    }

    // The attempt keeps the sums of all its tries.
    private static AttemptTry last(Attempt attempt, List<AttemptTry> before) {
        return new AttemptTry(
                attempt.finishedAt,
                null,
                attempt.raw,
                attempt.finishReason,
                attempt.requestId,
                attempt.latencyMillis,
                attempt.promptTokens
                        - before.stream().mapToInt(AttemptTry::promptTokens).sum(),
                attempt.completionTokens
                        - before.stream().mapToInt(AttemptTry::completionTokens).sum(),
                attempt.countNote);
    }
}
