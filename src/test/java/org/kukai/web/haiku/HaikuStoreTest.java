package org.kukai.web.haiku;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.kukai.haiku.Fingerprint;
import org.kukai.testing.PageSession;
import org.kukai.testing.Person;
import org.kukai.testing.Poems;
import org.kukai.web.SpreadsheetCell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** Browsing, filtering and exporting of haiku: by the API and by pages. */
@QuarkusTest
class HaikuStoreTest {
    private final String mark = UUID.randomUUID().toString();
    private final String model = "model " + mark;
    private String first = "";
    private String again = "";
    private String elsewhere = "";
    private String other = "";
    private String run = "";
    private String prompt = "";

    @BeforeEach
    void writeSomeHaiku() {
        UUID here = Poems.prompt("TRAIN");
        UUID there = Poems.prompt("TRAIN");
        UUID wrote = Poems.run(model);
        first = attributed(wrote, here, 4, "=old POND " + mark + "\n<b>a frog</b>, 100% wet\nsplash");
        again = attributed(wrote, here, 4, "=Old pond " + mark + "!\n<b>a frog</b> 100 wet\nsplash");
        elsewhere = attributed(wrote, there, 3, "=old pond " + mark + "\n<b>a frog</b>, 100% wet\nsplash");
        other = keep(here, 1, "snow " + mark + "\nfalls\non 1000 roofs").toString();
        run = wrote.toString();
        prompt = here.toString();
    }

    @Test
    void filtersByEverythingThatIsKnownOfAHaiku() {
        list("q=pond " + mark).body("items.id", contains(elsewhere, again, first));
        list("q=POND " + mark + "&score=4").body("items.id", contains(again, first));
        list("q=100% wet&run=" + run).body("items.id", contains(elsewhere, first));
        list("model=" + model).body("total", equalTo(3)).body("items.model", everyItem(equalTo(model)));
        list("run=" + run + "&score=3").body("items.id", contains(elsewhere));
        list("prompt=" + prompt).body("items.id", contains(other, again, first));
        list("q=" + mark + "&source=other").body("items.id", contains(other));
        list("q=" + mark + "&source=generated").body("total", equalTo(3));
        list("q=" + mark + "&source=imported").body("total", equalTo(0));
    }

    @Test
    void findsTheSameTextWithinAPromptAndAcross() {
        list("q=" + mark + "&duplicate=any").body("items.id", containsInAnyOrder(first, again, elsewhere));
        list("q=" + mark + "&duplicate=within").body("items.id", containsInAnyOrder(first, again));
        list("q=" + mark + "&duplicate=across").body("total", equalTo(3));
        list("q=" + mark + "&duplicate=none").body("items.id", contains(other));
        list("prompt=" + prompt + "&score=4").body("items.copies", everyItem(equalTo(3)));
    }

    @Test
    void countsTheScoresOfTheFilter() {
        Person.ADMIN
                .api()
                .get("/api/haiku/scores?q=" + mark)
                .then()
                .statusCode(200)
                .body("scores", equalTo(List.of(0, 1, 0, 1, 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "score=9|A score is 0 to 4, not 9.",
                "score=-1|A score is 0 to 4, not -1.",
                "score=x|score must be a whole number",
                "run=x|The run must be an identifier, not “x”.",
                "run=00000000-0000-7000-8000-000000000000|There is no run",
                "prompt=00000000-0000-7000-8000-000000000000|There is no prompt",
                "import=00000000-0000-7000-8000-000000000000|There is no import",
                "model=nobody|There is no model named “nobody”",
                "duplicate=yes|Duplicates are “none”",
                "source=heaven|A source is “generated”",
                "scor=4|There is no filter “scor”.",
                "size=0|A page has 1 to 200 rows",
            })
    void refusesFiltersThatMeanNothing(String query, String reason) {
        Person.ADMIN
                .api()
                .get("/api/haiku?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(reason));
        if (!query.startsWith("size")) {
            PageSession.asAdmin().get("/haiku?" + query).then().statusCode(400).body(containsString(reason));
        }
    }

    @Test
    void refusesWordsWithoutEnd() {
        Person.ADMIN.api().get("/api/haiku?q=" + "w".repeat(201)).then().statusCode(400);
    }

    @Test
    void showsThemAsAPageWithTheirScores() {
        PageSession admin = PageSession.asAdmin();
        admin.get("/haiku").then().statusCode(200);
        admin.get("/haiku?q=" + mark)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("&lt;b&gt;a frog&lt;/b&gt;"),
                        not(containsString("<b>a frog")),
                        containsString("4 (5-7-5)"),
                        containsString("3 times"),
                        containsString("/haiku/export?q=" + mark + "&amp;format=csv")));
        admin.get("/haiku?q=" + mark + "&page=7")
                .then()
                .statusCode(200)
                .body(containsString("There is no page 7; the last is"));
        admin.get("/haiku?q=nothing-of-" + mark).then().body(containsString("No haiku fit."));
        admin.get("/haiku?q=&score=&model=&source=&duplicate=").then().statusCode(200);
        PageSession.asNewRater().get("/haiku").then().statusCode(403);
    }

    @Test
    void writesCsvThatNoSpreadsheetTakesForFormulas() {
        String csv =
                PageSession.asAdmin().get("/haiku/export?format=csv&q=" + mark).asString();
        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith("id,prompt_id,prompt,text,score,form575,strict575,chatter,problem,source,model");
        assertThat(csv).contains(",\"'=old POND " + mark + "\n<b>a frog</b>, 100% wet\nsplash\",4,true");
        Person.ADMIN
                .api()
                .get("/api/haiku/export?format=csv&q=" + mark)
                .then()
                .header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", containsString("haiku.csv"));
        assertThat(List.of("=a", "+a", "-a", "@a", "\ta", "\ra"))
                .allSatisfy(text -> assertThat(SpreadsheetCell.of(text)).isEqualTo("'" + text));
        assertThat(SpreadsheetCell.of("a=b")).isEqualTo("a=b");
    }

    @Test
    void writesJsonLinesOfTheFilter() {
        String lines = Person.ADMIN
                .api()
                .get("/api/haiku/export?format=jsonl&score=4&run=" + run)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(lines.lines().toList())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"id\":") && line.contains("\"model\":\"" + model));
        Person.ADMIN
                .api()
                .get("/api/haiku/export?format=xml")
                .then()
                .statusCode(400)
                .body("detail", containsString("csv or jsonl, not “xml”"));
        Person.ADMIN.api().get("/api/haiku/export?format=csv&score=9").then().statusCode(400);
    }

    @Test
    void showsTheWholeListInPages() {
        list("q=" + mark + "&size=3").body("items", hasSize(3)).body("total", equalTo(4));
        list("q=" + mark + "&size=3&page=2").body("items.id", contains(first));
    }

    private static ValidatableResponse list(String query) {
        io.restassured.specification.RequestSpecification request = Person.ADMIN.api();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            request = request.queryParam(part.substring(0, equals), part.substring(equals + 1));
        }
        return request.get("/api/haiku").then().statusCode(200);
    }

    private static UUID keep(UUID prompt, int score, String text) {
        return Poems.haiku(prompt, score, text, Fingerprint.of(text));
    }

    private static String attributed(UUID run, UUID prompt, int score, String text) {
        UUID id = keep(prompt, score, text);
        Poems.attribute(id, run, prompt);
        return id.toString();
    }
}
