package org.kukai.web.security;

import java.util.Locale;

import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Many clients call whatever they send a form, an empty body or JSON too ({@code curl -d}), and the CSRF filter would ask
 * them for a token. The API takes neither forms nor cookies, so there it is
 * taken for JSON.
 */
class ApiContent {
    /** Before everything that looks at the content type. */
    private static final int EARLY = 300;

    void register(@Observes Filters filters) {
        filters.register(ApiContent::takeNonsenseForBytes, EARLY + 1);
        filters.register(ApiContent::takeFormsForJson, EARLY);
    }

    /** A content type that is none would make the first who reads it fail; as bytes nobody takes it (RFC 9110, section 8.3). */
    private static void takeNonsenseForBytes(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && !isReadable(type)) {
            request.request().headers().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
        request.next();
    }

    private static boolean isReadable(String type) {
        try {
            MediaType.valueOf(type);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void takeFormsForJson(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null
                && Authentication.isApi(request)
                && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            request.request().headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        request.next();
    }
}
