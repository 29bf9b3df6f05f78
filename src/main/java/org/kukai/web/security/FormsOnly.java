package org.kukai.web.security;

import java.util.Locale;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import org.kukai.RefusedException;

/**
 * Pages change state by forms of their own alone. The CSRF filter checks forms and lets other kinds of content pass (the
 * API needs that); this closes the gap for pages: what is not a form must carry the token in its header. And where the
 * browser says that another site made it send the form (Fetch Metadata, {@code Sec-Fetch-Site}), that is enough to refuse.
 */
class FormsOnly {
    /** From a page of this site, or from the person at the browser. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    @ServerRequestFilter
    void refuseOtherContent(ContainerRequestContext request, RoutingContext routing) {
        if (isSafe(request.getMethod())) {
            return;
        }
        // The API too: a browser may remember a name and password for HTTP Basic.
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null && !OWN.contains(site)) {
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN, "Another site sent this form. Send it from a page of this Kukai.");
        }
        if (Authentication.isApi(routing)) {
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
