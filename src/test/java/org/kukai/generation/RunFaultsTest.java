package org.kukai.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

import org.kukai.haiku.Scorer;
import org.kukai.llm.Model;
import org.kukai.llm.TextModel;
import org.kukai.llm.gate.GateLimits;
import org.kukai.llm.gate.Gates;
import org.kukai.llm.gate.Pass;
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
    Ledger ledger;

    @Inject
    Claims claims;

    @Inject
    Patience patience;

    @Inject
    Gates gates;

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
    void givesTheSampleOnToBeTriedAgainWhenTheMachineFails() throws InterruptedException {
        Claim claim = new Claim(UUID.randomUUID(), UUID.randomUUID(), "Write!", 0, 0, 0, 0, null);
        Caller caller = new Caller(
                ONE_AT_A_TIME,
                (system, user, sampling) -> {
                    throw new StackOverflowError("by a test");
                },
                scorer,
                patience);
        FirstCalls firstCalls = new FirstCalls(reason -> {
            throw new AssertionError("one call is not enough to pause a run: " + reason);
        });
        List<Outcome> outcomes = new ArrayList<>();
        UUID composer = QuarkusTransaction.requiringNew().call(() -> Model.named("composer").id);
        Pass pass = gates.open(UUID.randomUUID(), composer, GateLimits.NONE)
                .enter(1)
                .orElseThrow();
        assertThatThrownBy(() -> caller.call(List.of(claim), pass, firstCalls, new Caller.Desk() {
                    @Override
                    public void store(Outcome outcome, Runnable afterwards) {
                        outcomes.add(outcome);
                    }

                    @Override
                    public void giveBack(Claim back) {
                        throw new AssertionError("given back: " + back);
                    }
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(outcomes).singleElement().satisfies(outcome -> {
            assertThat(outcome.state()).isEqualTo(AttemptState.PLANNED);
            assertThat(outcome.reason()).contains("StackOverflowError");
        });
    }

    @Test
    void storesOneByOneWhereOneOutcomeCannotBeStored() {
        try (OpenAiServer server = OpenAiServer.start()) {
            UUID run = order(server, 1);
            ended(run);
            UUID prompt = only(run, AttemptState.COMPLETED).promptId;
            List<Outcome> batch = Stream.of("moss", "\0", "stone")
                    .map(raw -> Outcome.failed(
                            new Claim(UUID.randomUUID(), prompt, "", 0, 100 + raw.length(), 0, 0, null),
                            new org.kukai.generation.Answer(raw, "stop", "", 1, 0, 0, 0, null),
                            "by a test"))
                    .toList();
            CountDownLatch stored = new CountDownLatch(batch.size());
            Scribe scribe = new Scribe(run, ledger, () -> {});
            batch.forEach(outcome -> scribe.take(outcome, stored::countDown));
            scribe.close();
            scribe.run();
            assertThat(stored.getCount()).isZero();
            assertThat(all(run, AttemptState.FAILED))
                    .hasSize(3)
                    .satisfiesOnlyOnce(attempt -> assertThat(attempt.reason).contains("cannot be stored"));
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

    @Test
    void takesUpWhatItClaimedWhenTheDatabaseWentAwayBeforeItCouldSaySo() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.hang());
            UUID run = order(server, 40);
            until("the first calls are open", () -> server.requests() > 0);
            UUID worker = QuarkusTransaction.requiringNew()
                    .call(() -> Run.getEntityManager()
                            .unwrap(Session.class)
                            .createNativeQuery("select id from run_worker where run_id = :run", UUID.class)
                            .setParameter("run", run)
                            .getSingleResult());
            assertThat(claims.take(run, 0, worker, 3)).isNotEmpty();
            server.release();
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(server.requests()).isEqualTo(40);
        }
    }

    @Test
    void reservesTokensForEverySampleOfACall() {
        RunSettings four = new RunSettings(
                4, 0.7, 30, null, List.of(), 4, 1, null, 1_000, null, null, null, "", RunSettings.PLACE);
        TextModel gives = (system, user, sampling) -> {
            throw new AssertionError("nothing is asked");
        };
        UUID prompt = UUID.randomUUID();
        List<Claim> waiting = IntStream.range(0, 6)
                .mapToObj(i -> new Claim(UUID.randomUUID(), prompt, "x".repeat(40), 0, i, 0, 0, null))
                .toList();
        Caller caller = new Caller(four, gives, scorer, patience);
        assertThat(caller.expectedTokens(waiting)).isEqualTo(10 + 4 * 30);
        assertThat(caller.expectedTokens(waiting.subList(0, 1))).isEqualTo(10 + 30);
        assertThat(caller.expectedTokens(List.of())).isZero();
    }

    private UUID order(OpenAiServer server, int prompts) {
        PromptSelection selection = new PromptSelection(null, prompts(prompts), null);
        return runs.order(new RunOrder(model(server), selection, ONE_AT_A_TIME), null).id;
    }

    private static Attempt only(UUID run, AttemptState state) {
        List<Attempt> all = all(run, state);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static List<Attempt> all(UUID run, AttemptState state) {
        return QuarkusTransaction.requiringNew().call(() -> Attempt.inStates(run, Set.of(state), 0, 10));
    }
}
