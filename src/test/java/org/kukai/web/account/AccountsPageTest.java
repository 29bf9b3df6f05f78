package org.kukai.web.account;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class AccountsPageTest {
    @Test
    void endsTheSessionsOfADisabledRaterAtOnceAndLetsThemBackIn() {
        Person rater = Person.newRater();
        PageSession session = PageSession.as(rater);
        rater.api().get("/api/account").then().statusCode(200);
        PageSession admin = PageSession.asAdmin();
        admin.get("/accounts").then().statusCode(200).body(containsString(rater.name()));
        admin.post("/accounts/" + rater.id() + "/disablement").then().statusCode(303);
        admin.get("/accounts").then().body(containsString("is disabled and signed out everywhere"));
        session.get("/").then().statusCode(302);
        rater.api().get("/api/account").then().statusCode(401);
        admin.post("/accounts/" + rater.id() + "/enablement").then().statusCode(303);
        session.get("/").then().statusCode(302);
        PageSession.as(rater).get("/rounds").then().statusCode(200);
    }

    @Test
    void tellsWhoeverGivesTheRightPasswordOfADisabledAccountAndNobodyElse() {
        Person rater = Person.newRater();
        PageSession.asAdmin()
                .post("/accounts/" + rater.id() + "/disablement")
                .then()
                .statusCode(303);
        signIn(rater.name(), rater.password())
                .then()
                .statusCode(403)
                .body(containsString("This account is disabled. Ask whoever runs this Kukai"));
        String wrong =
                signIn(rater.name(), "wrong").then().statusCode(401).extract().asString();
        assertThat(wrong).contains("That name and password do not go together.").doesNotContain("disabled");
        rater.api()
                .get("/api/account")
                .then()
                .statusCode(401)
                .body("detail", containsString("This account is disabled."));
        new Person(rater.name(), "wrong")
                .api()
                .get("/api/account")
                .then()
                .statusCode(401)
                .body("detail", not(containsString("disabled")));
    }

    private static Response signIn(String name, String password) {
        return PageSession.ofStranger().post("/sign-in", Map.of("name", name, "password", password));
    }

    @Test
    void changesARoleForThePresentSessionToo() {
        Person rater = Person.newRater();
        PageSession session = PageSession.as(rater);
        session.get("/accounts").then().statusCode(403);
        PageSession.asAdmin()
                .post("/accounts/" + rater.id() + "/role", Map.of("role", "admin"))
                .then()
                .statusCode(303);
        session.get("/accounts").then().statusCode(200);
    }

    @Test
    void keepsAdminsFromLockingThemselvesOut() {
        Person admin = Person.newAdmin();
        PageSession session = PageSession.as(admin);
        session.post("/accounts/" + admin.id() + "/disablement")
                .then()
                .statusCode(409)
                .body(containsString("You cannot disable your own account"));
        session.post("/accounts/" + admin.id() + "/role", Map.of("role", "rater"))
                .then()
                .statusCode(409);
    }

    @Test
    void letsOnlyOneOfTwoAdminsDisableTheOther() throws Exception {
        Person first = Person.newAdmin();
        Person second = Person.newAdmin();
        String firstId = first.id().toString();
        String secondId = second.id().toString();
        first.api().get("/api/account").then().statusCode(200);
        second.api().get("/api/account").then().statusCode(200);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> answers = List.of(
                    both.submit(() -> first.api()
                            .post("/api/accounts/" + secondId + "/disablement")
                            .statusCode()),
                    both.submit(() -> second.api()
                            .post("/api/accounts/" + firstId + "/disablement")
                            .statusCode()));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsOnlyOnce(200);
        }
    }

    @Test
    void replacesAForgottenPassword() {
        Person rater = Person.newRater();
        PageSession session = PageSession.as(rater);
        PageSession admin = PageSession.asAdmin();
        String path = "/accounts/" + rater.id() + "/password-replacement";
        admin.post(path).then().statusCode(303);
        String page = admin.get(path).then().statusCode(200).extract().asString();
        admin.get(path).then().statusCode(303);
        String fresh = page.replaceAll("(?s).*<pre id=\"password\">([\\w-]{16})</pre>.*", "$1");
        session.get("/").then().statusCode(302);
        PageSession.as(new Person(rater.name(), fresh)).get("/rounds").then().statusCode(200);
    }

    @Test
    void makesAnInvitationAndShowsItsLinkOnce() {
        PageSession admin = PageSession.asAdmin();
        admin.post("/accounts/invitations", Map.of("role", "rater", "uses", "7", "days", "2", "round", ""))
                .then()
                .statusCode(303);
        String page = admin.get("/accounts/invitations")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String link = page.replaceAll("(?s).*<pre id=\"link\">(http\\S+/join/[\\w-]{43})</pre>.*", "$1");
        assertThat(link).startsWith("http://localhost");
        admin.get("/accounts/invitations")
                .then()
                .statusCode(200)
                .body(containsString("7 of 7"))
                .body(not(containsString(link)));
        admin.post("/accounts/invitations", Map.of("role", "rater", "uses", "some", "days", "2", "round", ""))
                .then()
                .statusCode(400)
                .body(containsString("The number of people is a whole number, not “some”."))
                .body(containsString("value=\"some\""));
        admin.post("/accounts/invitations", Map.of("role", "rater", "uses", "1", "days", "2", "round", "x"))
                .then()
                .statusCode(404)
                .body(containsString("There is no round “x”."));
    }

    @Test
    void makesAccountsByApi() {
        String name = "Issa " + UUID.randomUUID();
        Map<String, String> wanted = Map.of("name", name, "password", "snail climbs Fuji", "role", "rater");
        create(wanted).then().statusCode(201).body("name", equalTo(name)).body("role", equalTo("rater"));
        create(wanted).then().statusCode(409).body("detail", containsString("is taken"));
        create(Map.of("name", name + "?", "role", "rater")).then().statusCode(400);
        Person.ADMIN.api().get("/api/accounts?size=200").then().statusCode(200).body("items.name", hasItem(name));
        Person.ADMIN.api().get("/api/accounts?size=0").then().statusCode(400);
        Person.ADMIN
                .api()
                .post("/api/accounts/" + UUID.randomUUID() + "/disablement")
                .then()
                .statusCode(404);
    }

    private static io.restassured.response.Response create(Map<String, ?> wanted) {
        return Person.ADMIN.api().contentType(ContentType.JSON).body(wanted).post("/api/accounts");
    }
}
