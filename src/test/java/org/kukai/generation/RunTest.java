package org.kukai.generation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.RefusedException;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiRequest;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kukai.generation.RunCast.ended;
import static org.kukai.generation.RunCast.model;
import static org.kukai.generation.RunCast.progress;
import static org.kukai.generation.RunCast.prompts;
import static org.kukai.generation.RunCast.until;

@QuarkusTest
class RunTest {
    @Inject
    Runs runs;

    @Inject
    RunMonitor monitor;

    @Test
    void makesEverySampleOfEveryPromptOnce() {
        try (OpenAiServer server = OpenAiServer.start()) {
            UUID run = order(model(server), prompts(7), 3, 4);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            Progress progress = progress(run);
            assertThat(progress.completed()).isEqualTo(21).isEqualTo(progress.planned());
            assertThat(progress.correct575()).isEqualTo(21);
            assertThat(progress.completionTokens()).isPositive();
            assertThat(server.requests()).isEqualTo(21);
            assertThat(server.mostInFlight()).isLessThanOrEqualTo(4);
            assertThat(attempts(run, AttemptState.COMPLETED)).allSatisfy(attempt -> {
                assertThat(attempt.tries).isEqualTo(1);
                assertThat(attempt.requestId).startsWith("chatcmpl-");
                assertThat(attempt.finishReason).isEqualTo("stop");
            });
        }
    }

