package org.kukai.llm;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Answers that are good but for something beside the poem, and servers that would lead Kukai elsewhere. */
@QuarkusTest
class OddServersTest {
    private static final Sampling PLAIN = Sampling.of(0.7, 128);

    @Inject
    Models models;

    @ParameterizedTest
    @CsvSource({
        "1000000000000000000, 1000000000000000000, 2147483647 tokens for the request",
        "99999999999, 3, 2147483647 tokens for the request",
        "1e30, 5, 2147483647 tokens for the request",
        "-5, -1, -5 tokens for the request",
        "5, 129, '129 tokens for the answer, which cannot have more than 128'",
        "2147483647, 2147483647, 2147483647 tokens for the answer",
        "\"many\", 7,",
        "0.5, 1.5,",
        "3, 4,"
    })
    void takesAGoodAnswerWhateverTheServerCountsAndTellsWhatWasCut(
            String prompt, String completion, @Nullable String note) {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.next(Answer.body(answer("\"usage\":{\"prompt_tokens\":" + prompt + ",\"completion_tokens\":"
                    + completion + ",\"total_tokens\":" + prompt + "}")));
            Completion taken = model(server).complete("be brief", "moss", PLAIN);
            assertThat(taken.choices().getFirst().text()).isEqualTo("old pond");
            assertThat(taken.promptTokens()).isBetween(0, 2_000);
            assertThat(taken.completionTokens()).isBetween(0, 128);
            if (note == null) {
                assertThat(taken.countNote()).isNull();
            } else {
                assertThat(taken.countNote()).startsWith("The server counted ").contains(note);
            }
        }
    }

    @Test
    void takesAnAnswerWithFieldsThatItDoesNotKnow() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.next(Answer.body(answer(
                    "\"service_tier\":\"default\",\"x_groq\":{\"id\":\"r\"},\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4,"
                            + "\"total_tokens\":7,\"queue_time\":0.02}")));
            Completion taken = model(server).complete("", "moss", PLAIN);
            assertThat(taken.promptTokens()).isEqualTo(3);
            assertThat(taken.completionTokens()).isEqualTo(4);
        }
    }

    @Test
    void followsNoRedirect() {
        try (OpenAiServer server = OpenAiServer.start();
                OpenAiServer elsewhere = OpenAiServer.start()) {
            for (String target :
                    new String[] {elsewhere.baseUrl() + "/chat/completions", "http://169.254.169.254/latest"}) {
                server.next((request, exchange, released) -> {
                    exchange.getResponseHeaders().add("Location", target);
                    exchange.sendResponseHeaders(307, -1);
                });
                assertThatThrownBy(() -> model(server).complete("", "moss", PLAIN))
                        .isInstanceOf(ModelFailedException.class)
                        .hasMessageContaining("307");
            }
            assertThat(elsewhere.requests()).isZero();
        }
    }

    private static String answer(String rest) {
        return "{\"id\":\"x\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"old pond\"},"
                + "\"finish_reason\":\"stop\"}]," + rest + "}";
    }

    private TextModel model(OpenAiServer server) {
        String name = "odd-" + UUID.randomUUID();
        models.register(name, server.baseUrl(), "m", null, null);
        return models.named(name);
    }
}
