package org.kukai.web.ranking;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.kukai.web.ranking.RankedRounds.json;
import static org.kukai.web.ranking.RankedRounds.open;
import static org.kukai.web.ranking.RankedRounds.textsOf;
import static org.kukai.web.ranking.RankedRounds.vote;

/** Rounds whose votes are known, and what the pages, files and calls say of them. */
@QuarkusTest
class RankingTest {
    private static final int PAIRS = 12;

    @Test
    void saysWhichModelPeoplePreferAndHowSurelyAndWhere() {
        Poems.Duel duel = Poems.duel(PAIRS);
        String round = open(duel, 3);
        // The first model's poems have the better form; it loses the last three of the pairs that each rater sees.
        Set<String> good = textsOf(duel.one());
        vote(round, good, 9);
        vote(round, good, 9);
        vote(round, good, 9);

        JsonPath models = json("/api/ranking/models?round=" + round);
        assertThat(models.getList("model")).isEqualTo(duel.models());
        assertThat(models.getInt("[0].wins")).isEqualTo(27);
        assertThat(models.getInt("[0].losses")).isEqualTo(9);
        assertThat(models.getInt("[1].wins")).isEqualTo(9);
        // The log of the odds 3 to 1, half of it for each, shrunk a little.
        assertThat(models.getDouble("[0].strength")).isCloseTo(Math.log(3) / 2, within(0.03));
        assertThat(models.getDouble("[0].interval[0]")).isLessThan(models.getDouble("[0].strength"));
        assertThat(models.getDouble("[0].interval[1]")).isGreaterThan(models.getDouble("[0].strength"));

        JsonPath form = json("/api/ranking/form?round=" + round);
        assertThat(form.getInt("all.better")).isEqualTo(27);
        assertThat(form.getInt("all.worse")).isEqualTo(9);
        assertThat(form.getInt("gaps[0].gap")).isEqualTo(2);
        assertThat(form.getInt("all.betterPairs") + form.getInt("all.worsePairs"))
                .isEqualTo(PAIRS);
        assertThat(form.getList("upsets")).hasSize(form.getInt("all.worsePairs"));
        assertThat(form.getDouble("correlation.kendall"))
                .isCloseTo(
                        (form.getInt("all.betterPairs") - form.getInt("all.worsePairs")) / (double) PAIRS,
                        within(1e-6));

        JsonPath meetings = json("/api/ranking/meetings?round=" + round);
        assertThat(meetings.getList("wins", Integer.class)).containsExactlyInAnyOrder(27, 9);
        JsonPath poems = json("/api/ranking/poems?size=200&round=" + round);
        assertThat(poems.getList("promptId", UUID.class)).hasSameElementsAs(duel.prompts());
        assertThat(poems.getList("[0].poems")).hasSize(2);
        assertThat(poems.getDouble("[0].poems[0].strength")).isGreaterThan(poems.getDouble("[0].poems[1].strength"));
    }

