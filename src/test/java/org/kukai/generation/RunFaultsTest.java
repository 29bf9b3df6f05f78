package org.kukai.generation;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.haiku.Scorer;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kukai.generation.RunCast.ended;
import static org.kukai.generation.RunCast.model;
import static org.kukai.generation.RunCast.prompts;
import static org.kukai.generation.RunCast.until;

/** Faults that meet one sample of a run: it ends all the same, and the run with it. */
@QuarkusTest
class RunFaultsTest {
    private static final RunSettings ONE_AT_A_TIME =
            new RunSettings(1, 0.7, 128, null, 1, null, RunSettings.SYSTEM_TEMPLATE, RunSettings.USER_TEMPLATE);

    @Inject
    Runs runs;

    @Inject
    Attempts attempts;

    @Inject
    Patience patience;

    @Inject
    Scorer scorer;

    @Test
    void givesUpAnAnswerThatIsTooLongAndKeepsItsBeginning() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.ok("moss ".repeat(5_000)));
            UUID run = order(server, 1);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(server.requests()).isEqualTo(Patience.ANSWERS);
            Attempt failed = only(run, AttemptState.FAILED);
            assertThat(failed.reason).startsWith("The answer has 25000 characters;");
            assertThat(failed.raw).startsWith("moss moss").hasSizeLessThan(3_000);
        }
    }

    @Test
    void endsWhateverTheSizeOfTheAnswers() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.ok("x".repeat(10_000_000)));
            UUID run = order(server, 1);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(only(run, AttemptState.FAILED).reason).isNotBlank();
        }
    }

    @Test
    void leavesNoAttemptClaimedWhenTheMachineFails() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.hang());
            UUID run = order(server, 3);
            until("a call hangs", () -> server.requests() == 1);
            // One is asked and one waits for its turn; this is the third.
            Claim claim = attempts.claim(run, RunCast.run(run).turn, 1).getFirst();
            Caller caller = new Caller(
                    ONE_AT_A_TIME,
                    (system, user, sampling) -> {
                        throw new StackOverflowError("by a test");
                    },
                    scorer,
                    attempts,
                    patience,
                    new Pace(null),
                    new FirstCalls(reason -> {
                        throw new AssertionError("one call is not enough to pause a run: " + reason);
                    }));
            assertThatThrownBy(() -> caller.call(claim)).isInstanceOf(StackOverflowError.class);
            Attempt attempt = QuarkusTransaction.requiringNew().call(() -> Attempt.findById(claim.attempt()));
            assertThat(attempt.claimedUntil).isNull();
            assertThat(attempt.tries).isEqualTo(1);
            assertThat(attempt.reason).contains("StackOverflowError");
            runs.cancel(run);
        }
    }

    @Test
    void countsSlowdownsApartFromWhatElseGoesWrong() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.next(Answer.tooMany(""), Answer.tooMany(""), Answer.tooMany(""), Answer.emptyContent());
            UUID run = order(server, 1);
            ended(run);
            Attempt attempt = only(run, AttemptState.COMPLETED);
            assertThat(attempt.tries).isEqualTo(5);
            assertThat(attempt.slowdowns).isEqualTo(3);
        }
    }

    private UUID order(OpenAiServer server, int prompts) {
        PromptSelection selection = new PromptSelection(null, prompts(prompts), null);
        return runs.order(new RunOrder(model(server), selection, ONE_AT_A_TIME), null).id;
    }

    private static Attempt only(UUID run, AttemptState state) {
        List<Attempt> all = QuarkusTransaction.requiringNew().call(() -> Attempt.inStates(run, Set.of(state), 0, 10));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
