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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.FirstAdmin;
import org.kukai.web.security.Flash;
import org.kukai.web.security.Sessions;

/** Makes the first admin of a new installation, by the link from the log. */
@Path("/set-up")
@PermitAll
class SetUpPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance setUp(String key, String name, String problem);

        private Templates() {}
    }

    private final FirstAdmin firstAdmin;
    private final Sessions sessions;
    private final Flash flash;

    SetUpPage(FirstAdmin firstAdmin, Sessions sessions, Flash flash) {
        this.firstAdmin = firstAdmin;
        this.sessions = sessions;
        this.flash = flash;
    }

    @GET
    public Object form(@RestQuery @Nullable String key) {
        if (!firstAdmin.isMissing()) {
            return Response.seeOther(URI.create("/")).build();
        }
        if (key == null || !firstAdmin.isKey(key)) {
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN,
                    "This set-up link is not the one that the log of the running Kukai shows. Copy it from there.");
        }
        return Templates.setUp(key, "", "");
    }

    @POST
    public Response create(
            @RestForm String key, @RestForm String name, @RestForm String password, RoutingContext request) {
        try {
            sessions.open(firstAdmin.create(key, name, password), request);
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(Templates.setUp(key, name, refusal.getMessage()))
                    .build();
        }
        flash.say("Welcome. This Kukai is yours now.");
        return Response.seeOther(URI.create("/")).build();
    }
}
