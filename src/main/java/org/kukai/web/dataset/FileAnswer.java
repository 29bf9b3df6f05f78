package org.kukai.web.dataset;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import org.kukai.dataset.ReleaseFile;
import org.kukai.dataset.ReleaseStore;

/** Sends a file, or the part of it that is asked for, as it comes out of the database. */
@ApplicationScoped
class FileAnswer {
    private final ReleaseStore store;

    FileAnswer(ReleaseStore store) {
        this.store = store;
    }

    Response of(ReleaseFile file, String name, RoutingContext routing, boolean withBody) {
        HttpServerRequest request = routing.request();
        String tag = "\"" + file.sha256 + "\"";
        Conditions conditions = new Conditions(
                withBody ? request.getHeader("Range") : null,
                request.getHeader("If-Range"),
                request.getHeader("If-None-Match"));
        if (conditions.hasAlready(tag)) {
            return described(Response.notModified(), tag).build();
        }
        return switch (conditions.wanted(tag, file.bytes)) {
            case Conditions.Wanted.Nothing nothing ->
                described(Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE), tag)
                        .header("Content-Range", "bytes */" + file.bytes)
                        .build();
            case Conditions.Wanted.Whole whole ->
                send(Response.ok(), file, name, new Conditions.Span(0, file.bytes - 1), withBody);
            case Conditions.Wanted.Part(Conditions.Span span) ->
                send(
                        Response.status(Response.Status.PARTIAL_CONTENT)
                                .header(
                                        "Content-Range",
                                        "bytes " + span.first() + "-" + span.last() + "/" + file.bytes),
                        file,
                        name,
                        span,
                        withBody);
        };
    }

    private Response send(
            Response.ResponseBuilder answer, ReleaseFile file, String name, Conditions.Span span, boolean withBody) {
        described(answer, "\"" + file.sha256 + "\"")
                .header(HttpHeaders.CONTENT_TYPE, mediaType(file.path))
                .header(HttpHeaders.CONTENT_LENGTH, span.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
        if (withBody) {
            StreamingOutput body = out -> store.copy(file.id, span.first(), span.length(), out);
            answer.entity(body);
        }
        return answer.build();
    }

    // The file never changes, but who may have it does: ask again, and be told "not modified".
    private static Response.ResponseBuilder described(Response.ResponseBuilder answer, String tag) {
        return answer.header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    private static String mediaType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "md" -> "text/markdown; charset=UTF-8";
            case "json" -> "application/json";
            case "jsonl" -> "application/jsonl";
            case "parquet" -> "application/vnd.apache.parquet";
            case "zip" -> "application/zip";
            default -> "application/octet-stream";
        };
    }

    /** A name for the browser to save under (RFC 6266): in plain letters, and as it is. */
    static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String whole = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
    }
}
