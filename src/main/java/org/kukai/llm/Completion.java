package org.kukai.llm;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a model answered.
 *
 * @param choices the answers, at least one
 * @param promptTokens what the server counted for the request; 0 when it does not say
 * @param completionTokens what the server counted for all answers together; 0 when it does not say
 * @param requestId the server's name for the call, for its log; empty when it gives none
 * @param latency from sending the request to having read the answer
 * @param countNote what the server counted where that cannot be, in a sentence; null where its counts are taken as they came
 */
public record Completion(
        List<Choice> choices,
        int promptTokens,
        int completionTokens,
        String requestId,
        Duration latency,
        @Nullable String countNote) {
    public Completion {
        choices = List.copyOf(choices);
    }

    public Completion(
            List<Choice> choices, int promptTokens, int completionTokens, String requestId, Duration latency) {
        this(choices, promptTokens, completionTokens, requestId, latency, null);
    }
}
