package org.kukai.web.errors;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives words to answers that filters of libraries send without any, such as the CSRF filter's bare 400. */
class EmptyErrors {
    private static final String CSRF_COOKIE = "kukai-csrf";

    private static final String CALL =
            "The request cannot be read. The calls below /api take JSON with Content-Type: application/json, no forms and"
                    + " no cookies.";
    private static final String FORM =
            "The form came without its CSRF token, or the token is out of date. Open the page again and send the form"
                    + " from there. Scripts send JSON with Content-Type: application/json to the calls below /api.";

    private final ErrorPages pages;

    EmptyErrors(ErrorPages pages) {
        this.pages = pages;
    }

    @ServerResponseFilter
    void explain(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        if (response.getStatus() != 400 || response.hasEntity()) {
            return;
        }
        if (request.getMethod().equals("GET")) {
            // A damaged cookie would make every further page fail as this one did; the next page brings a sound one.
            routing.response()
                    .addCookie(Cookie.cookie(CSRF_COOKIE, "").setPath("/").setMaxAge(0));
        }
        Response explained =
                pages.answer(routing, 400, routing.normalizedPath().startsWith("/api/") ? CALL : FORM, null);
        response.setEntity(explained.getEntity(), new java.lang.annotation.Annotation[0], explained.getMediaType());
    }
}
