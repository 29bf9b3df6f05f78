package org.kukai.generation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiRequest;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.generation.RunCast.ended;
import static org.kukai.generation.RunCast.model;
import static org.kukai.generation.RunCast.prompts;
import static org.kukai.generation.RunCast.until;

/** What is not stored is lost with its node, so it takes the place of a call that is in flight. */
@QuarkusTest
class UnstoredAnswersTest {
    private static final int PROMPTS = 60;

    @Inject
    Runs runs;

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @CsvSource({"20, 1", "5, 4"})
    void asksNoMoreWhileAsManyAnswersWaitToBeStoredAsCallsMayBeInFlight(int mostInFlight, int samples)
            throws SQLException {
        CountDownLatch locked = new CountDownLatch(1);
        try (OpenAiServer server = OpenAiServer.start()) {
            String model = model(server);
            // Finds out that the server gives several answers to one call.
            ended(order(model, mostInFlight, samples, 1));
            server.behave(request -> (asked, exchange, released) -> {
                locked.await();
                Answer.ok().send(asked, exchange, released);
            });
            UUID run = order(model, mostInFlight, samples, PROMPTS);
            until("all places are taken", () -> server.inFlight() == mostInFlight);
            int asked = server.requests();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("select 1 from run_model where run_id = '" + run + "' for update");
                locked.countDown();
                until("all answers are here", () -> server.inFlight() == 0);
                long seen = beats(run);
                until("the node had time to ask more", () -> beats(run) >= seen + 2);
                assertThat(server.requests()).isEqualTo(asked);
                connection.rollback();
            }
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(server.seen().stream().mapToInt(OpenAiRequest::n).sum()).isEqualTo(samples * (1 + PROMPTS));
            assertThat(server.mostInFlight()).isEqualTo(mostInFlight);
        }
    }

    private static long beats(UUID run) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) Run.getEntityManager()
                                .createNativeQuery("select sum(beats) from run_worker where run_id = ?1")
                                .setParameter(1, run)
                                .getSingleResult())
                        .longValue());
    }

    private UUID order(String model, int mostInFlight, int samples, int prompts) {
        RunSettings settings = new RunSettings(
                samples,
                0.7,
                128,
                null,
                null,
                null,
                mostInFlight,
                null,
                null,
                null,
                null,
                null,
                RunSettings.SYSTEM_TEMPLATE,
                RunSettings.USER_TEMPLATE);
        PromptSelection selection = new PromptSelection(null, prompts(prompts), null);
        return runs.order(new RunOrder(model, selection, settings), null).id;
    }
}
