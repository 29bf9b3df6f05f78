package org.kukai.web.annotation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class RoundPagesTest {
    private PageSession admin;

    @BeforeEach
    void signIn() {
        admin = PageSession.asAdmin();
    }

    @Test
    void opensARoundByFormAndSaysHowManyPairsItGot() {
        Poems.Duel duel = Poems.duel(2);
        String name = "Two <b>ponds</b> " + UUID.randomUUID();
        admin.get("/rounds/new").then().statusCode(200).body(containsString(duel.one()));
        var answer = admin.post("/rounds/new", form(name, duel, "5"));
        assertThat(answer.statusCode()).isEqualTo(303);
        String round = java.net.URI.create(answer.header("Location")).getPath();
        admin.get(round)
                .then()
                .statusCode(200)
                .body(containsString("Two &lt;b&gt;ponds"))
                .body(containsString("2 pairs, not 5"))
                .body(containsString("Nobody has come yet"));
        var single = admin.post("/rounds/new", form("One pond", Poems.duel(1), "1"));
        admin.get(java.net.URI.create(single.header("Location")).getPath())
                .then()
                .body(containsString("The round is open with 1 pair."));
        admin.get("/rounds").then().body(containsString(round));
    }

    @Test
    void showsTheFormAgainWithItsValuesWhenItCannotOpenTheRound() {
        Poems.Duel none = new Poems.Duel("nobody", "no one", java.util.List.of());
        admin.post("/rounds/new", form("Kept <name>", none, "5"))
                .then()
                .statusCode(409)
                .body(containsString("No pair can be made"))
                .body(containsString("Kept &lt;name&gt;"));
        admin.post("/rounds/new", form("Kept", none, "many"))
                .then()
                .statusCode(400)
                .body(containsString("whole number, not “many”"));
    }

    @Test
    void previewsGuidelinesAsRatersSeeThem() {
        Map<String, String> form = new java.util.HashMap<>(form("Preview", Poems.duel(1), "5"));
        form.put("guidelines", "- *slowly* <script>alert(1)</script>");
        admin.post("/rounds/new/preview", form)
                .then()
                .statusCode(200)
                .body(containsString("<em>slowly</em>"))
                .body(not(containsString("<script>alert")));
    }

    @Test
    void closesReopensAndInvites() {
        RoundCast round = RoundCast.open(1, 2);
        admin.post(round.path("/closure")).then().statusCode(303);
        admin.get(round.path("")).then().body(containsString("Reopen the round"));
        admin.post(round.path("/closure")).then().statusCode(409);
        admin.post(round.path("/reopening")).then().statusCode(303);
        admin.post(round.path("/invitations"), Map.of("people", "3"))
                .then()
                .statusCode(303)
                .header("Location", endsWith(round.path("/invitations")));
        admin.get(round.path("/invitations"))
                .then()
                .statusCode(200)
                .body(containsString("/join/"))
                .body(containsString("up to 3 people"));
        admin.get(round.path("/invitations")).then().statusCode(303).header("Location", endsWith(round.path("")));
        for (String people : List.of("0", "some")) {
            admin.post(round.path("/invitations"), Map.of("people", people))
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith(round.path("")));
            admin.get(round.path(""))
                    .then()
                    .body(containsString("role=\"alert\""))
                    .body(containsString("value=\"" + people + "\""));
        }
    }

    @Test
    void offersOpenRoundsForAnInvitationAndPicksTheOneAskedFor() {
        RoundCast open = RoundCast.open(1, 2);
        RoundCast closed = RoundCast.open(1, 2);
        admin.post(closed.path("/closure")).then().statusCode(303);
        admin.get("/accounts/invitations?round=" + open.id())
                .then()
                .body(containsString("<option value=\"" + open.id() + "\" selected>Moss "))
                .body(not(containsString("<option value=\"" + closed.id())));
    }

    @Test
    void showsVotesRatersAndAgreement() {
        RoundCast round = RoundCast.open(1, 2);
        for (int i = 0; i < 2; i++) {
            Person rater = Person.newRater();
            String left = rater.api().get(round.api("/next")).path("left");
            String assignment = rater.api().get(round.api("/next")).path("assignment");
            // The same poem for both raters, whichever side it is on: they agree.
            String choice = left.compareTo(rater.api().get(round.api("/next")).path("right")) < 0 ? "left" : "right";
            rater.api()
                    .contentType("application/json")
                    .body(Map.of("assignment", assignment, "choice", choice))
                    .post(round.api("/votes"))
                    .then()
                    .statusCode(201);
        }
        admin.get(round.path(""))
                .then()
                .statusCode(200)
                .body(containsString("100 %"))
                .body(containsString("Votes per minute (UTC), at most"))
                .body(containsString("settled"))
                .body(containsString("raters have"));
    }

    @ParameterizedTest
    @CsvSource({"119 minutes, minute", "15 hours, ten minutes", "47 hours, hour", "3 days, day"})
    void countsVotesOverWhatFitsTheirSpan(String span, String unit) {
        RoundCast round = RoundCast.open(2, 1);
        Person rater = Person.newRater();
        for (int i = 0; i < 2; i++) {
            rater.api()
                    .contentType("application/json")
                    .body(Map.of(
                            "assignment", rater.api().get(round.api("/next")).path("assignment"), "choice", "tie"))
                    .post(round.api("/votes"))
                    .then()
                    .statusCode(201);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("""
                                update vote set cast_at = timestamptz '2026-11-20 23:59:30Z' - case when assignment_id =
                                (select max(cast(assignment_id as text)) from vote where round_id = ?1)::uuid
                                then interval '0' else cast(?2 as interval) end where round_id = ?1""")
                        .setParameter(1, UUID.fromString(round.id()))
                        .setParameter(2, span)
                        .executeUpdate());
        String page = admin.get(round.path("/figures"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("Votes per " + unit + " (UTC), at most 1");
        String ends = page.substring(page.indexOf("class=\"ends\""), page.indexOf("</figure>"));
        List<String> shown = Pattern.compile("<span>([^<]+)</span>")
                .matcher(ends)
                .results()
                .map(end -> end.group(1))
                .toList();
        assertThat(shown).hasSize(2).doesNotHaveDuplicates().allMatch(end -> end.contains(" Nov 2026"));
        assertThat(Pattern.compile("<rect").matcher(page).results().count()).isBetween(12L, 120L);
    }

    private static Map<String, String> form(String name, Poems.Duel duel, String pairs) {
        return Map.of(
                "name",
                name,
                "question",
                "Which?",
                "guidelines",
                "Read.",
                "pairing",
                "model-vs-model",
                "one",
                duel.one(),
                "other",
                duel.other(),
                "pairs",
                pairs,
                "votesPerPair",
                "2");
    }
}
