package org.kukai.web.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;
import org.kukai.webhook.Receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class WebhooksTest {
    private final Receiver receiver = Receiver.start();
    private String webhook = "";

    @AfterEach
    void end() {
        if (!webhook.isEmpty()) {
            request().delete("/api/webhooks/" + webhook);
        }
        receiver.close();
    }

    @Test
    void tellsOfARaterWhoFinishesAndOfARoundThatIsSettled() {
        JsonPath made = make("round.settled", "rater.finished");
        assertThat(made.getString("secret")).hasSizeGreaterThan(40);
        String round = open();
        Person ann = Person.newRater();
        voteAll(ann, round);
        List<Receiver.Got> got = waitFor(
                () -> receiver.got().stream()
                        .filter(one -> one.body().contains(round))
                        .toList(),
                2);
        assertThat(got).extracting(Receiver.Got::event).containsExactlyInAnyOrder("round.settled", "rater.finished");
        assertThat(got).allSatisfy(one -> {
            JsonPath body = JsonPath.from(one.body());
            assertThat(body.getString("id")).isEqualTo(one.delivery());
            assertThat(body.getString("event")).isEqualTo(one.event());
            assertThat(one.signature()).matches("t=\\d+,v1=[0-9a-f]{64}");
        });
        assertThat(got.stream()
                        .filter(one -> one.event().equals("rater.finished"))
                        .findFirst()
                        .orElseThrow()
                        .body())
                .contains(ann.name())
                .contains("\"votes\":1");
        request().get("/api/webhooks").then().body(not(containsString(made.getString("secret"))));
    }

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

    private JsonPath make(String... events) {
        Response made = request()
                .body(Map.of("url", receiver.url(), "events", List.of(events)))
                .post("/api/webhooks");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        webhook = made.path("id");
        return made.jsonPath();
    }

    private JsonPath deliveries() {
        return request().get("/api/webhooks/" + webhook + "/deliveries").jsonPath();
    }

    private static String open() {
        return request()
                .body(Map.of(
                        "name",
                        "Hook " + UUID.randomUUID(),
                        "pairing",
                        "model-vs-model",
                        "models",
                        Poems.duel(1).models(),
                        "pairs",
                        1,
                        "votesPerPair",
                        1))
                .post("/api/rounds")
                .path("id");
    }

    private static void voteAll(Person rater, String round) {
        Response next = rater.api().get("/api/rounds/" + round + "/next");
        while (next.statusCode() == 200) {
            rater.api()
                    .contentType("application/json")
                    .body(Map.of("assignment", next.path("assignment"), "choice", "left"))
                    .post("/api/rounds/" + round + "/votes")
                    .then()
                    .statusCode(201);
            next = rater.api().get("/api/rounds/" + round + "/next");
        }
    }

    private static RequestSpecification request() {
        return Person.ADMIN.api().contentType("application/json");
    }

    private static <T> List<T> waitFor(Supplier<List<T>> source, int number) {
        waitUntil(() -> source.get().size() >= number);
        return source.get();
    }

    private static void waitUntil(Supplier<Boolean> done) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.get()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
