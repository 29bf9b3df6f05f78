package org.kukai.llm;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Counts and times the calls of models; {@code docs/metrics.md} lists the names. */
@ApplicationScoped
public class Meters {
    private final MeterRegistry registry;
    private final ConcurrentMap<UUID, String> names = new ConcurrentHashMap<>();

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The same model, with its calls counted. */
    TextModel measured(UUID id, String name, TextModel model) {
        names.put(id, name);
        return new Measured(this, name, model);
    }

    /** A call is made that had been made before. */
    public void retried(UUID model) {
        Counter.builder("kukai.llm.retries")
                .tag("model", nameOf(model))
                .register(registry)
                .increment();
    }

    /** What the model is called in the figures: its name once it was asked here. */
    public String nameOf(UUID model) {
        return names.getOrDefault(model, model.toString());
    }

    private void called(String model, String outcome, Duration latency) {
        Timer.builder("kukai.llm.calls")
                .tags("model", model, "outcome", outcome)
                .publishPercentileHistogram(false)
                .register(registry)
                .record(latency);
    }

    private void tokens(String model, String kind, int count) {
        Counter.builder("kukai.llm.tokens")
                .tags("model", model, "kind", kind)
                .register(registry)
                .increment(count);
    }

    private record Measured(Meters meters, String name, TextModel model) implements TextModel {
        @Override
        public Completion complete(String system, String user, Sampling sampling) {
            long start = System.nanoTime();
            try {
                Completion completion = model.complete(system, user, sampling);
                meters.called(name, "answered", completion.latency());
                meters.tokens(name, "prompt", completion.promptTokens());
                meters.tokens(name, "completion", completion.completionTokens());
                return completion;
            } catch (ModelFailedException e) {
                meters.called(name, outcome(e.failure()), Duration.ofNanos(System.nanoTime() - start));
                throw e;
            }
        }

        @Override
        public int atOnce(Sampling sampling, int wanted) {
            return model.atOnce(sampling, wanted);
        }

        @Override
        public int likelyAtOnce(Sampling sampling, int wanted) {
            return model.likelyAtOnce(sampling, wanted);
        }

        private static String outcome(Failure failure) {
            return switch (failure) {
                case Failure.RateLimited f -> "rate-limited";
                case Failure.ServerError f -> "server-error";
                case Failure.TimedOut f -> "timed-out";
                case Failure.Unreachable f -> "unreachable";
                case Failure.Refused f -> "refused";
                case Failure.OnlyOne f -> "only-one";
                case Failure.Nonsense f -> "nonsense";
                case Failure.Misconfigured f -> "misconfigured";
            };
        }
    }
}
