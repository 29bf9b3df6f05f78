package org.kukai.web.security;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import org.kukai.testing.PageSession;
import org.kukai.testing.Person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class SessionsTest {
    private static final int CROWD = 16;
    private static final int VISITS = 20;

    @Test
    void takesNoForgedOrDamagedCookie() {
        Person rater = Person.newRater();
        String real = signIn(rater).cookie("kukai-session");
        assertThat(rounds(real)).isEqualTo(200);
        byte[] flipped = Base64.getDecoder().decode(real);
        flipped[flipped.length - 1] ^= 1;
        String clear = "9999999999999:" + rater.id() + ".0";
        String[] forged = {
            "x",
            "=",
            real.substring(4),
            real.substring(0, real.length() / 2),
            Base64.getEncoder().encodeToString(flipped),
            Base64.getEncoder().encodeToString(clear.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            clear,
            rater.id() + ".0",
            Base64.getEncoder().encodeToString(new byte[] {127}),
            Base64.getEncoder().encodeToString(new byte[64])
        };
        for (String cookie : forged) {
            assertThat(rounds(cookie)).as(cookie).isEqualTo(302);
        }
    }

    /** Sessions that come at the same time are looked up together; nobody may go on as somebody else. */
    @Test
    void takesEverybodyForThemselvesWhenManyComeAtOnce() throws Exception {
        List<Callable<List<String>>> visits = new ArrayList<>();
        List<List<String>> names = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            PageSession session = PageSession.as(Person.newRater());
            String name = shownName(session);
            names.add(Collections.nCopies(VISITS, name));
            visits.add(() ->
                    Stream.generate(() -> shownName(session)).limit(VISITS).toList());
        }
        List<List<String>> shown = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CROWD)) {
            for (Future<List<String>> visit : threads.invokeAll(visits)) {
                shown.add(visit.get());
            }
        }
        assertThat(names.stream().distinct()).hasSize(CROWD);
        assertThat(shown).isEqualTo(names);
    }

    private static String shownName(PageSession session) {
        return session.get("/rounds").htmlPath().getString("**.find { it.@class == 'who' }.a");
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        var cookie = signIn(Person.newRater()).detailedCookie("kukai-session");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.isSecured()).as("over plain http").isFalse();
    }

    @Test
    void believesNoProxyUnlessToldTo() {
        PageSession stranger = PageSession.ofStranger();
        Response answer = stranger.request()
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .get("/");
        assertThat(answer.header("Location")).doesNotContain("evil.example").startsWith("/sign-in");
        String name = "nobody " + UUID.randomUUID();
        int last = 0;
        for (int i = 0; i < 11; i++) {
            last = given().header("X-Forwarded-For", "192.0.2." + i)
                    .auth()
                    .preemptive()
                    .basic(name, "wrong")
                    .get("/api/account")
                    .statusCode();
        }
        assertThat(last).as("the eleventh from one address, whatever it claims").isEqualTo(429);
    }

    @Test
    void tellsScriptsHowLongToWaitAfterTooManyWrongPasswords() {
        String name = "nobody " + UUID.randomUUID();
        for (int i = 0; i < 10; i++) {
            given().auth()
                    .preemptive()
                    .basic(name, "wrong")
                    .get("/api/account")
                    .then()
                    .statusCode(401);
        }
        given().auth()
                .preemptive()
                .basic(name, "wrong")
                .get("/api/account")
                .then()
                .statusCode(429)
                .contentType(startsWith("application/problem+json"))
                .header("Retry-After", Integer::parseInt, greaterThan(0))
                .body("detail", containsString("Wait "));
        PageSession.ofStranger()
                .post("/sign-in", Map.of("name", name, "password", "wrong"))
                .then()
                .statusCode(429)
                .body(containsString("Too many failed attempts"));
    }

    @Test
    void goesOnOnlyToPagesOfItsOwn() {
        Person rater = Person.newRater();
        Map<String, String> wanted = Map.of(
                "/rounds?x=1", "/rounds?x=1",
                "//evil.example", "/",
                "https://evil.example", "/",
                "/\\evil.example", "/",
                "javascript:alert(1)", "/",
                "/a b", "/",
                "/{x}", "/");
        wanted.forEach((next, expected) -> {
            Response answer = PageSession.ofStranger()
                    .post("/sign-in", Map.of("name", rater.name(), "password", rater.password(), "next", next));
            assertThat(answer.statusCode()).as(next).isEqualTo(303);
            assertThat(java.net.URI.create(answer.header("Location")))
                    .as(next)
                    .hasHost("localhost")
                    .hasToString(answer.header("Location").replaceAll("(?<=\\d)/.*", "") + expected);
        });
    }

    @Test
    void sendsTheSameHeadersWithEveryAnswer() {
        PageSession rater = PageSession.asNewRater();
        for (String path :
                new String[] {"/", "/kukai.css", "/kukai.js", "/nowhere", "/accounts", "/api/account", "/q/health/live"
                }) {
            rater.get(path)
                    .then()
                    .header("Content-Security-Policy", containsString("default-src 'none'"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "same-origin")
                    .header("Cross-Origin-Opener-Policy", "same-origin")
                    .header("Permissions-Policy", notNullValue());
        }
        rater.get("/rounds").then().header("Cache-Control", "no-store");
    }

    @Test
    void refusesMalformedCredentialsWithoutFailing() {
        for (String header :
                new String[] {"Basic", "Basic !!", "Basic bm9jb2xvbg==", "Bearer ", "Digest x", "Basic AAA6AAA="}) {
            given().header("Authorization", header)
                    .get("/api/account")
                    .then()
                    .statusCode(401)
                    .contentType(startsWith("application/problem+json"));
        }
    }

    private static Response signIn(Person person) {
        return PageSession.ofStranger().post("/sign-in", Map.of("name", person.name(), "password", person.password()));
    }

    private static int rounds(String cookie) {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .cookie("kukai-session", cookie)
                .get("/rounds")
                .statusCode();
    }
}
