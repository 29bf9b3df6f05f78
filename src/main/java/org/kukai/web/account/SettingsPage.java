package org.kukai.web.account;

import java.net.URI;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.OwnAccount;
import org.kukai.account.Role;
import org.kukai.account.Visitor;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;
import org.kukai.web.security.Origin;
import org.kukai.web.security.Sessions;

/** One's own name, password and sessions. */
@Path("/settings")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class SettingsPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance settings(
                String name, boolean hasPassword, String nameProblem, String passwordProblem);

        private Templates() {}
    }

    private final OwnAccount own;
    private final CurrentVisitor visitor;
    private final Sessions sessions;
    private final Flash flash;

    SettingsPage(OwnAccount own, CurrentVisitor visitor, Sessions sessions, Flash flash) {
        this.own = own;
        this.visitor = visitor;
        this.sessions = sessions;
        this.flash = flash;
    }

    @GET
    public TemplateInstance form() {
        return Templates.settings(visitor.get().name(), own.hasPassword(visitor.get()), "", "");
    }

    @POST
    @Path("name")
    public Response rename(@RestForm @Nullable String name, RoutingContext request) {
        String given = Input.text(name);
        try {
            return goOn(() -> own.rename(visitor.get(), given), "Your name is changed.", request);
        } catch (RefusedException refusal) {
            return again(refusal, Templates.settings(given, own.hasPassword(visitor.get()), refusal.getMessage(), ""));
        }
    }

    @POST
    @Path("password")
    public Response changePassword(
            @RestForm @Nullable String current, @RestForm @Nullable String fresh, RoutingContext request) {
        try {
            return goOn(
                    () -> own.changePassword(visitor.get(), Input.text(current), Input.text(fresh), Origin.of(request)),
                    "Your password is changed, and you are signed out everywhere else.",
                    request);
        } catch (RefusedException refusal) {
            boolean had = own.hasPassword(visitor.get());
            return again(refusal, Templates.settings(visitor.get().name(), had, "", refusal.getMessage()));
        }
    }

    @POST
    @Path("sessions-end")
    public Response endOtherSessions(RoutingContext request) {
        return goOn(() -> own.endSessions(visitor.get()), "You are signed out everywhere else.", request);
    }

    /** Carries out a verb that may end all sessions, and lets this one go on. */
    private Response goOn(Supplier<Visitor> verb, String said, RoutingContext request) {
        sessions.open(verb.get(), request);
        flash.say(said);
        return Response.seeOther(URI.create("/settings")).build();
    }

    private static Response again(RefusedException refusal, TemplateInstance page) {
        return Response.status(refusal.kind().status()).entity(page).build();
    }
}
