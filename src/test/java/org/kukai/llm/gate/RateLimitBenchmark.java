package org.kukai.llm.gate;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import org.kukai.llm.ModelFailedException;
import org.kukai.llm.Models;
import org.kukai.llm.Sampling;
import org.kukai.llm.TextModel;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What a limit of 600 requests a minute lets through when two nodes want all they can get; takes three minutes and a half. */
@QuarkusTest
class RateLimitBenchmark {
    private static final Logger LOG = Logger.getLogger(RateLimitBenchmark.class);
    private static final int PER_MINUTE = 600;
    private static final Duration LENGTH = Duration.ofSeconds(200);

    @Inject
    AgroalDataSource database;

    @Inject
    Models models;

    @Test
    void seesNoMoreThanTheLimitInAnyMinute() throws InterruptedException {
        GatesCast cast = GatesCast.asInUse(database);
        String name = "rate-" + UUID.randomUUID();
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.slow(Duration.ofMillis(200)));
            models.register(name, server.baseUrl(), "m", null, null);
            TextModel model = models.named(name);
            GateLimits limits = new GateLimits(64, PER_MINUTE, null);
            for (int node = 0; node < 2; node++) {
                cast.call(cast.gate(limits), 64, pass -> ask(model, pass));
            }
            Thread.sleep(LENGTH);
            List<Long> arrivals = server.arrivals();
            double minutes = (arrivals.getLast() - arrivals.getFirst()) / 6e10;
            int most = server.mostWithin(Duration.ofMinutes(1));
            LOG.infof(
                    "%d requests in %.2f minutes: %.1f a minute, %.1f %% of %d; at most %d in any minute; at most %d in flight",
                    arrivals.size(),
                    minutes,
                    (arrivals.size() - 1) / minutes,
                    100 * (arrivals.size() - 1) / minutes / PER_MINUTE,
                    PER_MINUTE,
                    most,
                    server.mostInFlight());
            assertThat(most).isLessThanOrEqualTo(PER_MINUTE);
        } finally {
            cast.close();
        }
    }

    private static void ask(TextModel model, Pass pass) {
        try {
            pass.answered(model.complete("", "moss", Sampling.of(0.7, 64)));
        } catch (ModelFailedException e) {
            pass.failed(e.failure(), Duration.ZERO);
        }
    }
}
