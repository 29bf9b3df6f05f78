package org.kukai.generation;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.kukai.haiku.Haiku;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kukai.generation.RunCast.ended;
import static org.kukai.generation.RunCast.model;
import static org.kukai.generation.RunCast.progress;
import static org.kukai.generation.RunCast.prompts;
import static org.kukai.generation.RunCast.until;

/** Previews, budgets, further samples, and several samples a call. */
@QuarkusTest
class RunChangesTest {
    @Inject
    Runs runs;

    @Inject
    RunChanges changes;

    @Inject
    Estimates estimates;

    @Test
    void asksAFewPromptsFirstAndTheOthersWhenItIsResumed() {
        try (OpenAiServer server = OpenAiServer.start()) {
            UUID run = order(server, 5, settings(2, null, 2, null));
            until("the preview is made", () -> RunCast.run(run).status == RunStatus.PAUSED);
            assertThat(RunCast.run(run).statusReason).contains("preview");
            assertThat(progress(run).completed()).isEqualTo(4);
            assertThat(progress(run).planned()).isEqualTo(10);
            assertThat(server.requests()).isEqualTo(4);
            changes.addSamples(run, 1, null);
            assertThat(RunCast.run(run).status).isEqualTo(RunStatus.PAUSED);
            runs.resume(run);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(progress(run).completed()).isEqualTo(15);
        }
    }

    @Test
    void pausesWhenItsBudgetIsSpentAndGoesOnWithALargerOne() {
        try (OpenAiServer server = OpenAiServer.start()) {
            UUID run = order(server, 40, settings(1, 300L, null, 2));
            until("the budget is spent", () -> RunCast.run(run).status == RunStatus.PAUSED);
            until("open calls are over", () -> progress(run).completed() == server.requests());
            assertThat(RunCast.run(run).statusReason).startsWith("The budget of 300 tokens is spent");
            long taken = progress(run).promptTokens() + progress(run).completionTokens();
            assertThat(taken).isBetween(300L, 300L + 4 * taken / progress(run).completed());
            assertThatThrownBy(() -> runs.resume(run)).hasMessageContaining("Raise the budget");
            assertThatThrownBy(() -> changes.budget(run, 0L, null)).hasMessageContaining("not 0");
            changes.budget(run, null, null);
            runs.resume(run);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(progress(run).completed()).isEqualTo(40);
        }
    }

    @Test
    void addsSamplesToAFinishedRunAndOnlyWhereCorrectOnesAreFew() {
        try (OpenAiServer server = OpenAiServer.start()) {
            UUID run = order(server, 4, settings(1, null, null, null));
            ended(run);
            changes.addSamples(run, 2, null);
            assertThat(RunCast.run(run).planned).isEqualTo(12);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(progress(run).completed()).isEqualTo(12);
            assertThatThrownBy(() -> changes.addSamples(run, 1, 3)).hasMessageContaining("has 3 correct haiku or more");
            QuarkusTransaction.requiringNew().run(() -> {
                Attempt one = Attempt.inStates(run, Set.of(AttemptState.COMPLETED), 0, 1)
                        .getFirst();
                Haiku.update("score = 3, strict575 = false where id = ?1", one.haikuId);
            });
            assertThat(progress(run).correct575())
                    .as("counts follow new scores")
                    .isEqualTo(11);
            changes.addSamples(run, 5, 3);
            assertThat(RunCast.run(run).planned).isEqualTo(17);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(progress(run).completed()).isEqualTo(17);
        }
    }

    @Test
    void asksForSeveralSamplesAtOnceWhereTheServerGivesThem() {
        try (OpenAiServer server = OpenAiServer.start()) {
            UUID run = order(
                    server,
                    3,
                    new RunSettings(
                            8, 0.7, 128, null, List.of(), 4, 2, null, null, null, null, null, "", RunSettings.PLACE));
            ended(run);
            assertThat(progress(run).completed()).isEqualTo(24);
            assertThat(server.requests()).isBetween(6, 12);
            RunModel model = RunCast.models(run).getFirst();
            assertThat(model.calls()).isEqualTo(server.requests());
            server.behave(request -> Answer.ignoringN());
            UUID second = order(
                    server,
                    3,
                    new RunSettings(
                            8, 0.7, 128, null, List.of(), 4, 2, null, null, null, null, null, "", RunSettings.PLACE));
            ended(second);
            assertThat(progress(second).completed()).isEqualTo(24);
        }
    }

    @Test
    void estimatesFromTheLengthsOfPromptsAndThenFromWhatTheModelDid() {
        try (OpenAiServer server = OpenAiServer.start()) {
            String name = model(server);
            RunOrder order =
                    new RunOrder(name, new PromptSelection(null, prompts(3), null), settings(2, null, null, null));
            Estimate blind = estimates.of(order);
            assertThat(blind.samples()).isEqualTo(6);
            assertThat(blind.tokens()).isPositive();
            assertThat(blind.seconds()).isEmpty();
            UUID run = runs.order(order, null).id;
            ended(run);
            Estimate known = estimates.of(order);
            assertThat(known.models())
                    .singleElement()
                    .satisfies(model -> assertThat(model.known()).isTrue());
            assertThat(known.tokens())
                    .isEqualTo(progress(run).promptTokens() + progress(run).completionTokens());
            assertThat(known.seconds()).isPresent();
        }
    }

    private static RunSettings settings(
            int samples, @Nullable Long budget, @Nullable Integer preview, @Nullable Integer inFlight) {
        return new RunSettings(
                samples,
                0.7,
                128,
                null,
                List.of(),
                1,
                inFlight == null ? 4 : inFlight,
                null,
                null,
                budget,
                null,
                preview,
                "",
                RunSettings.PLACE);
    }

    private UUID order(OpenAiServer server, int prompts, RunSettings settings) {
        return runs.order(
                        new RunOrder(model(server), new PromptSelection(null, prompts(prompts), null), settings), null)
                .id;
    }
}
