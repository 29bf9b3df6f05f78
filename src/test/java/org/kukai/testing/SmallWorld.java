package org.kukai.testing;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

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
 * @param join the address of an invitation's page
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
        String join,
        String webhook) {
    public static final List<String> RATERS = List.of("sora", "mika", "jun");

    /** The password of all raters. */
    public static final String PASSWORD = "seven five and five";

    /** Builds it in a program whose admin was made by the settings. */
    public static SmallWorld in(PackagedKukai kukai) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            ApiCaller caller = new ApiCaller(client, kukai);
            caller.post(ApiCaller.ADMIN, "/api/prompts/starter-set", "");
            String careful = caller.order("/api/runs", """
                    {"model":"composer","samplesPerPrompt":4,"temperature":0.6,"prompts":{"split":"train","limit":150}}""");
            String careless = caller.order("/api/runs", """
                    {"model":"composer","samplesPerPrompt":4,"temperature":1.1,"prompts":{"split":"train","limit":150}}""");
            String promptRun = caller.order("/api/prompt-runs", """
                    {"model":"composer","topics":["a tin roof in the rain","the last ferry"],"perTopic":8,"likeness":0.5}""");
            caller.await(promptRun, "completed");
            caller.await(careful, "completed");
            caller.await(careless, "completed");
            RATERS.forEach(rater -> caller.post(ApiCaller.ADMIN, "/api/accounts", """
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
            JsonNode brought = ApiCaller.json(caller.send(
                    ApiCaller.ADMIN,
                    "/api/candidates?name=old-masters.jsonl",
                    HttpRequest.newBuilder()
                            .header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofString("""
                            {"prompt":"Write a haiku about an old pond.","text":"an old silent pond\\na frog jumps into the pond\\nsplash silence again","model":"old-masters"}
                            {"prompt":"Write a haiku about an old pond."}
                            """))));
            JsonNode counted =
                    ApiCaller.json(caller.post("sora:" + PASSWORD, "/api/assignments/" + seen + "/disclosure", ""));
            caller.post("sora:" + PASSWORD, "/api/assignments/" + seen + "/reports", """
                    {"side":"left","word":"%s","heard":9,"note":"we say it slowly"}""".formatted(
                    counted.path("left").path("words").path(0).path("word").asText()));
            caller.post("sora:" + PASSWORD, round + "/flags", """
                    {"assignment":"%s","side":"left","kind":"copied","note":"I know this one."}""".formatted(seen));
            String webhook = caller.order("/api/webhooks", """
                    {"url":"http://localhost:9/told","events":["round.settled"]}""");
            caller.post(ApiCaller.ADMIN, webhook + "/test", "");
            caller.post(ApiCaller.ADMIN, "/api/words/csv", "komorebi,4,As in Japanese");
            String rescoring = caller.order("/api/rescoring", "");
            JsonNode poem = caller.get(ApiCaller.ADMIN, "/api/haiku?score=3&size=1")
                    .path("items")
                    .path(0);
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
                            + caller.get(ApiCaller.ADMIN, careful + "/attempts?size=1")
                                    .path("items")
                                    .path(0)
                                    .path("id")
                                    .asText(),
                    page(settled)
                            + "/raters/"
                            + caller.get(ApiCaller.ADMIN, settled + "/quality")
                                    .path(0)
                                    .path("id")
                                    .asText(),
                    ApiCaller.json(caller.post(
                                    ApiCaller.ADMIN, "/api/invitations", """
                            {"role":"rater","uses":10,"round":"%s"}""".formatted(round.replaceFirst(".*/", ""))))
                            .path("url")
                            .asText()
                            .replaceFirst("^https?://[^/]+", ""),
                    page(webhook));
        }
    }

    private static String page(String api) {
        return api.replaceFirst("^/api", "");
    }
}
