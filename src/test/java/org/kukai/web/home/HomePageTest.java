package org.kukai.web.home;

import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

@QuarkusTest
class HomePageTest {
    @Test
    void showsAnAdminThePipelineAndWhatToDoNext() {
        UUID prompt = Poems.prompt("TRAIN");
        UUID haiku = Poems.haiku(prompt, 4);
        Poems.attribute(haiku, Poems.run("dashboard-model"), prompt);
        var page = PageSession.asAdmin().get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("What to do next", "dashboard-model", "100 % of 1", "4 (5-7-5)", "Haiku by score");
    }

    @Test
    void sendsARaterToTheirRounds() {
        PageSession.asNewRater().get("/").then().statusCode(303).header("Location", endsWith("/rounds"));
    }
}
