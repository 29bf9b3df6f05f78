package org.kukai.web.security;

import jakarta.ws.rs.core.Response;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.vertx.ext.web.RoutingContext;

/** What a caller who is not signed in is told. */
public final class Challenges {
    private Challenges() {}

    /** Whether the caller is a person with a browser, not a script. */
    public static boolean wantsPage(RoutingContext request) {
        return Authentication.wantsPage(request);
    }

    /** A redirect to the sign-in page for a person; a 401 with the body given for a script. */
    public static Response answer(RoutingContext request, Object body) {
        ChallengeData challenge = Authentication.challenge(request);
        Response.ResponseBuilder answer =
                Response.status(challenge.status).header(challenge.headerName.toString(), challenge.headerContent);
        if (challenge.status == 401) {
            answer.type("application/problem+json").entity(body);
        }
        return answer.build();
    }
}