    /** What little weight makes uncertain is where a poem stands, not how far poems differ: that is learned from votes as they are. */
    @Test
    void isLessCertainOfPoemsWhereRatersWeighLess() {
        Poems.Duel duel = Poems.duel(PAIRS);
        String round = open(duel, 3);
        Set<String> good = textsOf(duel.one());
        vote(round, good, PAIRS);
        vote(round, good, PAIRS);
        vote(round, good, PAIRS);
        double full = widest(round);
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update participation set weight = 0.25 where round_id = cast(?1 as uuid)")
                        .setParameter(1, round)
                        .executeUpdate());
        assertThat(widest(round)).isGreaterThan(full);
    }

    private static double widest(String round) {
        JsonPath poems = json("/api/ranking/poems?size=200&round=" + round);
        return IntStream.range(0, PAIRS)
                .mapToDouble(i -> poems.getDouble("[" + i + "].poems[0].interval[1]")
                        - poems.getDouble("[" + i + "].poems[0].interval[0]"))
                .max()
                .orElseThrow();
    }

    @Test
    void saysHowFarRatersAgree() {
        Poems.Duel duel = Poems.duel(PAIRS);
        String round = open(duel, 2);
        JsonPath before = json("/api/rounds/" + round + "/agreement");
        assertThat(before.<Object>get("raw")).isNull();
        assertThat(before.<Object>get("alpha")).isNull();
        Set<String> good = textsOf(duel.one());
        vote(round, good, PAIRS);
        vote(round, good, PAIRS);
        JsonPath after = json("/api/rounds/" + round + "/agreement");
        assertThat(after.getDouble("raw")).isEqualTo(1);
        assertThat(after.getInt("pairs")).isEqualTo(PAIRS);
        assertThat(after.getList("raters")).hasSize(2);
        // Which poem of a pair is its first is drawn, so all agree on one of two answers, unless one of them never
        // came.
        if (after.get("alpha") != null) {
            assertThat(after.getDouble("alpha")).isEqualTo(1);
            assertThat(after.getDouble("kappa")).isEqualTo(1);
            assertThat(after.getInt("kappaPairs")).isEqualTo(PAIRS);
            assertThat(after.getList("alphaInterval")).isEqualTo(List.of(1.0f, 1.0f));
        }
    }

    @Test
    void splitPairsThatAreAskedAgainDoNotWeighMoreInAgreement() {
        Poems.Duel duel = Poems.duel(PAIRS);
        String round = open(duel, 3);
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery("update round set settle_early = true where id = ?1")
                        .setParameter(1, UUID.fromString(round))
                        .executeUpdate());
        Set<String> good = textsOf(duel.one());
        vote(round, good, PAIRS);
        vote(round, good, PAIRS - 4);
        // The eight pairs on which two raters agree are settled; only the four others get a third vote.
        vote(round, good, PAIRS);
        JsonPath agreement = json("/api/rounds/" + round + "/agreement");
        assertThat(agreement.getList("raters.votes", Integer.class)).containsExactlyInAnyOrder(12, 12, 4);
        assertThat(agreement.getDouble("raw")).isCloseTo(8.0 / 12, within(1e-6));
        assertThat(agreement.getInt("kappaVotes")).isEqualTo(2);
    }

    @Test
    void countsTheLatestVoteOfARaterOnTheSamePoemsOverAllRounds() {
        Poems.Duel duel = Poems.duel(1);
        Set<String> good = textsOf(duel.one());
        Person rater = Person.newRater();
        String first = open(duel, 1);
        vote(rater, first, good, 1);
        vote(rater, open(duel, 1), good, 0);
        List<Map<String, Object>> all = json("/api/ranking/models").getList("");
        assertThat(all)
                .filteredOn(model -> duel.one().equals(model.get("model")))
                .singleElement()
                .satisfies(model -> assertThat(List.of(model.get("wins"), model.get("losses")))
                        .isEqualTo(List.of(0, 1)));
        assertThat(json("/api/ranking/models?round=" + first).getInt("[0].wins"))
                .isEqualTo(1);
    }

    @Test
    void showsItOnPagesAndInFiles() {
        Poems.Duel duel = Poems.duel(PAIRS);
        String round = open(duel, 1);
        PageSession admin = PageSession.as(Person.ADMIN);
        admin.request()
                .get("/rounds/" + round + "/ranking")
                .then()
                .statusCode(200)
                .body(containsString("No votes yet"))
                .body(containsString("No pair has two votes yet"));
        vote(round, textsOf(duel.one()), 10);
        admin.request()
                .get("/rounds/" + round + "/ranking")
                .then()
                .statusCode(200)
                .body(containsString(duel.one()))
                .body(containsString("10 : 0 : 2"))
                .body(containsString("Where people prefer the incorrect poem"));
        admin.request().get("/ranking").then().statusCode(200).body(containsString("Head to head"));
        admin.request().get("/rounds/" + round).then().body(containsString("/rounds/" + round + "/ranking"));
        String csv = admin.request().get("/ranking/models.csv?round=" + round).asString();
        assertThat(csv.lines().toList()).hasSize(3).first().asString().startsWith("model,strength,low,high");
        assertThat(admin.request()
                        .get("/ranking/meetings.csv?round=" + round)
                        .asString()
                        .lines())
                .contains(duel.one() + "," + duel.other() + ",10,0,2");
        assertThat(admin.request().get("/ranking/poems.csv?round=" + round).asString())
                .contains("an old silent pond");
        Person.ADMIN
                .api()
                .get("/api/ranking/models?round=" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }
}
