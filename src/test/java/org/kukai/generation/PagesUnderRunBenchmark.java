package org.kukai.generation;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.kukai.testing.PackagedKukai;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long pages take while a run of the composer has the whole machine busy: the page of the run and the next vote, beside the same on
 * an idle program, and what a hundred open pages of the run cost it. Not part of the tests; {@code docs/benchmarks.md} holds the command
 * and the figures.
 */
class PagesUnderRunBenchmark {
    private static final int SAMPLES = 134;
    private static final int OPEN_PAGES = 100;
    private static final int IDLE_REQUESTS = 200;

    @TempDir
    Path folder;

    @Test
    void answersWhileARunWorks() throws Exception {
        try (PackagedKukai kukai =
                        PackagedKukai.withAdminOn(folder.resolve("data")).start();
                ExecutorService watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            api(kukai).post("/api/prompts/starter-set").then().statusCode(200);
            String first = order(kukai, 8);
            ended(kukai, first);
            String round = api(kukai)
                    .body(Map.of("name", "while it runs", "pairing", "random", "pairs", 5000, "votesPerPair", 1))
                    .post("/api/rounds")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            api(kukai)
                    .body(Map.of("name", "sora", "password", "seven five and five", "role", "rater"))
                    .post("/api/accounts")
                    .then()
                    .statusCode(201);
            Visitor admin = Visitor.of(kukai, "admin", PackagedKukai.ADMIN_PASSWORD);
            Visitor rater = Visitor.of(kukai, "sora", "seven five and five");
            String guidelines = rater.get("/rounds/" + round + "/vote");
            rater.post("/rounds/" + round + "/participation", Map.of("csrf-token", field(guidelines, "csrf-token")));
            AtomicBoolean idle = new AtomicBoolean(true);
            ask(admin, rater, first, round, IDLE_REQUESTS, new AtomicBoolean(true));
            print("idle", ask(admin, rater, first, round, IDLE_REQUESTS, idle));

            String alone = order(kukai, SAMPLES);
            double rateAlone = ended(kukai, alone);
            String run = order(kukai, SAMPLES);
            AtomicBoolean working = new AtomicBoolean(true);
            watchers.execute(() -> {
                ended(kukai, run);
                working.set(false);
            });
            print("while a run works", ask(admin, rater, run, round, Integer.MAX_VALUE, working));

            String watched = order(kukai, SAMPLES);
            AtomicBoolean open = new AtomicBoolean(true);
            AtomicLong looks = new AtomicLong();
            for (int page = 0; page < OPEN_PAGES; page++) {
                watchers.execute(() -> look(admin, watched, open, looks));
            }
            double rateWatched = ended(kukai, watched);
            open.set(false);
            System.out.printf(
                    Locale.ROOT,
                    "a run alone: %.0f a second; with %d open pages (%d looks): %.0f a second; ratio %.2f%n",
                    rateAlone,
                    OPEN_PAGES,
                    looks.get(),
                    rateWatched,
                    rateWatched / rateAlone);
            assertThat(looks.get()).isGreaterThan(OPEN_PAGES);
        }
    }

    private static Map<String, List<Long>> ask(
            Visitor admin, Visitor rater, String run, String round, int most, AtomicBoolean goOn)
            throws IOException, InterruptedException {
        List<Long> page = new ArrayList<>();
        List<Long> live = new ArrayList<>();
        List<Long> next = new ArrayList<>();
        String ballot = rater.get("/rounds/" + round + "/vote");
        for (int i = 0; i < most && goOn.get(); i++) {
            long start = System.nanoTime();
            admin.get("/runs/" + run);
            page.add(System.nanoTime() - start);
            start = System.nanoTime();
            admin.get("/runs/" + run + "/live");
            live.add(System.nanoTime() - start);
            start = System.nanoTime();
            ballot = rater.post(
                    "/rounds/" + round + "/votes",
                    Map.of(
                            "csrf-token", field(ballot, "csrf-token"),
                            "assignment", field(ballot, "assignment"),
                            "choice", i % 2 == 0 ? "left" : "right"));
            next.add(System.nanoTime() - start);
        }
        return Map.of("page of the run", page, "its moving part", live, "vote and next pair", next);
    }

    private static void look(Visitor visitor, String run, AtomicBoolean open, AtomicLong looks) {
        try {
            while (open.get()) {
                visitor.get("/runs/" + run + "/live");
                looks.incrementAndGet();
                TimeUnit.SECONDS.sleep(2);
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("a page could not look", e);
        }
    }

    private static void print(String when, Map<String, List<Long>> taken) {
        taken.forEach((what, nanos) -> {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %-20s n=%4d  median %6.1f ms  p99 %6.1f ms  longest %6.1f ms%n",
                    when,
                    what,
                    sorted.length,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[Math.min(sorted.length - 1, (int) Math.ceil(0.99 * sorted.length) - 1)] / 1e6,
                    Arrays.stream(sorted).max().orElse(0) / 1e6);
        });
    }

    private static String field(String html, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        assertThat(field.find()).as("the field %s in %s", name, html).isTrue();
        return field.group(1);
    }

    private static String order(PackagedKukai kukai, int samples) {
        return api(kukai)
                .body(Map.of("model", "composer", "samplesPerPrompt", samples, "maxInFlight", 64))
                .post("/api/runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static double ended(PackagedKukai kukai, String run) {
        RunCast.until(
                "the run ends",
                java.time.Duration.ofSeconds(2),
                java.time.Duration.ofMinutes(10),
                () -> api(kukai).get("/api/runs/" + run).path("status").equals("completed"));
        return api(kukai).get("/api/runs/" + run).jsonPath().getDouble("ratePerSecond");
    }

    private static RequestSpecification api(PackagedKukai kukai) {
        return given().baseUri(kukai.address().toString())
                .auth()
                .preemptive()
                .basic("admin", PackagedKukai.ADMIN_PASSWORD)
                .contentType(ContentType.JSON);
    }

    /** Somebody who is signed in with a browser. */
    private record Visitor(HttpClient client, PackagedKukai kukai) {
        static Visitor of(PackagedKukai kukai, String name, String password) throws IOException, InterruptedException {
            Visitor visitor = new Visitor(
                    HttpClient.newBuilder()
                            .cookieHandler(new CookieManager())
                            .followRedirects(HttpClient.Redirect.NORMAL)
                            .build(),
                    kukai);
            String form = visitor.get("/sign-in");
            visitor.post(
                    "/sign-in",
                    Map.of("csrf-token", field(form, "csrf-token"), "name", name, "password", password, "next", "/"));
            return visitor;
        }

        String get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(kukai.at(path)).GET());
        }

        String post(String path, Map<String, String> form) throws IOException, InterruptedException {
            String body = form.entrySet().stream()
                    .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send(HttpRequest.newBuilder(kukai.at(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    // As the script of the voting page sends it: the answer is the next ballot. Other forms take no
                    // notice.
                    .header(path.endsWith("/votes") ? "HX-Request" : "X-Plain", "true")
                    .POST(BodyPublishers.ofString(body)));
        }

        private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
            HttpResponse<String> answer =
                    client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s", answer.uri()).isEqualTo(200);
            return answer.body();
        }
    }
}
