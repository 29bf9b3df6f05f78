package org.kukai.web.security;

import java.util.Locale;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import org.kukai.RefusedException;

/**
 * Pages change state by forms alone. The CSRF filter checks forms and lets other kinds of content pass (the API needs
 * that); this closes the gap for pages: what is not a form must carry the token in its header.
 */
class FormsOnly {
    @ServerRequestFilter
    void refuseOtherContent(ContainerRequestContext request, RoutingContext routing) {
        if (Authentication.isApi(routing) || isSafe(request.getMethod())) {
            return;
        }
        String type = String.valueOf(request.getHeaderString(HttpHeaders.CONTENT_TYPE))
                .toLowerCase(Locale.ROOT);
        boolean form = type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data");
        if (!form && request.getHeaderString("X-CSRF-TOKEN") == null) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "This address takes forms with their CSRF token. Scripts use the calls below /api.");
        }
    }

    private static boolean isSafe(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }
}
