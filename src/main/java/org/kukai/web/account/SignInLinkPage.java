package org.kukai.web.account;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestPath;

import org.kukai.RefusedException;
import org.kukai.account.Gatekeeper;
import org.kukai.web.security.Sessions;

/**
 * Where a rater's own link leads. It takes a press of a button to sign in, so that a chat program which looks at the link, or
 * another site, signs nobody in.
 */
@Path("/sign-in/{key}")
@PermitAll
class SignInLinkPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance signInLink(String key, String name);

        private Templates() {}
    }

    private final Gatekeeper gatekeeper;
    private final Sessions sessions;

    SignInLinkPage(Gatekeeper gatekeeper, Sessions sessions) {
        this.gatekeeper = gatekeeper;
        this.sessions = sessions;
    }

    @GET
    public TemplateInstance form(@RestPath String key) {
        return Templates.signInLink(key, gatekeeper.nameBehindLink(key).orElseThrow(SignInLinkPage::closed));
    }

    @POST
    public Response signIn(@RestPath String key, RoutingContext request) {
        sessions.open(gatekeeper.admitLink(key).orElseThrow(SignInLinkPage::closed), request);
        return Response.seeOther(URI.create("/")).build();
    }

    private static RefusedException closed() {
        return new RefusedException(
                RefusedException.Kind.UNKNOWN,
                "This link signs nobody in: it may have been renewed or revoked. Ask whoever runs this Kukai for"
                        + " another.");
    }
}
