package org.kukai.llm;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiRequest;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The wire to model servers: what is sent, and what every fault becomes. */
@QuarkusTest
class ModelWireTest {
    private static final Sampling PLAIN = Sampling.of(0.7, 128);

    @Inject
    Models models;

    @Inject
    OpenAiClients clients;

    @Inject
    Failures failures;

    @Inject
    KeySafe keys;

    @Inject
    ObjectMapper json;

    private OpenAiServer server;

    @BeforeEach
    void start() {
        server = OpenAiServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TextModel model(String key) {
        String name = "wire-" + UUID.randomUUID();
        models.register(name, server.baseUrl() + "/", "some/model", key, null);
        return models.named(name);
    }

    private Failure failureOf(Answer answer) {
        server.next(answer);
        return failure(model("sk-secret-of-the-test"));
    }

    private static Failure failure(TextModel model) {
        ModelFailedException e =
                catchThrowableOfType(ModelFailedException.class, () -> model.complete("be brief", "moss", PLAIN));
        assertThat(e).isNotNull();
        assertThat(e.failure().reason()).matches("(?s).*[.…!?]").doesNotContain("sk-secret");
        return e.failure();
    }

    @Test
    void sendsWhatWasAskedAndReadsEveryChoiceWithItsUsage() {
        Sampling sampling = new Sampling(0.5, 99, 4, 7L, List.of("###"));
        Completion completion = model("sk-1").complete("be brief", "moss", sampling);
        assertThat(completion.choices()).hasSize(4).extracting(Choice::text).doesNotHaveDuplicates();
        assertThat(completion.choices()).allSatisfy(choice -> {
            assertThat(choice.finishReason()).isEqualTo("stop");
            assertThat(choice.problem()).isEmpty();
        });
        assertThat(completion.promptTokens()).isEqualTo(3);
        assertThat(completion.completionTokens()).isGreaterThan(40);
        assertThat(completion.requestId()).isEqualTo("chatcmpl-0");
        assertThat(completion.latency()).isPositive().isLessThan(Duration.ofSeconds(20));

        OpenAiRequest sent = server.seen().getFirst();
        assertThat(sent.authorization()).isEqualTo("Bearer sk-1");
        assertThat(sent.model()).isEqualTo("some/model");
        assertThat(sent.system()).isEqualTo("be brief");
        assertThat(sent.user()).isEqualTo("moss");
        assertThat(sent.temperature()).isEqualTo(0.5);
        assertThat(sent.seed()).isEqualTo(7L);
        assertThat(sent.n()).isEqualTo(4);
        assertThat(sent.body().path("max_tokens").asInt()).isEqualTo(99);
        assertThat(sent.body().path("stop").path(0).asText()).isEqualTo("###");
    }

    @Test
    void leavesOutWhatHasItsDefault() {
        model("").complete(" ", "moss", PLAIN);
        OpenAiRequest sent = server.seen().getFirst();
        assertThat(sent.authorization()).isNull();
        assertThat(sent.body().path("messages")).hasSize(1);
        assertThat(sent.body().has("n")).isFalse();
        assertThat(sent.body().has("seed")).isFalse();
        assertThat(sent.body().has("stop")).isFalse();
    }

    @Test
    void takesFewerChoicesFromAServerThatIgnoresN() {
        server.next(Answer.ignoringN());
        assertThat(model("").complete("", "moss", PLAIN.withN(8)).choices()).hasSize(1);
    }

    @Test
    void triesNothingAgainByItself() {
        failureOf(Answer.status(500, "boom"));
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void honoursRetryAfterInSecondsAndDates() {
        assertThat(failureOf(Answer.tooMany("7")))
                .isEqualTo(new Failure.RateLimited(Optional.of(Duration.ofSeconds(7)), "Rate limit reached"));
        assertThat(failureOf(Answer.tooMany("")))
                .isEqualTo(new Failure.RateLimited(Optional.empty(), "Rate limit reached"));
        assertThat(failureOf(Answer.tooMany("1")).reason()).contains("(429), for 1 second: Rate");
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(90));
        Failure busy = failureOf(Answer.unavailable(date));
        assertThat(busy).isInstanceOf(Failure.ServerError.class);
        assertThat(busy.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(91));
        assertThat(busy.permanent()).isFalse();
        assertThat(busy.reason()).contains("503").contains("Loading model");
    }

    @Test
    void tellsTheServersOwnTroubleFromARefusal() {
        assertThat(failureOf(Answer.status(500, "boom")))
                .isEqualTo(new Failure.ServerError(500, Optional.empty(), "boom"));
        for (int status : new int[] {400, 401, 403, 404, 422}) {
            Failure refused = failureOf(Answer.status(status, "no such thing"));
            assertThat(refused).isEqualTo(new Failure.Refused(status, "no such thing"));
            assertThat(refused.permanent()).isTrue();
            assertThat(refused.reason()).contains(String.valueOf(status)).contains("no such thing");
        }
        assertThat(failureOf(Answer.status(302, "elsewhere")).permanent()).isTrue();
    }

    @Test
    void hidesTheKeyThatAServerRepeats() {
        assertThat(failureOf(Answer.status(401, "Incorrect key sk-secret-of-the-test"))
                        .reason())
                .contains("Incorrect key …");
    }

    @Test
    void namesAnAnswerThatCannotBeRead() {
        assertThat(failureOf(Answer.brokenJson())).isInstanceOf(Failure.Nonsense.class);
        assertThat(failureOf(Answer.body("<html>hello</html>"))).isInstanceOf(Failure.Nonsense.class);
        assertThat(failureOf(Answer.body(""))).isInstanceOf(Failure.Nonsense.class);
        assertThat(failureOf(Answer.body("{}"))).isInstanceOf(Failure.Nonsense.class);
        assertThat(failureOf(Answer.body("{\"id\":\"x\",\"choices\":[]}"))).isInstanceOf(Failure.Nonsense.class);
        assertThat(failureOf(Answer.body("{\"id\":\"x\",\"choices\":[{\"index\":0}]}")))
                .isInstanceOf(Failure.Nonsense.class);
        assertThat(failureOf(Answer.body("[1,2]"))).isInstanceOf(Failure.Nonsense.class);
        assertThat(failureOf(Answer.ok("x".repeat(5_000_000))).reason()).contains("bytes; at most");
    }

    @Test
    void namesALineThatWentDead() {
        assertThat(failureOf(Answer.reset())).isInstanceOf(Failure.Unreachable.class);
        assertThat(failureOf(Answer.cutBody())).isInstanceOf(Failure.Unreachable.class);
        TextModel model = model("");
        server.close();
        assertThat(failure(model)).isInstanceOf(Failure.Unreachable.class);
        String name = "wire-" + UUID.randomUUID();
        models.register(name, "http://no-such-host.invalid/v1", "m", null, null);
        assertThat(failure(models.named(name))).isInstanceOf(Failure.Unreachable.class);
    }

    @Test
    void givesUpWhenTheTimeIsOverHoweverTheServerHangs() {
        Duration limit = Duration.ofMillis(700);
        for (Answer answer : List.of(Answer.hang(), Answer.hangAfterHead(), Answer.drip(Duration.ofMillis(50)))) {
            server.next(answer);
            TextModel hasty = new OpenAiClients(new Hasty(limit), keys, failures, json)
                    .open(server.baseUrl(), "m", () -> null, new Several(null, several -> {}));
            assertThat(failure(hasty)).isEqualTo(new Failure.TimedOut(limit));
        }
    }

    private record Hasty(Duration timeout) implements LlmConfig {
        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public int connections() {
            return 10;
        }
    }

    @Test
    void keepsAnswersThatCanBeNoCandidateWithTheirProblem() {
        assertThat(choice(Answer.emptyContent()).problem())
                .hasValueSatisfying(p -> assertThat(p).contains("empty"));
        assertThat(choice(Answer.length()).problem())
                .hasValueSatisfying(p -> assertThat(p).contains("limit of tokens"));
        Choice refusal = choice(Answer.refusal());
        assertThat(refusal.text()).isEqualTo("I cannot help with that.");
        assertThat(refusal.problem()).hasValueSatisfying(p -> assertThat(p).contains("refused"));
    }

    private Choice choice(Answer answer) {
        server.next(answer);
        return model("").complete("", "moss", PLAIN).choices().getFirst();
    }

    @Test
    void has64CallsInFlightAtOnce() throws Exception {
        server.behave(request -> Answer.hang());
        TextModel model = model("");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Completion>> calls = java.util.stream.IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(() -> model.complete("", "moss", PLAIN)))
                    .toList();
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (server.requests() < 64 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            server.release();
            for (Future<Completion> call : calls) {
                assertThat(call.get().choices()).hasSize(1);
            }
        }
        assertThat(server.mostInFlight()).isEqualTo(64);
    }
}
