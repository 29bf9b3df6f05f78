package org.kukai.testing;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
class PageSessionTest {
    @Test
    void staysSignedInUntilItSignsOut() {
        PageSession rater = PageSession.asNewRater();
        rater.get("/rounds").then().statusCode(200).body(containsString("Your rounds"));
        rater.post("/sign-out").then().statusCode(303);
        rater.get("/").then().statusCode(302);
    }

    @Test
    void takesTheAdminToTheDashboardAndAStrangerNowhere() {
        PageSession.asAdmin().get("/").then().statusCode(200).body(containsString("Dashboard"));
        PageSession.ofStranger().get("/").then().statusCode(302);
    }

    @Test
    void callsTheApiByNameAndPassword() {
        Person rater = Person.newRater();
        assertThat(rater.id()).isNotNull();
        rater.api().get("/api/nothing").then().statusCode(404);
    }
}
