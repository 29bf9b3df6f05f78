package org.kukai.llm;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Servers that leave out what nobody needs. */
@QuarkusTest
class SmallServersTest {
    @Inject
    Models models;

    @Test
    void takesAnAnswerWithNothingButAMessage() {
        Completion completion = answerTo("{\"choices\":[{\"message\":{\"content\":\"moss\"}}]}");
        assertThat(completion.choices()).containsExactly(new Choice("moss", ""));
        assertThat(completion.requestId()).isEmpty();
        assertThat(completion.promptTokens() + completion.completionTokens()).isZero();
    }

    @Test
    void keepsTheUsageOfAnAnswerWithoutAName() {
        Completion completion =
                answerTo("{\"choices\":[{\"message\":{\"content\":\"moss\"},\"finish_reason\":\"length\"}],"
                        + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":5}}");
        assertThat(completion.choices()).containsExactly(new Choice("moss", Choice.LENGTH));
        assertThat(completion.promptTokens()).isEqualTo(3);
        assertThat(completion.completionTokens()).isEqualTo(5);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> answerTo("{\"text\":\"moss\"}")).hasMessageContaining("no choices");
        assertThatThrownBy(() -> answerTo("{\"choices\":[{\"text\":\"moss\"}]}"))
                .hasMessageContaining("no message");
    }

    private Completion answerTo(String body) {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.next(Answer.body(body));
            String name = "small-" + UUID.randomUUID();
            models.register(name, server.baseUrl(), "tiny", null, null);
            return models.named(name).complete("", "moss", Sampling.of(0.7, 128));
        }
    }
}
