package org.kukai.web.annotation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class NewRoundTest {
    private PageSession admin;

    @BeforeEach
    void signIn() {
        admin = PageSession.asAdmin();
    }

    @Test
    void previewsPairsAndVotesAndKeepsTheFormAsItWasFilledIn() {
        Poems.Duel duel = Poems.duel(4);
        Map<String, String> form = RoundAdminTest.form("Kept & <kept>", duel);
        form.put("settleEarly", "on");
        form.put("votesAtMost", "5");
        form.put("votesPerRater", "2");
        admin.post("/rounds/new/preview", form)
                .then()
                .statusCode(200)
                .body(containsString("Some pairs of this kind"))
                .body(containsString("an old silent pond"))
                .body(containsString("Kept &amp; &lt;kept&gt;"))
                .body(containsString("name=\"settleEarly\" value=\"on\" checked"))
                .body(containsString("name=\"votesAtMost\" type=\"number\" min=\"1\" max=\"100\" value=\"5\""))
                .body(containsString("if raters agree at once"))
                .body(not(containsString(duel.one() + "</figcaption>")));
        form.put("votesAtMost", "2");
        admin.post("/rounds/new/preview", form)
                .then()
                .statusCode(200)
                .body(containsString("fewer than the usual 3"))
                .body(containsString("Kept &amp; &lt;kept&gt;"));
    }

    @Test
    void tellsAScriptTheSameAndStoresNothing() {
        Poems.Duel duel = Poems.duel(4);
        String name = "only looked at " + UUID.randomUUID();
        RoundAdminTest.post(
                        "/api/rounds/preview",
                        Map.of(
                                "name",
                                name,
                                "pairing",
                                "model-vs-model",
                                "models",
                                duel.models(),
                                "pairs",
                                10,
                                "votesPerPair",
                                3,
                                "votesAtMost",
                                5,
                                "settleEarly",
                                true))
                .then()
                .statusCode(200)
                .body("pairs", equalTo(4))
                .body("pairsWanted", equalTo(10))
                .body("votes.least", equalTo(8))
                .body("votes.usual", equalTo(12))
                .body("votes.most", equalTo(20))
                .body("ratersLeast", equalTo(3))
                .body("sample", hasSize(3));
        Person.ADMIN
                .api()
                .get("/api/rounds?text=" + name.replace(" ", "%20"))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void previewsTheFirstPairsOfAnActiveRoundAndTheVotesThatItsOrderNeeds() {
        UUID prompt = Poems.prompt("TRAIN");
        for (int i = 0; i < 5; i++) {
            Poems.haiku(prompt, 3);
        }
        JsonPath told = RoundAdminTest.post(
                        "/api/rounds/preview",
                        Map.of("name", "active", "pairing", "active", "pairs", 40, "votesPerPair", 1, "poems", 10))
                .jsonPath();
        int poems = told.getInt("active.poems");
        assertThat(poems).isBetween(2, 10);
        assertThat(told.getInt("active.prompts")).isBetween(1, 5);
        assertThat(told.getInt("active.votesForOrder")).isEqualTo((int) Math.round(4.1 * poems));
        assertThat(told.getInt("pairs")).as("no more than the poems have").isLessThanOrEqualTo(45);
        List<Map<String, String>> sample = told.getList("sample");
        assertThat(sample)
                .isNotEmpty()
                .allSatisfy(pair -> assertThat(pair.get("left")).isNotEqualTo(pair.get("right")));
        Map<String, String> form = RoundAdminTest.form("Active", new Poems.Duel("", "", List.of()));
        form.put("pairing", "active");
        form.put("model", "");
        admin.post("/rounds/new/preview", form)
                .then()
                .statusCode(200)
                .body(containsString("The first pairs"))
                .body(containsString("in pairs drawn by lot"))
                .body(containsString("only such as it could begin with"))
                .body(not(containsString("Some pairs of this kind")));
    }

    @Test
    void asksForThreeVotesAPairAndInActiveRoundsForOneUnlessToldOtherwise() {
        UUID prompt = Poems.prompt("TRAIN");
        for (int i = 0; i < 5; i++) {
            Poems.haiku(prompt, 3);
        }
        Map<String, Integer> usual = Map.of("random", 3, "active", 1);
        usual.forEach((pairing, votes) -> {
            JsonPath told = RoundAdminTest.post(
                            "/api/rounds/preview", Map.of("name", "unsaid", "pairing", pairing, "pairs", 20))
                    .jsonPath();
            assertThat(told.getInt("votes.usual")).as(pairing).isEqualTo(votes * told.getInt("pairs"));
            Map<String, String> form = RoundAdminTest.form("Unsaid", new Poems.Duel("", "", List.of()));
            form.put("pairing", pairing);
            form.put("votesPerPair", "");
            admin.post("/rounds/new/preview", form)
                    .then()
                    .statusCode(200)
                    .body(containsString("What it would come to"))
                    .body(not(containsString("class=\"problem\"")))
                    .body(containsString("<span class=\"figure\">" + votes + "</span><span class=\"label\">different"));
        });
    }

    @Test
    void saysWhatToDoAboutWhatCannotBe() {
        refuses(Map.of("pairs", 0), "The number of pairs is a whole number from 1 to 1000000; given: 0.");
        refuses(Map.of("votesPerPair", 101), "from 1 to 100; given: 101");
        refuses(Map.of("votesPerPair", 3, "votesAtMost", 2), "Raise the most to 3 or above");
        refuses(Map.of("votesPerPair", 60, "votesAtMost", 120), "Lower the most votes of a split pair");
        refuses(Map.of("pairs", 3, "parts", 4), "Ask for more pairs or fewer parts");
        refuses(Map.of("votesPerRater", 0), "from 1 to 1000000; given: 0");
        refuses(Map.of("pairing", "active", "pairs", 2, "poems", 9), "need at least 5 pairs");
        refuses(Map.of("poems", 9), "Leave it empty");
        refuses(Map.of("name", "a\0b"), "The name can hold no zero character");
        refuses(Map.of("question", "a\0b"), "The question can hold no zero character");
        refuses(Map.of("guidelines", "a\0b"), "The guidelines can hold no zero character");
        refuses(
                Map.of("pairing", "model-vs-model", "models", List.of("a\0b", "c")),
                "The name of a model can hold no zero character");
    }

    private static void refuses(Map<String, ?> wanted, String detail) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "refused", "pairing", "random"));
        body.putAll(wanted);
        for (String path : List.of("/api/rounds", "/api/rounds/preview")) {
            RoundAdminTest.post(path, body).then().statusCode(400).body("detail", containsString(detail));
        }
    }

    @Test
    void opensARoundLikeAnother() {
        RoundCast round = RoundCast.open(2, 2);
        admin.get("/rounds/new?like=" + round.id())
                .then()
                .statusCode(200)
                .body(containsString("value=\"" + round.duel().one() + "\" selected"))
                .body(containsString("name=\"votesPerPair\" type=\"number\" min=\"1\" max=\"100\" value=\"2\""));
        RoundAdminTest.post("/api/rounds", Map.of("name", "like it", "like", round.id(), "parts", 2))
                .then()
                .statusCode(201)
                .body("name", equalTo("like it"))
                .body("pairing", equalTo("model-vs-model"))
                .body("models", equalTo(round.duel().models()))
                .body("votesPerPair", equalTo(2))
                .body("parts", equalTo(2))
                .body("pairs", equalTo(2));
        RoundAdminTest.post("/api/rounds", Map.of("name", "like none", "like", UUID.randomUUID()))
                .then()
                .statusCode(404);
    }

    @Test
    void takesReasonsPracticeAndChecksOverFromTheRoundThatAnotherIsLike() {
        RoundCast round = RoundCast.open(2, 2);
        BriefingPageTest.brief(round, "/tags", Map.of("tags", List.of("image", "sound")));
        BriefingPageTest.brief(
                round,
                "/practice",
                Map.of(
                        "prompt",
                        "Heron",
                        "left",
                        "grey",
                        "right",
                        "one leg",
                        "better",
                        "right",
                        "reason",
                        "It stands."));
        BriefingPageTest.brief(round, "/checks", Map.of("attentionEvery", 20, "repeatEvery", 25, "repeatGap", 12));
        RoundAdminTest.post(
                round.api("/attention-pairs"), Map.of("prompt", "Moss", "better", "a soft stone", "worse", "stone a"));
        String byApi = RoundAdminTest.post("/api/rounds", Map.of("name", "like it", "like", round.id()))
                .path("id");
        Map<String, String> form = RoundAdminTest.form("Like it", round.duel());
        form.put("like", round.id());
        String byPage = admin.post("/rounds/new", form).header("Location").replaceFirst(".*/", "");
        for (String id : List.of(byApi, byPage)) {
            RoundCast other = new RoundCast(id, round.duel());
            told(other, "/guidelines").body("tags", equalTo(List.of("image", "sound")));
            told(other, "/practice").body("right", equalTo("one leg"), "better", equalTo("right"));
            told(other, "/checks")
                    .body("attentionEvery", equalTo(20), "repeatEvery", equalTo(25), "repeatGap", equalTo(12));
            told(other, "/attention-pairs").body("$", hasSize(0));
        }
        admin.get("/rounds/new?like=" + round.id())
                .then()
                .body(containsString("name=\"like\" value=\"" + round.id() + "\""))
                .body(containsString("attention pairs are not"));
        form.put("like", "the last");
        admin.post("/rounds/new", form).then().statusCode(404).body(containsString("There is no round “the last”."));
    }

    private static ValidatableResponse told(RoundCast round, String what) {
        return Person.ADMIN.api().get(round.api(what)).then().statusCode(200);
    }
}
