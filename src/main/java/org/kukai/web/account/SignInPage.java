package org.kukai.web.account;

import java.net.URI;
import java.util.Optional;

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
import org.kukai.account.Gatekeeper;
import org.kukai.account.Visitor;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;
import org.kukai.web.security.LocalAddress;
import org.kukai.web.security.Origin;
import org.kukai.web.security.Sessions;

/** Signing in, and out again. */
@Path("/")
@PermitAll
class SignInPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance signIn(
                String next, String name, String problem, boolean unsaved, boolean unprepared);

        private Templates() {}
    }

    private static final String DISABLED =
            "Your account is disabled, so you are signed out. Ask whoever runs this Kukai if you think that this is a mistake.";

    private final Gatekeeper gatekeeper;
    private final Sessions sessions;
    private final FirstAdmin firstAdmin;
    private final CurrentVisitor visitor;
    private final Flash flash;

    SignInPage(Gatekeeper gatekeeper, Sessions sessions, FirstAdmin firstAdmin, CurrentVisitor visitor, Flash flash) {
        this.gatekeeper = gatekeeper;
        this.sessions = sessions;
        this.firstAdmin = firstAdmin;
        this.visitor = visitor;
        this.flash = flash;
    }

    /**
     * Asks for name and password.
     *
     * @param unsaved there when a form was sent by somebody who was not signed in any more, so that nothing came of it
     */
    @GET
    @Path("sign-in")
    public TemplateInstance form(@RestQuery @Nullable String next, @RestQuery @Nullable String unsaved) {
        return Templates.signIn(
                LocalAddress.orHome(next),
                "",
                visitor.isShutOut() ? DISABLED : "",
                unsaved != null,
                firstAdmin.isMissing());
    }

    @POST
    @Path("sign-in")
    public Object signIn(
            @RestForm @Nullable String name,
            @RestForm @Nullable String password,
            @RestForm @Nullable String next,
            RoutingContext request) {
        String wanted = LocalAddress.orHome(next);
        String given = name == null ? "" : name;
        try {
            Optional<Visitor> visitor = gatekeeper.admit(given, password == null ? "" : password, Origin.of(request));
            if (visitor.isPresent()) {
                sessions.open(visitor.get(), request);
                return Response.seeOther(URI.create(wanted)).build();
            }
            return refused(401, wanted, given, "That name and password do not go together.");
        } catch (RefusedException refusal) {
            return refused(refusal.kind().status(), wanted, given, refusal.getMessage());
        }
    }

    private Response refused(int status, String next, String name, String problem) {
        return Response.status(status)
                .entity(Templates.signIn(next, name, problem, false, false))
                .build();
    }

    @POST
    @Path("sign-out")
    public Response signOut(RoutingContext request) {
        sessions.close(request);
        flash.say("You are signed out.");
        return Response.seeOther(URI.create("/sign-in")).build();
    }
}
