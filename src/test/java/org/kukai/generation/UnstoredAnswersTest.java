package org.kukai.generation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.generation.RunCast.ended;
import static org.kukai.generation.RunCast.model;
import static org.kukai.generation.RunCast.prompts;
import static org.kukai.generation.RunCast.until;

/** A server is asked on while answers are being stored, but not for ever: what is not stored is lost with its node. */
@QuarkusTest
class UnstoredAnswersTest {
    private static final int IN_FLIGHT = 20;
    private static final int SAMPLES = 60;

    @Inject
    Runs runs;

    @Inject
    AgroalDataSource database;

    @Test
    void asksAQuarterOfTheCallsInFlightAheadOfWhatIsStoredAndNoMore() throws SQLException {
        CountDownLatch locked = new CountDownLatch(1);
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> (asked, exchange, released) -> {
                locked.await();
                Answer.ok().send(asked, exchange, released);
            });
            UUID run = order(server);
            until("all slots are used", () -> server.inFlight() == IN_FLIGHT);
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("select 1 from run_model where run_id = '" + run + "' for update");
                locked.countDown();
                until("the server is asked on", () -> server.requests() == IN_FLIGHT + IN_FLIGHT / 4);
                until("all answers are here", () -> server.inFlight() == 0);
                assertThat(server.requests()).isEqualTo(IN_FLIGHT + IN_FLIGHT / 4);
                connection.rollback();
            }
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(server.requests()).isEqualTo(SAMPLES);
            assertThat(server.mostInFlight()).isEqualTo(IN_FLIGHT);
        }
    }

    private UUID order(OpenAiServer server) {
        RunSettings settings = new RunSettings(
                1, 0.7, 128, null, IN_FLIGHT, null, RunSettings.SYSTEM_TEMPLATE, RunSettings.USER_TEMPLATE);
        PromptSelection selection = new PromptSelection(null, prompts(SAMPLES), null);
        return runs.order(new RunOrder(model(server), selection, settings), null).id;
    }
}
