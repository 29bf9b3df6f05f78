package org.kukai.web.security;

import java.util.Locale;

import jakarta.enterprise.event.Observes;

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
        filters.register(ApiContent::takeFormsForJson, EARLY);
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
