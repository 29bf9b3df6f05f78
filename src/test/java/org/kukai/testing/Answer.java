package org.kukai.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;

/** What {@link OpenAiServer} does with one request. */
@FunctionalInterface
public interface Answer {
    void send(OpenAiRequest request, HttpExchange exchange, CountDownLatch released)
            throws IOException, InterruptedException;

    /** As many haiku as the request's {@code n}, each of another number, with usage. */
    static Answer ok() {
        return (request, exchange, released) -> {
            List<String> texts = IntStream.range(0, request.n())
                    .mapToObj(i -> Verses.of(request, i))
                    .toList();
            texts(texts, "stop").send(request, exchange, released);
        };
    }

    /** These texts, one choice each, whatever {@code n} was. */
    static Answer ok(String... texts) {
        return texts(List.of(texts), "stop");
    }

    /** One haiku although more were asked for, as servers do that do not know {@code n}. */
    static Answer ignoringN() {
        return (request, exchange, released) ->
                texts(List.of(Verses.of(request, 0)), "stop").send(request, exchange, released);
    }

    /** A server that checks {@code n} and takes only 1. */
    static Answer refusingN() {
        return (request, exchange, released) -> {
            Answer answer = request.n() > 1 ? status(400, "n must be 1") : ok();
            answer.send(request, exchange, released);
        };
    }

    /** Well answered after a while. */
    static Answer slow(Duration latency) {
        return (request, exchange, released) -> {
            Thread.sleep(latency);
            ok().send(request, exchange, released);
        };
    }

    /** Nothing until the server is released or closed. */
    static Answer hang() {
        return (request, exchange, released) -> {
            released.await();
            ok().send(request, exchange, released);
        };
    }

    /** The head and the first bytes, then nothing until the server is released or closed. */
    static Answer hangAfterHead() {
        return (request, exchange, released) -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            released.await();
        };
    }

    /** The head, then a byte every so often for ever: no pause is long, but the answer never ends. */
    static Answer drip(Duration every) {
        return (request, exchange, released) -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            do {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            } while (!released.await(every.toMillis(), TimeUnit.MILLISECONDS));
        };
    }

    /** 429, and the header given: seconds or a date; none when blank. */
    static Answer tooMany(String retryAfter) {
        return failing(429, retryAfter, "Rate limit reached");
    }

    /** 503, and the header given: seconds or a date; none when blank. */
    static Answer unavailable(String retryAfter) {
        return failing(503, retryAfter, "Loading model");
    }

    /** Any status, with the message of a server that means it. */
    static Answer status(int status, String message) {
        return failing(status, "", message);
    }

    private static Answer failing(int status, String retryAfter, String message) {
        return (request, exchange, released) -> {
            if (!retryAfter.isBlank()) {
                exchange.getResponseHeaders().add("Retry-After", retryAfter);
            }
            ObjectNode body = new ObjectMapper().createObjectNode();
            body.putObject("error").put("message", message).put("type", "test");
            OpenAiServer.write(exchange, status, body.toString());
        };
    }

    /** 200 and JSON that breaks off inside, with the right length. */
    static Answer brokenJson() {
        return body("{\"id\":\"x\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assi");
    }

    /** 200 and any body. */
    static Answer body(String text) {
        return (request, exchange, released) -> OpenAiServer.write(exchange, 200, text);
    }

    /** The head promises more than comes: the line goes dead in the middle of the body. */
    static Answer cutBody() {
        return (request, exchange, released) -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"id\":\"x\",\"cho".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** The line goes dead before any answer. */
    static Answer reset() {
        return (request, exchange, released) -> {};
    }

    static Answer emptyContent() {
        return texts(List.of(""), "stop");
    }

    /** Cut at the limit of tokens. */
    static Answer length() {
        return texts(List.of("The beginning of a poem that"), "length");
    }

    /** The model declines, as OpenAI writes it: no content, a refusal. */
    static Answer refusal() {
        return body(
                "{\"id\":\"x\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                        + "\"content\":null,\"refusal\":\"I cannot help with that.\"},\"finish_reason\":\"stop\"}]}");
    }

    private static Answer texts(List<String> texts, String finishReason) {
        return (request, exchange, released) -> {
            ObjectNode body = new ObjectMapper().createObjectNode();
            body.put("id", "chatcmpl-" + request.number()).put("object", "chat.completion");
            body.put("created", 1_700_000_000).put("model", request.model());
            int words = 0;
            for (int i = 0; i < texts.size(); i++) {
                ObjectNode choice = body.withArray("choices").addObject();
                choice.put("index", i).put("finish_reason", finishReason);
                choice.putObject("message").put("role", "assistant").put("content", texts.get(i));
                words += texts.get(i).split("\\s+", -1).length;
            }
            int asked = (request.system() + " " + request.user()).strip().split("\\s+", -1).length;
            body.putObject("usage")
                    .put("prompt_tokens", asked)
                    .put("completion_tokens", words)
                    .put("total_tokens", asked + words);
            OpenAiServer.write(exchange, 200, body.toString());
        };
    }
}
