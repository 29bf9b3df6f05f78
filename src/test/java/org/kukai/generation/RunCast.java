package org.kukai.generation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;

import org.kukai.llm.Model;
import org.kukai.llm.Models;
import org.kukai.llm.Prices;
import org.kukai.prompt.Prompt;
import org.kukai.prompt.Split;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Prompts and models of a test's own, and waiting for runs without sleeping blindly. */
public final class RunCast {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private RunCast() {}

    /** Makes prompts that hold a word of their own, and returns the word. */
    public static String prompts(int count) {
        String word = "subject-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, count)
                        .forEach(i -> Prompt.create(
                                "Write a haiku about " + word + " number " + i + ".",
                                Split.TRAIN,
                                "test",
                                clock().instant())));
        return word;
    }

    /** Registers the server under a name of its own, and returns the name. */
    public static String model(OpenAiServer server) {
        String name = "model-" + UUID.randomUUID();
        bean(Models.class).register(name, server.baseUrl(), "tiny", null, null);
        return name;
    }

    /** Registers a model whose tokens cost so much a million, and returns its name. */
    public static String modelWithPrices(String baseUrl, String prompt, String completion, String currency) {
        String name = "model-" + UUID.randomUUID();
        bean(Models.class).register(name, baseUrl, "tiny", null, null);
        price(name, prompt, completion, currency);
        return name;
    }

    /** Says what the model's tokens cost; nothing when both prices are empty. */
    public static void price(String model, String prompt, String completion, String currency) {
        QuarkusTransaction.requiringNew()
                .run(() -> Model.named(model).price(Prices.read(prompt, completion, currency)));
    }

    /** Waits until the run does not move any more, and returns it. */
    public static Run ended(UUID run) {
        until("run " + run + " ends", () -> !run(run).status.isActive());
        return run(run);
    }

    public static Run run(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Run.byId(id));
    }

    public static Progress progress(UUID id) {
        return bean(RunMonitor.class).progress(run(id));
    }

    public static List<RunModel> models(UUID id) {
        return bean(RunMonitor.class).models(run(id));
    }

    /** Looks again and again, but not for ever. */
    public static void until(String what, BooleanSupplier met) {
        until(what, Duration.ofMillis(20), LONGEST, met);
    }

    /** The same with another interval between looks, which cost something through the API: a password is hashed each time. */
    static void until(String what, Duration interval, Duration longest, BooleanSupplier met) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!met.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting until %s", what).isLessThan(deadline);
            pause(interval);
        }
    }

    private static void pause(Duration interval) {
        try {
            Thread.sleep(interval);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Clock clock() {
        return bean(Clock.class);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.requireContainer().select(type).get();
    }
}
