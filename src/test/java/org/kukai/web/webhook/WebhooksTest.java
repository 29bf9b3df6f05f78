package org.kukai.web.webhook;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.webhook.Receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class WebhooksTest extends HookedRounds {
    @Test
    void triesAgainGivesUpAndIsDisabledAfterThree() {
        make("rater.finished");
        receiver.answerWith(500);
        for (int i = 0; i < 3; i++) {
            voteAll(Person.newRater(), open());
            int wanted = i + 1;
            waitUntil(() ->
                    deliveries().getList("findAll { it.state == 'given-up' }").size() >= wanted);
        }
        assertThat(deliveries().getInt("[0].tries")).isEqualTo(8);
        assertThat(deliveries().getInt("[0].status")).isEqualTo(500);
        assertThat(request().get("/api/webhooks/" + webhook).jsonPath().getString("disabledReason"))
                .contains("3 deliveries in a row failed")
                .contains("500");
        PageSession.asAdmin().get("/webhooks").then().statusCode(200).body(containsString("is told nothing since"));
        receiver.answerWith(204);
        request().post("/api/webhooks/" + webhook + "/enabling").then().statusCode(200);
        voteAll(Person.newRater(), open());
        waitUntil(() -> deliveries().getString("[0].state").equals("delivered"));
    }

    @Test
    void stopsAtOnceWhenTheReceiverSaysThatItIsGone() {
        make("rater.finished");
        receiver.answerWith(410);
        voteAll(Person.newRater(), open());
        waitUntil(() -> request().get("/api/webhooks/" + webhook).jsonPath().getString("disabledReason") != null);
        assertThat(deliveries().getInt("[0].tries")).isOne();
    }

    @Test
    void aReceiverThatIsSlowOrDownOrRedirectsKeepsNobodyWaiting() {
        make("rater.finished");
        receiver.keepSilent();
        assertThat(test()).contains("did not answer within");
        Receiver down = Receiver.start();
        down.close();
        request().delete("/api/webhooks/" + webhook);
        webhook = request()
                .body(Map.of("url", down.url(), "events", List.of("rater.finished")))
                .post("/api/webhooks")
                .path("id");
        assertThat(test()).contains("could not be reached");
    }

    @Test
    void aRedirectIsNotFollowed() {
        make("round.settled");
        receiver.answerWith(302);
        assertThat(test()).isEqualTo("It answered 302.");
        assertThat(receiver.got()).extracting(Receiver.Got::path).containsOnly("/hook");
    }

    @Test
    void refusesAddressesThatHandOutCredentialsAndWhatIsNone() {
        for (String url : List.of(
                "http://169.254.169.254/latest",
                "http://metadata.google.internal/",
                "ftp://example.org/",
                "http://user:key@example.org/",
                "nonsense")) {
            Response refused = request()
                    .body(Map.of("url", url, "events", List.of("round.settled")))
                    .post("/api/webhooks");
            assertThat(refused.statusCode()).as(url).isEqualTo(400);
            assertThat(refused.asString()).contains("This address cannot be used");
        }
        request()
                .body(Map.of("url", receiver.url(), "events", List.of()))
                .post("/api/webhooks")
                .then()
                .statusCode(400);
        request()
                .body(Map.of("url", receiver.url(), "events", List.of("test")))
                .post("/api/webhooks")
                .then()
                .statusCode(400);
    }

    @Test
    void worksByPage() {
        PageSession admin = PageSession.asAdmin();
        admin.post("/webhooks", Map.of("url", "http://169.254.169.254/", "events", "round.settled"))
                .then()
                .statusCode(400)
                .body(containsString("This address cannot be used"));
        admin.post("/webhooks", Map.of("url", receiver.url(), "events", "round.settled"))
                .then()
                .statusCode(303);
        admin.get("/webhooks").then().body(containsString("shown now and never again"));
        admin.get("/webhooks").then().body(not(containsString("shown now and never again")));
        webhook = request().get("/api/webhooks").jsonPath().getString("find { it.url == '" + receiver.url() + "' }.id");
        admin.post("/webhooks/" + webhook + "/test").then().statusCode(303);
        waitUntil(() -> !receiver.got().isEmpty());
        waitUntil(() -> admin.get("/webhooks/" + webhook).asString().contains("delivered"));
        admin.post("/webhooks/" + webhook + "/removal").then().statusCode(303);
        admin.get("/webhooks/" + webhook).then().statusCode(404);
        webhook = "";
    }

    /** Sends a test and gives what went wrong with it. */
    private String test() {
        String id = request().post("/api/webhooks/" + webhook + "/test").path("id");
        waitUntil(() ->
                deliveries().getString("find { it.id == '" + id + "' }.state").equals("given-up"));
        return deliveries().getString("find { it.id == '" + id + "' }.problem");
    }
}
