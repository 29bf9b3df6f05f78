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
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls the API of one Kukai, and fails with what it answered. */
record ApiCaller(HttpClient client, PackagedKukai kukai) {
    static final String ADMIN = "admin:" + PackagedKukai.ADMIN_PASSWORD;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

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
        SmallWorld.RATERS.forEach(rater -> vote(rater, duel, Integer.MAX_VALUE));
        return duel;
    }

    /** Votes as somebody would who mostly likes the calmer poem, and now and then cannot decide. */
    String vote(String rater, String round, int most) {
        String who = rater + ":" + SmallWorld.PASSWORD;
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

    HttpResponse<String> send(String who, String path, HttpRequest.Builder request) {
        String credentials = Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
        try {
            HttpResponse<String> answer = client.send(
                    request.uri(kukai.at(path))
                            .header("Authorization", "Basic " + credentials)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isBetween(200, 299);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot call " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while calling " + path, e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
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
