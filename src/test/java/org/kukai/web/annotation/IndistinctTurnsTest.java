package org.kukai.web.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing that a rater receives tells a turn that checks them from one that counts. */
@QuarkusTest
class IndistinctTurnsTest {
    @Test
    void everyTurnIsTheSamePageButForItsTextsAndNumbers() {
        RoundCast round = RoundCast.open(14, 1);
        admin(round, Map.of("attentionEvery", 5, "repeatEvery", 5, "repeatGap", 1));
        for (int i = 0; i < 8; i++) {
            Person.ADMIN
                    .api()
                    .contentType("application/json")
                    .body(Map.of("prompt", "check " + i, "better", "an old silent pond", "worse", "pond " + i))
                    .post(round.api("/attention-pairs"))
                    .then()
                    .statusCode(201);
        }
        PageSession rater = PageSession.asNewRater();
        rater.post(round.path("/participation")).then().statusCode(303);
        List<String> pages = new ArrayList<>();
        int checks = 0;
        for (int turn = 0; turn < 30; turn++) {
            Response page = rater.get(round.path("/vote"));
            if (!page.asString().contains("name=\"assignment\"")) {
                break;
            }
            String assignment = page.htmlPath().getString("**.find { it.@name == 'assignment' }.@value");
            checks += page.asString().contains(">check ") ? 1 : 0;
            pages.add(shape(page.asString()));
            rater.post(round.path("/votes"), Map.of("assignment", assignment, "choice", "left"))
                    .then()
                    .statusCode(303);
        }
        assertThat(checks).isBetween(2, 6);
        assertThat(pages).hasSizeGreaterThan(16);
        // The first turn has no vote to undo, and singular and plural differ; from the third to the last but one all
        // are alike.
        assertThat(pages.subList(2, pages.size() - 1)).containsOnly(pages.get(2));
        rater.get(round.path("/vote")).then().statusCode(200);
        assertThat(rater.get(round.path("/vote")).asString()).contains("<strong>" + pages.size() + "</strong>");
    }

    @Test
    void theApiGivesTheSameFieldsForEveryTurn() {
        RoundCast round = RoundCast.open(10, 1);
        admin(round, Map.of("attentionEvery", 5, "repeatEvery", 0, "repeatGap", 1));
        Person.ADMIN
                .api()
                .contentType("application/json")
                .body(Map.of("prompt", "check", "better", "an old silent pond", "worse", "pond"))
                .post(round.api("/attention-pairs"))
                .then()
                .statusCode(201);
        Person rater = Person.newRater();
        rater.api()
                .contentType("application/json")
                .post(round.api("/guidelines/reading"))
                .then()
                .statusCode(200);
        List<String> prompts = new ArrayList<>();
        for (int turn = 0; turn < 11; turn++) {
            Response next = rater.api().get(round.api("/next"));
            assertThat(next.statusCode()).isEqualTo(200);
            Map<String, ?> pair = next.jsonPath().getMap("");
            assertThat(pair.keySet())
                    .containsExactlyInAnyOrder("assignment", "prompt", "left", "right", "question", "remaining");
            prompts.add(String.valueOf(pair.get("prompt")));
            rater.api()
                    .contentType("application/json")
                    .body(Map.of("assignment", pair.get("assignment"), "choice", "right"))
                    .post(round.api("/votes"))
                    .then()
                    .statusCode(201);
        }
        assertThat(prompts).contains("check").doesNotHaveDuplicates();
        assertThat(rater.api().get(round.api("/next")).statusCode()).isEqualTo(204);
    }

    private static void admin(RoundCast round, Map<String, Integer> rules) {
        Person.ADMIN
                .api()
                .contentType("application/json")
                .body(rules)
                .put(round.api("/checks"))
                .then()
                .statusCode(200);
    }

    /** The page without its texts, numbers and identifiers. */
    private static String shape(String html) {
        return html.replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("(?s)(<blockquote[^>]*>).*?(</blockquote>)", "$1$2")
                .replaceAll("(?s)(<h1[^>]*>).*?(</h1>)", "$1$2")
                .replaceAll("(?s)<p class=\"flash\".*?</p>", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replaceAll("name=\"csrf-token\" value=\"[^\"]*\"", "csrf")
                .replaceAll("[0-9]+", "0");
    }
}
