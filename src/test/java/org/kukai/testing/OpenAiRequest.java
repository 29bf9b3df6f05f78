package org.kukai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a request to {@link OpenAiServer} asked for.
 *
 * @param number 0 for the first that arrived
 * @param system the system message; empty when there was none
 * @param n how many answers; 1 when it did not say
 * @param authorization the header as it came
 * @param body the whole
 */
public record OpenAiRequest(
        int number,
        String model,
        String system,
        String user,
        double temperature,
        int n,
        @Nullable Long seed,
        @Nullable String authorization,
        JsonNode body) {

    static OpenAiRequest read(int number, JsonNode body, @Nullable String authorization) {
        return new OpenAiRequest(
                number,
                body.path("model").asText(),
                message(body, "system"),
                message(body, "user"),
                body.path("temperature").asDouble(1),
                body.path("n").asInt(1),
                body.has("seed") ? body.get("seed").asLong() : null,
                authorization,
                body);
    }

    private static String message(JsonNode body, String role) {
        for (JsonNode message : body.path("messages")) {
            if (message.path("role").asText().equals(role)) {
                JsonNode content = message.path("content");
                return content.isArray() ? content.path(0).path("text").asText() : content.asText();
            }
        }
        return "";
    }
}
