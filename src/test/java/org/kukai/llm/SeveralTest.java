package org.kukai.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiRequest;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Several answers to one request: servers that give them, refuse them, or give one all the same. */
@QuarkusTest
class SeveralTest {
    private static final Sampling PLAIN = Sampling.of(0.7, 128);

    @Inject
    Models models;

    @Inject
    MeterRegistry registry;

    private final String name = "several-" + UUID.randomUUID();
    private OpenAiServer server;
    private TextModel model;

    @BeforeEach
    void start() {
        server = OpenAiServer.start();
        models.register(name, server.baseUrl(), "m", null, null);
        model = models.named(name);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private @Nullable Boolean remembered() {
        return QuarkusTransaction.requiringNew().call(() -> Model.named(name).givesSeveral);
    }

    private List<Choice> ask(int wanted) {
        return model.complete("", "moss", PLAIN.withN(wanted)).choices();
    }

    private Failure failing(int wanted) {
        return catchThrowableOfType(ModelFailedException.class, () -> ask(wanted))
                .failure();
    }

    private List<Integer> sent() {
        return server.seen().stream().map(OpenAiRequest::n).toList();
    }

    @Test
    void remembersThatAServerGivesThem() {
        assertThat(remembered()).isNull();
        assertThat(model.atOnce(PLAIN, 8)).isEqualTo(8);
        assertThat(ask(8)).hasSize(8);
        assertThat(remembered()).isTrue();
        assertThat(model.atOnce(PLAIN, 8)).isEqualTo(8);
    }

    @Test
    void remembersThatAServerRefusesThemOnceItHasGivenOne() {
        server.behave(request -> Answer.refusingN());
        assertThat(model.atOnce(PLAIN, 8)).isEqualTo(8);
        Failure refused = failing(8);
        assertThat(refused).isEqualTo(new Failure.OnlyOne(400, "n must be 1"));
        assertThat(refused.permanent()).isFalse();
        assertThat(remembered()).as("the reason may have been another").isNull();
        assertThat(ask(8)).hasSize(1);
        assertThat(remembered()).isFalse();
        assertThat(model.atOnce(PLAIN, 8)).isEqualTo(1);
        assertThat(sent()).containsExactly(8, 1);
    }

    @Test
    void asksForFewerWhereAServerHasALimit() {
        server.behave(request -> request.n() > 4
                ? Answer.status(400, "n must be at most 4")
                : Answer.ok(
                        IntStream.range(0, request.n()).mapToObj(i -> "a " + i).toArray(String[]::new)));
        assertThat(ask(4)).hasSize(4);
        assertThat(failing(16)).isInstanceOf(Failure.OnlyOne.class);
        assertThat(failing(model.atOnce(PLAIN, 16))).isInstanceOf(Failure.OnlyOne.class);
        assertThat(ask(model.atOnce(PLAIN, 16))).hasSize(4);
        assertThat(remembered()).isTrue();
        server.behave(request -> Answer.status(400, "bad words"));
        assertThat(failing(4)).isInstanceOf(Failure.OnlyOne.class);
        assertThat(failing(4)).isInstanceOf(Failure.OnlyOne.class);
        assertThat(failing(4)).as("for one alone it is refused too").isInstanceOf(Failure.Refused.class);
        assertThat(model.atOnce(PLAIN, 4)).isEqualTo(4);
    }

    @Test
    void remembersThatAServerGivesOneWhateverIsAsked() {
        server.behave(request -> Answer.ignoringN());
        assertThat(ask(8)).hasSize(1);
        assertThat(remembered()).isFalse();
        assertThat(ask(8)).hasSize(1);
        assertThat(sent()).containsExactly(8, 1);
    }

    @Test
    void triesWithOneRequestWhileNothingIsKnown() {
        List<Integer> worth = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> worth.add(model.atOnce(PLAIN, 5)));
        assertThat(worth).containsExactly(5, 1, 1, 1);
        server.next(Answer.status(500, "boom"));
        assertThat(failing(5)).isNotNull();
        assertThat(model.atOnce(PLAIN, 5)).as("the try told nothing").isEqualTo(5);
    }

    @Test
    void takesARefusalOfARequestForOneAsWhatItIs() {
        server.behave(request -> Answer.status(400, "bad template"));
        assertThat(failing(4)).isNotNull();
        Failure refused = failing(4);
        assertThat(refused).isEqualTo(new Failure.Refused(400, "bad template"));
        assertThat(remembered()).isNull();
    }

    @Test
    void asksForOneAtATimeUnderASeed() {
        assertThat(model.atOnce(PLAIN.withSeed(7L), 8)).isEqualTo(1);
        assertThat(models.named("composer").atOnce(PLAIN.withSeed(7L), 8)).isEqualTo(1);
        assertThat(models.named("composer").atOnce(PLAIN, 8)).isEqualTo(8);
    }

    @Test
    void countsCallsAndTokens() {
        ask(2);
        server.next(Answer.status(500, "boom"));
        assertThat(failing(1)).isNotNull();
        assertThat(registry.get("kukai.llm.calls")
                        .tags("model", name, "outcome", "answered")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("kukai.llm.calls")
                        .tags("model", name, "outcome", "server-error")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("kukai.llm.tokens")
                        .tags("model", name, "kind", "completion")
                        .counter()
                        .count())
                .isGreaterThan(10);
    }
}
