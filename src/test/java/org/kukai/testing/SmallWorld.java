package org.kukai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small, believable Kukai, built through its API alone: the starter prompts, two runs of the composer and one of another
 * model, three raters, a round they have finished, one they are in the middle of and one between the models, and a release.
 *
 * @param run the address of the finished run's page
 * @param round the address of the round that is going on
 * @param settled the address of the round that is done
 * @param duel the address of the round in which two models met
 * @param release the address of the release's page
 * @param prompt the address of the page of a prompt that has haiku
 * @param haiku the address of the page of one of them
 * @param words the address of the page where the first rater has seen the words of a pair and reported one
 * @param rescoring the address of the page of a scoring anew
 * @param promptRun the address of the page of a prompt run that waits for its review
 * @param haikuImport the address of the report of a file of haiku, one row of which was refused
 * @param attempt the address of the page of a sample of the run
 * @param rater the address of the page of what the first rater's votes in the settled round are worth
 * @param webhook the address of the page of what a webhook was told, which is not there to hear it
 */
public record SmallWorld(
        String run,
        String round,
        String settled,
        String duel,
        String release,
        String prompt,
        String haiku,
        String words,
        String rescoring,
        String promptRun,
        String haikuImport,
        String attempt,
        String rater,
        String webhook) {
    public static final List<String> RATERS = List.of("sora", "mika", "jun");

    /** The password of all raters. */
    public static final String PASSWORD = "seven five and five";

    private static final String ADMIN = "admin:" + PackagedKukai.ADMIN_PASSWORD;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Builds it in a program whose admin was made by the settings. */
    public static SmallWorld in(PackagedKukai kukai) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Caller caller = new Caller(client, kukai);
            caller.post(ADMIN, "/api/prompts/starter-set", "");
            String careful = caller.order("/api/runs", """
                    {"model":"composer","samplesPerPrompt":4,"temperature":0.6,"prompts":{"split":"train","limit":150}}""");
            String careless = caller.order("/api/runs", """
                    {"model":"composer","samplesPerPrompt":4,"temperature":1.1,"prompts":{"split":"train","limit":150}}""");
            String promptRun = caller.order("/api/prompt-runs", """
                    {"model":"composer","topics":["a tin roof in the rain","the last ferry"],"perTopic":8,"likeness":0.5}""");
            caller.await(promptRun, "completed");
            caller.await(careful, "completed");
            caller.await(careless, "completed");
            RATERS.forEach(rater -> caller.post(ADMIN, "/api/accounts", """
                    {"name":"%s","password":"%s","role":"rater"}""".formatted(rater, PASSWORD)));
            String settled = caller.order("/api/rounds", """
                    {"name":"First frost","question":"Which haiku do you prefer?","pairing":"best-worst","pairs":20,
                     "votesPerPair":3,"guidelines":"Read both aloud. *Count nothing*: the program does that."}""");
            RATERS.forEach(rater -> caller.vote(rater, settled, Integer.MAX_VALUE));
            String release = caller.order("/api/releases", """
                    {"name":"first-frost","policy":"combined","minVotes":2,"testShare":0.1,"license":"cc-by-4.0"}""");
            caller.await(release, "ready");
            String round = caller.order("/api/rounds", """
                    {"name":"Rain on the roof","question":"Which haiku would you read to a friend?",
                     "pairing":"both-correct","pairs":30,"votesPerPair":3,
                     "guidelines":"## What to look for\\n\\nAn image, a turn, and nothing too much.\\n\\nBoth are 5-7-5."}""");
            String seen = caller.vote("sora", round, 17);
            caller.vote("mika", round, 11);
            caller.vote("jun", round, 4);
            String duel = caller.duel();
            JsonNode brought = Caller.json(caller.send(
                    ADMIN,
                    "/api/candidates?name=old-masters.jsonl",
                    HttpRequest.newBuilder()
                            .header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofString("""
                            {"prompt":"Write a haiku about an old pond.","text":"an old silent pond\\na frog jumps into the pond\\nsplash silence again","model":"old-masters"}
                            {"prompt":"Write a haiku about an old pond."}
                            """))));
            JsonNode counted =
                    Caller.json(caller.post("sora:" + PASSWORD, "/api/assignments/" + seen + "/disclosure", ""));
            caller.post("sora:" + PASSWORD, "/api/assignments/" + seen + "/reports", """
                    {"side":"left","word":"%s","heard":9,"note":"we say it slowly"}""".formatted(
                    counted.path("left").path("words").path(0).path("word").asText()));
            caller.post("sora:" + PASSWORD, round + "/flags", """
                    {"assignment":"%s","side":"left","kind":"copied","note":"I know this one."}""".formatted(seen));
            String webhook = caller.order("/api/webhooks", """
                    {"url":"http://localhost:9/told","events":["round.settled"]}""");
            caller.post(ADMIN, webhook + "/test", "");
            caller.post(ADMIN, "/api/words/csv", "komorebi,4,As in Japanese");
            String rescoring = caller.order("/api/rescoring", "");
            JsonNode poem =
                    caller.get(ADMIN, "/api/haiku?score=3&size=1").path("items").path(0);
            return new SmallWorld(
                    page(careful),
                    page(round),
                    page(settled),
                    page(duel),
                    page(release),
                    "/prompts/" + poem.path("promptId").asText(),
                    "/haiku/" + poem.path("id").asText(),
                    "/assignments/" + seen + "/words",
                    page(rescoring),
                    "/prompts/runs/" + promptRun.replaceFirst(".*/", ""),
                    "/haiku/imports/" + brought.path("id").asText(),
                    "/attempts/"
                            + caller.get(ADMIN, careful + "/attempts?size=1")
                                    .path("items")
                                    .path(0)
                                    .path("id")
                                    .asText(),
                    page(settled)
                            + "/raters/"
                            + caller.get(ADMIN, settled + "/quality")
                                    .path(0)
                                    .path("id")
                                    .asText(),
                    page(webhook));
        }
    }

    private static String page(String api) {
        return api.replaceFirst("^/api", "");
    }

    /** Calls the API of one Kukai, and fails with what it answered. */
    private record Caller(HttpClient client, PackagedKukai kukai) {
        JsonNode get(String who, String path) {
            return json(send(who, path, HttpRequest.newBuilder().GET()));
        }

        HttpResponse<String> post(String who, String path, String body) {
            return send(
                    who,
                    path,
                    HttpRequest.newBuilder()
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body)));
        }

        /** Makes something and returns the path of its address. */
        String order(String path, String body) {
            return post(ADMIN, path, body)
                    .headers()
                    .firstValue("Location")
                    .map(location -> location.replaceFirst("^https?://[^/]+", ""))
                    .orElseThrow(() -> new AssertionError(path + " did not say where it made it"));
        }

        void await(String path, String status) {
            Instant end = Instant.now().plus(PATIENCE);
            String last = "";
            while (!last.equals(status)) {
                assertThat(Instant.now()).as("%s is %s", path, last).isBefore(end);
                pause();
                last = get(ADMIN, path).path("status").asText();
                assertThat(last).as(path).isNotIn("failed", "cancelled");
            }
        }

        /** A second model answers some of the prompts, and all raters say which of the two they prefer. */
        String duel() {
            try (OpenAiServer server = OpenAiServer.start()) {
                post(ADMIN, "/api/models", """
                        {"name":"lantern","baseUrl":"%s","model":"lantern-7b"}""".formatted(server.baseUrl()));
                String run = order("/api/runs", """
                        {"model":"lantern","samplesPerPrompt":2,"prompts":{"split":"train","limit":40}}""");
                await(run, "completed");
            }
            String duel = order("/api/rounds", """
                    {"name":"Composer and lantern","question":"Which haiku do you prefer?","pairing":"model-vs-model",
                     "models":["composer","lantern"],"pairs":40,"votesPerPair":3}""");
            RATERS.forEach(rater -> vote(rater, duel, Integer.MAX_VALUE));
            return duel;
        }

        /** Votes as somebody would who mostly likes the calmer poem, and now and then cannot decide. */
        String vote(String rater, String round, int most) {
            String who = rater + ":" + PASSWORD;
            post(who, round + "/guidelines/reading", "{}");
            Random mood = new Random(rater.hashCode());
            String last = "";
            for (int votes = 0; votes < most; votes++) {
                HttpResponse<String> next =
                        send(who, round + "/next", HttpRequest.newBuilder().GET());
                if (next.statusCode() == 204) {
                    return last;
                }
                JsonNode pair = json(next);
                boolean calmer = letters(pair, "left").compareTo(letters(pair, "right")) < 0;
                int whim = mood.nextInt(10);
                String choice = whim == 0 ? "tie" : (whim < 8) == calmer ? "left" : "right";
                last = pair.path("assignment").asText();
                post(who, round + "/votes", """
                        {"assignment":"%s","choice":"%s"}""".formatted(last, choice));
            }
            return last;
        }

        private static String letters(JsonNode pair, String side) {
            return new StringBuilder(pair.path(side).asText()).reverse().toString();
        }

        private HttpResponse<String> send(String who, String path, HttpRequest.Builder request) {
            String credentials = Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
            try {
                HttpResponse<String> answer = client.send(
                        request.uri(kukai.at(path))
                                .header("Authorization", "Basic " + credentials)
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode())
                        .as("%s: %s", path, answer.body())
                        .isBetween(200, 299);
                return answer;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot call " + path, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while calling " + path, e);
            }
        }

        private static JsonNode json(HttpResponse<String> answer) {
            try {
                return JSON.readTree(answer.body());
            } catch (IOException e) {
                throw new UncheckedIOException(answer.body(), e);
            }
        }

        private static void pause() {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }
}
