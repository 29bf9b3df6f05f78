package org.kukai.generation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.kukai.llm.Model;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kukai.generation.RunCast.ended;
import static org.kukai.generation.RunCast.modelWithPrices;
import static org.kukai.generation.RunCast.progress;
import static org.kukai.generation.RunCast.prompts;

/** An estimate reckons with the order that is made, and takes from earlier runs only what a model is like. */
@QuarkusTest
class EstimatesTest {
    private static final String SHORT = "";
    private static final String LONG = "You are a poet. ".repeat(50);

    @Inject
    Runs runs;

    @Inject
    Estimates estimates;

    @Test
    void reckonsWithTheSamplesOfACallAndWithTheSeedOfTheOrder() {
        try (OpenAiServer server = OpenAiServer.start()) {
            String model = modelWithPrices(server.baseUrl(), "1", "1", "EUR");
            String word = prompts(3);
            ended(runs.order(order(model, word, 1, 1, null, SHORT), null).id);
            assertThat(of(order(model, word, 8, 4, 7L, SHORT)).calls())
                    .as("under a seed, each sample is asked for by itself")
                    .isEqualTo(24);
            knows(model, true);
            Estimate.OfModel four = of(order(model, word, 8, 4, null, SHORT));
            Estimate.OfModel one = of(order(model, word, 8, 1, null, SHORT));
            assertThat(four.calls()).isEqualTo(6);
            assertThat(one.calls()).isEqualTo(24);
            assertThat(one.promptTokens())
                    .as("a prompt is sent with every call")
                    .isEqualTo(4 * four.promptTokens());
            assertThat(one.completionTokens()).isEqualTo(four.completionTokens());
            knows(model, false);
            assertThat(of(order(model, word, 8, 4, null, SHORT)).calls()).isEqualTo(24);
        }
    }

    @Test
    void restsOnTheLatestAnswersToTheSameMessages() {
        try (OpenAiServer server = OpenAiServer.start()) {
            String model = modelWithPrices(server.baseUrl(), "100000", "100000", "EUR");
            String word = prompts(3);
            Estimate.OfModel blind = of(order(model, word, 2, 1, null, SHORT));
            assertThat(blind.known()).isFalse();
            assertThat(blind.restsOn()).startsWith("It has given no haiku yet");
            assertThat(blind.seconds()).isNull();

            UUID brief = runs.order(order(model, word, 2, 1, null, SHORT), null).id;
            ended(brief);
            Estimate.OfModel other = of(order(model, word, 2, 1, null, LONG));
            assertThat(other.restsOn()).isEqualTo("From its latest 6 answers to other messages.");
            assertThat(other.promptTokens())
                    .as("a long message is paid for")
                    .isGreaterThan(5 * progress(brief).promptTokens());

            UUID wordy = runs.order(order(model, word, 2, 1, null, LONG), null).id;
            ended(wordy);
            Estimate.OfModel same = of(order(model, word, 2, 1, null, LONG));
            assertThat(same.restsOn()).isEqualTo("From its latest 6 answers to the same messages.");
            assertThat(same.promptTokens()).isCloseTo(progress(wordy).promptTokens(), within(1L));
            assertThat(same.completionTokens()).isCloseTo(progress(wordy).completionTokens(), within(1L));
            assertThat(same.cost())
                    .isEqualByComparingTo(BigDecimal.valueOf(same.promptTokens() + same.completionTokens(), 1));
            assertThat(of(order(model, word, 4, 1, null, LONG)).completionTokens())
                    .as("twice the samples")
                    .isEqualTo(2 * same.completionTokens());
        }
    }

    private Estimate.OfModel of(RunOrder order) {
        return estimates.of(order).models().getFirst();
    }

    private static void knows(String model, boolean givesSeveral) {
        QuarkusTransaction.requiringNew()
                .run(() -> Model.update("givesSeveral = ?1 where name = ?2", givesSeveral, model));
    }

    private static RunOrder order(
            String model, String word, int samples, int atOnce, @Nullable Long seed, String system) {
        RunSettings settings = new RunSettings(
                samples, 0.7, 128, seed, List.of(), atOnce, 4, null, null, null, null, null, system, RunSettings.PLACE);
        return new RunOrder(model, new PromptSelection(null, word, null), settings);
    }
}
