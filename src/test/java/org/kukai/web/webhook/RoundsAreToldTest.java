package org.kukai.web.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import org.kukai.testing.Person;
import org.kukai.webhook.Receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** What webhooks are told of rounds and raters, and how often. */
@QuarkusTest
class RoundsAreToldTest extends HookedRounds {
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
            String seconds = one.signature().substring(2, one.signature().indexOf(','));
            assertThat(one.signature()).endsWith(",v1=" + hmac(seconds + "." + one.body(), made.getString("secret")));
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
    void tellsOfARoundWhoseLastVoteCameWhileItWasPaused() {
        make("round.settled");
        String round = open();
        Person ann = Person.newRater();
        String held = ann.api().get("/api/rounds/" + round + "/next").path("assignment");
        request().post("/api/rounds/" + round + "/pause").then().statusCode(200);
        ann.api()
                .contentType("application/json")
                .body(Map.of("assignment", held, "choice", "left"))
                .post("/api/rounds/" + round + "/votes")
                .then()
                .statusCode(201);
        assertThat(told()).isEmpty();
        request()
                .post("/api/rounds/" + round + "/resumption")
                .then()
                .statusCode(200)
                .body("status", equalTo("settled"));
        assertThat(told()).hasSize(1);
        waitFor(
                () -> receiver.got().stream()
                        .filter(one -> one.body().contains(round))
                        .toList(),
                1);
    }

    @Test
    void tellsOnceOfARoundThatIsClosedAndReopenedAndAgainWhenItIsSettledAnew() {
        make("round.settled");
        String round = open();
        Person ann = Person.newRater();
        voteAll(ann, round);
        assertThat(told()).hasSize(1);
        request().post("/api/rounds/" + round + "/closure").then().statusCode(200);
        request().post("/api/rounds/" + round + "/reopening").then().body("status", equalTo("settled"));
        assertThat(told()).hasSize(1);
        ann.api().delete("/api/rounds/" + round + "/votes/last").then().statusCode(200);
        voteAll(ann, round);
        assertThat(told()).hasSize(2);
    }

    private static String hmac(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
