package org.kukai.llm;

import java.time.Duration;
import java.util.List;

/**
 * What a model answered.
 *
 * @param choices the answers, at least one
 * @param promptTokens what the server counted for the request; 0 when it does not say
 * @param completionTokens what the server counted for all answers together; 0 when it does not say
 * @param requestId the server's name for the call, for its log; empty when it gives none
 * @param latency from sending the request to having read the answer
 */
public record Completion(
        List<Choice> choices, int promptTokens, int completionTokens, String requestId, Duration latency) {
    public Completion {
        choices = List.copyOf(choices);
    }
}
