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
    void takesANameAloneAndGivesALinkToComeBackBy() {
        String path = invite(Map.of("role", "rater"));
        PageSession guest = PageSession.ofStranger();
        String name = "وردة 🌸 " + UUID.randomUUID();
        guest.post(path, Map.of("name", name, "password", ""))
                .then()
                .statusCode(303)
                .header("Location", containsString("/settings/sign-in-link?onward=%2F"));
        String link = link(guest.get("/settings/sign-in-link?onward=/rounds"));
        guest.get("/settings/sign-in-link?onward=/rounds")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/rounds"));
        PageSession elsewhere = PageSession.ofStranger();
        elsewhere.get(link).then().statusCode(200).body(containsString(name));
        elsewhere.get("/rounds").then().statusCode(302);
        elsewhere.post(link).then().statusCode(303);
        elsewhere.get("/rounds").then().statusCode(200).body(containsString(name));
        guest.post("/settings/sign-in-link").then().statusCode(303);
        String renewed = link(guest.get("/settings/sign-in-link"));
        PageSession.ofStranger().get(link).then().statusCode(404).body(containsString("signs nobody in"));
        PageSession.ofStranger().post(link).then().statusCode(404);
        PageSession.ofStranger().post(renewed).then().statusCode(303);
        guest.post("/settings/sign-in-link/revocation").then().statusCode(303);
        PageSession.ofStranger().post(renewed).then().statusCode(404);
        guest.post("/settings/password", Map.of("fresh", "five seven five"))
                .then()
                .statusCode(303);
        PageSession.as(new Person(name, "five seven five"))
                .get("/rounds")
                .then()
                .statusCode(200);
    }

    @Test
    void anAdminRenewsTheLinkOfARaterAndADisabledOneIsNotLetIn() {
        Person rater = Person.newRater();
        String api = "/api/accounts/" + rater.id() + "/sign-in-link";
        String first = issued(api);
        String second = issued(api);
        PageSession.ofStranger().post(first).then().statusCode(404);
        PageSession.ofStranger().get(second).then().statusCode(200);
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/accounts/" + rater.id() + "/disablement");
        PageSession.ofStranger().get(second).then().statusCode(403).body(containsString("This account is disabled."));
        PageSession.ofStranger().post(second).then().statusCode(403);
        PageSession.ofStranger().post(first).then().statusCode(404);
        PageSession admin = PageSession.asAdmin();
        admin.post("/accounts/" + rater.id() + "/sign-in-link").then().statusCode(303);
        assertThat(link(admin.get("/accounts/" + rater.id() + "/sign-in-link"))).startsWith("/sign-in/");
        Person.ADMIN.api().delete(api).then().statusCode(204);
        Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/accounts/" + Person.ADMIN.id() + "/sign-in-link")
                .then()
                .statusCode(409);
    }

    @Test
    void asksAdminsForAPassword() {
        String path = invite(Map.of("role", "admin"));
        PageSession.ofStranger()
                .post(path, Map.of("name", "chief " + UUID.randomUUID(), "password", ""))
                .then()
                .statusCode(400)
                .body(containsString("at least 10 characters"));
    }

    private static String issued(String api) {
        String url = Person.ADMIN
                .api()
                .contentType(ContentType.JSON)
                .body("{}")
                .post(api)
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        return URI.create(url).getPath();
    }

    private static String link(io.restassured.response.Response page) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("<svg class=\"qr\"");
        String url = page.htmlPath().getString("**.find { it.@id == 'link' }.@value");
        return URI.create(url).getPath();
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
