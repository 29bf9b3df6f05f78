package org.kukai.generation;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** A server that refuses everything costs a run a few calls, not all of them. */
@QuarkusTest
class RefusedRunTest {
    @Inject
    Runs runs;

    @Test
    void pausesWhenTheFirstCallsAreAllRefusedAndGoesOnWhenResumed() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.status(401, "bad key"));
            UUID run = order(server, 60);
            RunCast.until("the run is paused", () -> RunCast.run(run).status == RunStatus.PAUSED);
            RunCast.until("open calls are over", () -> RunCast.progress(run).failed() == server.requests());
            int refused = server.requests();
            assertThat(refused).isBetween(FirstCalls.ENOUGH, FirstCalls.ENOUGH + 4);
            Person.ADMIN
                    .api()
                    .get("/api/runs/" + run)
                    .then()
                    .body("status", equalTo("paused"))
                    .body("statusReason", containsString("The first 8 calls were refused"))
                    .body("statusReason", containsString("(401): the key is missing or wrong: bad key."));
            PageSession.asAdmin()
                    .get("/runs/" + run)
                    .then()
                    .body(containsString("The first 8 calls were refused"), containsString("Retry failed"));

            server.behave(request -> Answer.ok());
            runs.retryFailed(run);
            runs.resume(run);
            assertThat(RunCast.ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(RunCast.run(run).statusReason).isNull();
            assertThat(RunCast.progress(run).completed()).isEqualTo(60);
            assertThat(server.requests()).isEqualTo(refused + 60);
        }
    }

    @Test
    void pausesAgainWhenResumedWithNothingMended() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.status(404, "no such model"));
            UUID run = order(server, 60);
            RunCast.until("the run is paused", () -> RunCast.run(run).status == RunStatus.PAUSED);
            runs.resume(run);
            RunCast.until("the run is paused again", () -> RunCast.run(run).status == RunStatus.PAUSED);
            assertThat(server.requests()).isBetween(2 * FirstCalls.ENOUGH, 2 * FirstCalls.ENOUGH + 8);
        }
    }

    @Test
    void goesOnWhenAnyCallWasAnsweredBefore() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> request.number() == 0 ? Answer.ok() : Answer.status(400, "not this one"));
            UUID run = order(server, 30);
            assertThat(RunCast.ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(RunCast.progress(run).failed()).isEqualTo(29);
        }
    }

    private UUID order(OpenAiServer server, int prompts) {
        RunSettings settings =
                new RunSettings(1, 0.7, 128, null, 4, null, RunSettings.SYSTEM_TEMPLATE, RunSettings.USER_TEMPLATE);
        PromptSelection selection = new PromptSelection(null, RunCast.prompts(prompts), null);
        return runs.order(new RunOrder(RunCast.model(server), selection, settings), null).id;
    }
}
