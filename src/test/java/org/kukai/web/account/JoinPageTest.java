package org.kukai.web.account;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class JoinPageTest {
    @Test
    void makesARaterWhoIsSignedInAtOnce() {
        String path = invite(Map.of("role", "rater"));
        PageSession guest = PageSession.ofStranger();
        guest.get(path).then().statusCode(200).body(containsString("You are invited"));
        String name = "guest " + UUID.randomUUID();
        guest.post(path, Map.of("name", name, "password", "five seven five"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/"));
        guest.get("/rounds").then().statusCode(200).body(containsString(name));
        PageSession.ofStranger().get(path).then().statusCode(404).body(containsString("This invitation is not open"));
    }

    @Test
    void showsTheFormAgainWithTheNameAndWhatIsWrong() {
        String path = invite(Map.of("role", "rater"));
        PageSession guest = PageSession.ofStranger();
        guest.post(path, Map.of("name", "<b>Buson</b>", "password", "short"))
                .then()
                .statusCode(400)
                .body(containsString("value=\"&lt;b&gt;Buson&lt;/b&gt;\""))
                .body(containsString("at least 10 characters"));
        guest.post(path, Map.of("name", "Admin", "password", "five seven five"))
                .then()
                .statusCode(409)
                .body(containsString("is taken"));
        guest.post(path, Map.of()).then().statusCode(400).body(containsString("Give a name"));
    }

    @Test
    void offersThoseWhoAreSignedInToGoOn() {
        String path = invite(Map.of("role", "rater"));
        PageSession.asNewRater()
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("You are signed in already"))
                .body(not(containsString("<label>Password")));
    }

    @Test
    void knowsNoOtherKeys() {
        PageSession.ofStranger().get("/join/nonsense").then().statusCode(404);
        PageSession.ofStranger()
                .post("/join/nonsense", Map.of("name", "x", "password", "five seven five"))
                .then()
                .statusCode(404);
    }

    @Test
    void listsInvitationsToAdminsAndRevokesThem() {
        JsonPath made = made(Map.of("role", "rater", "uses", 10, "days", 3));
        String id = made.getString("id");
        Person.ADMIN
                .api()
                .get("/api/invitations?size=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '" + id + "' }.state", equalTo("open"))
                .body("items.find { it.id == '" + id + "' }.uses", equalTo(10));
        Person.ADMIN.api().delete("/api/invitations/" + id).then().statusCode(204);
        PageSession.ofStranger()
                .get(URI.create(made.getString("url")).getPath())
                .then()
                .statusCode(404);
    }

    @Test
    void refusesInvitationsThatMakeNoSense() {
        refuses(Map.of("role", "emperor"), 400, "not “emperor”");
        refuses(Map.of(), 400, "none was given");
        refuses(Map.of("role", "rater", "uses", -1), 400, "this one is for -1");
        refuses(Map.of("role", "rater", "round", "spring"), 404, "There is no round “spring”");
        refuses(Map.of("role", "rater", "round", new UUID(0, 7).toString()), 404, "There is no round");
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body("null")
                .post("/api/invitations")
                .then()
                .statusCode(400);
        Person.newRater()
                .api()
                .contentType(ContentType.JSON)
                .body(Map.of("role", "admin"))
                .post("/api/invitations")
                .then()
                .statusCode(403);
    }

    private static void refuses(Map<String, ?> wanted, int status, String why) {
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(wanted)
                .post("/api/invitations")
                .then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("detail", containsString(why));
    }

    private static String invite(Map<String, ?> wanted) {
        URI url = URI.create(made(wanted).getString("url"));
        assertThat(url.getScheme()).isEqualTo("http");
        return url.getPath();
    }

    private static JsonPath made(Map<String, ?> wanted) {
        return Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body(wanted)
                .post("/api/invitations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
