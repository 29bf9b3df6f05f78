package org.kukai.generation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.llm.Model;
import org.kukai.llm.Models;
import org.kukai.testing.Answer;
import org.kukai.testing.OpenAiServer;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.kukai.generation.RunCast.ended;
import static org.kukai.generation.RunCast.model;
import static org.kukai.generation.RunCast.models;
import static org.kukai.generation.RunCast.prompts;
import static org.kukai.generation.RunCast.until;

/** What is wrong with one model of a run is that model's trouble alone, and a person can mend it or go without. */
@QuarkusTest
class RunLanesTest {
    @Inject
    Runs runs;

    @Inject
    RunLanes lanes;

    @Inject
    Models registry;

    @Inject
    Clock clock;

    @Test
    void parksTheModelThatIsRefusedAndGoesOnWithTheOther() {
        try (OpenAiServer bad = OpenAiServer.start();
                OpenAiServer good = OpenAiServer.start()) {
            bad.behave(request -> Answer.status(401, "bad key"));
            String refused = model(bad);
            String healthy = model(good);
            UUID run = order(List.of(refused, healthy), 60);

            assertThat(ended(run).status).isEqualTo(RunStatus.PAUSED);
            assertThat(models(run)).extracting(RunModel::state).containsExactly("parked", "done");
            assertThat(models(run).getLast().completed()).isEqualTo(60);
            assertThat(bad.requests()).isBetween(FirstCalls.ENOUGH, FirstCalls.ENOUGH + 4);
            assertThat(RunCast.run(run).statusReason)
                    .startsWith("The other models are done. " + refused + ": The first 8 calls were refused")
                    .contains("Then resume, or drop what cannot be mended");
            PageSession.asAdmin()
                    .get("/runs/" + run)
                    .then()
                    .body(containsString("is parked"), containsString("Ask it again"), containsString("Drop it"));
            Person.ADMIN
                    .api()
                    .get("/api/runs/" + run)
                    .then()
                    .body("models[0].state", equalTo("parked"), "models[0].reason", containsString("(401)"))
                    .body("models[1].state", equalTo("done"), "models[1].planned", equalTo(60));

            bad.behave(request -> Answer.ok());
            runs.retryFailed(run);
            Person.ADMIN
                    .api()
                    .post("/api/runs/" + run + "/models/" + refused + "/resumption")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("running"), "models[0].state", equalTo("open"));
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(RunCast.progress(run).completed()).isEqualTo(120);
        }
    }

    @Test
    void endsWithoutAModelThatWasDropped() {
        try (OpenAiServer bad = OpenAiServer.start();
                OpenAiServer good = OpenAiServer.start()) {
            bad.behave(request -> Answer.status(404, "no such model"));
            String refused = model(bad);
            String healthy = model(good);
            UUID run = order(List.of(refused, healthy), 30);
            assertThat(ended(run).status).isEqualTo(RunStatus.PAUSED);

            PageSession admin = PageSession.asAdmin();
            admin.post("/runs/" + run + "/models/" + refused + "/cancellation")
                    .then()
                    .statusCode(303);
            Run over = RunCast.run(run);
            assertThat(over.status).isEqualTo(RunStatus.COMPLETED);
            assertThat(over.statusReason).isNull();
            Progress progress = RunCast.progress(run);
            assertThat(progress.completed() + progress.failed() + progress.cancelled())
                    .isEqualTo(progress.planned());
            admin.get("/runs/" + run).then().body(containsString("dropped"), not(containsString("is parked")));
            assertThatThrownBy(() -> lanes.resume(run, refused)).hasMessageContaining("is not parked");
            assertThatThrownBy(() -> lanes.drop(run, "nobody")).hasMessageContaining("does not ask a model named");
        }
    }

    @Test
    void keepsTheLastModelOfARun() {
        try (OpenAiServer bad = OpenAiServer.start()) {
            bad.behave(request -> Answer.status(404, "no such model"));
            String refused = model(bad);
            UUID run = order(List.of(refused), 30);
            assertThat(ended(run).status).isEqualTo(RunStatus.PAUSED);
            assertThatThrownBy(() -> lanes.drop(run, refused)).hasMessageContaining("Cancel the run instead");
        }
    }

    @Test
    void asksARemovedModelNoMore() {
        try (OpenAiServer gone = OpenAiServer.start();
                OpenAiServer good = OpenAiServer.start()) {
            gone.behave(request -> Answer.slow(Duration.ofMillis(100)));
            String removed = model(gone);
            String healthy = model(good);
            UUID run = order(List.of(removed, healthy), 200);
            until("calls are made", () -> gone.requests() > 2);
            remove(removed);
            until("it is parked", () -> models(run).getFirst().state().equals("parked"));
            until("open calls are over", () -> gone.inFlight() == 0);
            int asked = gone.requests();
            assertThat(ended(run).status).isEqualTo(RunStatus.PAUSED);
            assertThat(models(run).getLast().completed()).isEqualTo(200);
            assertThat(gone.requests()).isEqualTo(asked).isLessThan(200);
            assertThat(RunCast.run(run).statusReason).contains(removed, "was removed. Bring it back");
            assertThatThrownBy(() -> runs.resume(run)).hasMessageContaining("was removed");

            gone.behave(request -> Answer.ok());
            // As one does to change a key: the model is registered anew under its name.
            registry.register(removed, gone.baseUrl(), "tiny", "sk-another", null);
            runs.resume(run);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
            assertThat(RunCast.progress(run).completed()).isEqualTo(400);
            assertThat(gone.seen().getLast().authorization()).isEqualTo("Bearer sk-another");
        }
    }

    @Test
    void doesNotTakeAnotherModelForOneThatWasRemoved() {
        try (OpenAiServer server = OpenAiServer.start()) {
            server.behave(request -> Answer.status(401, "bad key"));
            String name = model(server);
            UUID run = order(List.of(name), 30);
            assertThat(ended(run).status).isEqualTo(RunStatus.PAUSED);
            remove(name);
            registry.register(name, server.baseUrl(), "another", null, null);
            assertThatThrownBy(() -> runs.resume(run)).hasMessageContaining("was removed");
        }
    }

    @Test
    void pausesWithAReasonWhenItsModelIsRemovedWhileItIsQueued() {
        try (OpenAiServer server = OpenAiServer.start()) {
            String name = model(server);
            String word = prompts(20);
            UUID run = QuarkusTransaction.requiringNew().call(() -> {
                UUID queued = runs.order(RunLanesTest.order(List.of(name), word), null).id;
                Model.named(name).remove(clock.instant());
                return queued;
            });
            assertThat(ended(run).status).isEqualTo(RunStatus.PAUSED);
            assertThat(RunCast.run(run).statusReason).contains("“" + name + "” was removed");
            assertThat(server.requests()).isZero();
            Person.ADMIN
                    .api()
                    .post("/api/runs/" + run + "/resumption")
                    .then()
                    .statusCode(409)
                    .body("detail", containsString("was removed"));
            QuarkusTransaction.requiringNew().run(() -> Model.removed(name).restore());
            runs.resume(run);
            assertThat(ended(run).status).isEqualTo(RunStatus.COMPLETED);
        }
    }

    @Test
    void parksAModelWhoseServerStaysDead() {
        try (OpenAiServer good = OpenAiServer.start()) {
            OpenAiServer dead = OpenAiServer.start();
            String silent = model(dead);
            String healthy = model(good);
            dead.close();
            UUID run = order(List.of(silent, healthy), 40);
            assertThat(ended(run).status).isEqualTo(RunStatus.PAUSED);
            assertThat(models(run).getLast().completed()).isEqualTo(40);
            assertThat(RunCast.run(run).statusReason).contains(silent, "Its server has answered nothing for 4 seconds");
        }
    }

    private UUID order(List<String> models, int prompts) {
        return runs.order(order(models, prompts(prompts)), null).id;
    }

    private static RunOrder order(List<String> models, String word) {
        RunSettings settings =
                new RunSettings(1, 0.7, 128, null, 4, null, RunSettings.SYSTEM_TEMPLATE, RunSettings.USER_TEMPLATE);
        return new RunOrder(models, new PromptSelection(null, word, null), settings);
    }

    private void remove(String name) {
        QuarkusTransaction.requiringNew().run(() -> Model.named(name).remove(clock.instant()));
    }
}