    @Test
    void endsWithEverySampleCompletedOrFailedWithAReasonWhateverTheServerDoes() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(RunTest::faulty);
            UUID run = order(model(server), prompts(200), 8, 64);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            Progress progress = progress(run);
            assertThat(progress.planned()).isEqualTo(1600);
            assertThat(progress.completed() + progress.failed()).isEqualTo(1600);
            assertThat(progress.failed()).isPositive();
            assertThat(progress.completed()).isGreaterThan(1400);
            List<Attempt> failed = attempts(run, AttemptState.FAILED);
            assertThat(failed)
                    .hasSize((int) progress.failed())
                    .allSatisfy(a -> assertThat(a.reason).isNotBlank());
            assertThat(failed).extracting(a -> a.tries).allMatch(tries -> tries <= Patience.SLOWDOWNS + Patience.CALLS);
            assertThat(haikuOf(run)).isEqualTo(progress.completed());
            assertThat(distinctHaikuOf(run)).isEqualTo(progress.completed());
            assertThat(server.mostInFlight()).isLessThanOrEqualTo(64);
            assertThat(monitor.failures(RunCast.run(run)))
                    .isNotEmpty()
                    .allSatisfy(group -> assertThat(group.example()).isNotBlank());
        }
    }

    /** One request in ten goes wrong, in every way there is; some prompts never succeed. */
    private static Answer faulty(OpenAiRequest request) {
        if (request.user().contains("number 3.")) {
            return Answer.status(500, "out of memory");
        }
        if (request.user().contains("number 4.")) {
            return Answer.length();
        }
        if (request.user().contains("number 5.")) {
            return Answer.status(400, "not this one");
        }
        if (request.number() == 100) {
            return Answer.hang();
        }
        return switch (request.number() % 80) {
            case 1 -> Answer.tooMany(request.number() % 400 == 1 ? "1" : "");
            case 11 -> Answer.status(500, "oops");
            case 21 -> Answer.brokenJson();
            case 31 -> Answer.emptyContent();
            case 41 -> Answer.length();
            case 51 -> Answer.reset();
            case 61 -> Answer.cutBody();
            case 71 -> Answer.unavailable("");
            default -> Answer.ok();
        };
    }

    @Test
    void failsAtOnceWhatTheServerRefuses() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.status(401, "bad key"));
            UUID run = order(model(server), prompts(3), 1, 2);
            ended(run);
            assertThat(server.requests()).isEqualTo(3);
            assertThat(attempts(run, AttemptState.FAILED))
                    .hasSize(3)
                    .allSatisfy(a -> assertThat(a.reason).contains("401").contains("key"));
        }
    }

    @Test
    void asksAgainThreeTimesForAnAnswerThatCanBeNoCandidateAndKeepsItForTheRecord() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.length());
            UUID run = order(model(server), prompts(1), 1, 1);
            ended(run);
            assertThat(server.requests()).isEqualTo(Patience.ANSWERS);
            assertThat(attempts(run, AttemptState.FAILED)).singleElement().satisfies(a -> {
                assertThat(a.reason).contains("cut at the limit");
                assertThat(a.raw).isNotBlank();
                assertThat(a.tries).isEqualTo(Patience.ANSWERS);
            });
            assertThat(haikuOf(run)).isZero();
        }
    }

    @Test
    void retriesFailedAttemptsOnRequest() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.status(400, "not now"));
            UUID run = order(model(server), prompts(4), 1, 4);
            ended(run);
            server.behave(request -> Answer.ok());
            runs.retryFailed(run);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(progress(run).completed()).isEqualTo(4);
            assertThatThrownBy(() -> runs.retryFailed(run)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void cancelsInTheMiddleAndMakesNoFurtherCall() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> request.number() < 10 ? Answer.ok() : Answer.hang());
            UUID run = order(model(server), prompts(50), 4, 5);
            until("calls hang", () -> server.requests() == 15);
            runs.cancel(run);
            server.release();
            until("the worker is done", () -> !isWorkedOn(run));
            Progress progress = progress(run);
            assertThat(RunCast.run(run).status).isEqualTo(RunStatus.CANCELLED);
            assertThat(progress.completed()).isEqualTo(10);
            assertThat(progress.cancelled()).isEqualTo(190);
            assertThat(server.requests()).isEqualTo(15);
            assertThatThrownBy(() -> runs.resume(run)).hasMessageContaining("cancelled");
        }
    }

    @Test
    void goesOnAfterAPauseAndAsksNothingTwice() {
        try (OpenAiServer server = OpenAiServer.start()) {
            ConcurrentMap<String, AtomicInteger> asked = new ConcurrentHashMap<>();
            server.behave(request -> {
                asked.computeIfAbsent(request.user(), u -> new AtomicInteger()).incrementAndGet();
                return request.number() < 20 ? Answer.slow(Duration.ofMillis(5)) : Answer.hang();
            });
            UUID run = order(model(server), prompts(60), 1, 6);
            until("calls hang", () -> server.requests() == 26);
            runs.pause(run);
            runs.resume(run);
            runs.pause(run);
            assertThat(RunCast.run(run).status).isEqualTo(RunStatus.PAUSED);
            assertThatThrownBy(() -> runs.pause(run)).hasMessageContaining("paused");
            runs.resume(run);
            server.release();
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(progress(run).completed()).isEqualTo(60);
            assertThat(server.mostInFlight()).isLessThanOrEqualTo(6);
            assertThat(asked.values()).allSatisfy(count -> assertThat(count).hasValue(1));
        }
    }

    @Test
    void keepsBelowItsRequestsPerMinute() {
        try (OpenAiServer server = OpenAiServer.start()) {
            RunSettings settings = new RunSettings(1, 0, 50, 1L, 10, 600, "", RunSettings.PLACE);
            long start = System.nanoTime();
            UUID run = runs.order(new RunOrder(model(server), selection(prompts(11)), settings), null).id;
            ended(run);
            // Ten a second: the eleventh begins a second after the first.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    private UUID order(String model, String word, int samples, int inFlight) {
        RunSettings settings = new RunSettings(
                samples, 0.7, 128, null, inFlight, null, RunSettings.SYSTEM_TEMPLATE, RunSettings.USER_TEMPLATE);
        return runs.order(new RunOrder(model, selection(word), settings), null).id;
    }

    private static PromptSelection selection(String word) {
        return new PromptSelection(null, word, null);
    }

    private static List<Attempt> attempts(UUID run, AttemptState state) {
        return QuarkusTransaction.requiringNew().call(() -> Attempt.inStates(run, Set.of(state), 0, 10_000));
    }

    private static long haikuOf(UUID run) {
        return count(
                "select count(*) from haiku h join run_prompt c on c.prompt_id = h.prompt_id where c.run_id = ?1", run);
    }

    private static long distinctHaikuOf(UUID run) {
        return count("select count(distinct haiku_id) from attempt where run_id = ?1", run);
    }

    private static boolean isWorkedOn(UUID run) {
        return count("select count(*) from run_worker where run_id = ?1", run) > 0;
    }

    private static long count(String sql, UUID run) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) Run.getEntityManager()
                                .createNativeQuery(sql)
                                .setParameter(1, run)
                                .getSingleResult())
                        .longValue());
    }
}
