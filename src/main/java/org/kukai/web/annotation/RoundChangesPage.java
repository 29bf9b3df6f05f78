package org.kukai.web.annotation;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.annotation.Pairing;
import org.kukai.annotation.Round;
import org.kukai.annotation.Rounds;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;
import org.kukai.web.security.WayBack;

/** What an admin does with a round that is there. */
@Path("/rounds/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class RoundChangesPage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance addition(
                Round round, List<Pairing> pairings, List<String> writers, AdditionForm form, String problem);

        private Templates() {}
    }

    private final Rounds rounds;
    private final CurrentVisitor visitor;
    private final Flash flash;
    private final WayBack wayBack;

    RoundChangesPage(Rounds rounds, CurrentVisitor visitor, Flash flash, WayBack wayBack) {
        this.rounds = rounds;
        this.visitor = visitor;
        this.flash = flash;
        this.wayBack = wayBack;
    }

    @POST
    @Path("pause")
    public Response pause(@RestPath UUID id) {
        rounds.pause(id, visitor.account());
        return back(id, "The round is paused. Whoever looks at a pair may still answer it; nobody gets another.");
    }

    @POST
    @Path("resumption")
    public Response resume(@RestPath UUID id) {
        rounds.resume(id);
        return back(id, "The round goes on.");
    }

    @POST
    @Path("closure")
    public Response close(@RestPath UUID id) {
        rounds.close(id, visitor.account());
        return back(id, "The round is closed. Reopening it lets raters go on.");
    }

    @POST
    @Path("reopening")
    public Response reopen(@RestPath UUID id) {
        rounds.reopen(id);
        return back(id, "The round is open again.");
    }

    @GET
    @Path("additions")
    @Transactional
    public TemplateInstance addition(@RestPath UUID id) {
        return addition(Round.get(id), null, "");
    }

    private static TemplateInstance addition(Round round, @Nullable AdditionForm form, String problem) {
        AdditionForm shown = form == null ? AdditionForm.of(round) : form;
        return Templates.addition(round, List.of(Pairing.values()), Pairing.writers(), shown, problem);
    }

    @POST
    @Path("additions")
    public Response add(@RestPath UUID id, @BeanParam AdditionForm form) {
        int wanted;
        try {
            wanted = form.number();
            rounds.add(id, form.chosen(), form.models(), wanted, visitor.account());
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(QuarkusTransaction.requiringNew()
                            .call(() -> addition(Round.get(id), form, refusal.getMessage())))
                    .build();
        }
        return back(id, wanted == 1 ? "One more pair is being chosen." : wanted + " more pairs are being chosen.");
    }

    /** Gives a rater a part of the round. */
    @POST
    @Path("parts")
    public Response assign(
            @RestPath UUID id,
            @RestForm @Nullable String rater,
            @RestForm @Nullable String part,
            RoutingContext request) {
        String name = Input.text(rater).strip();
        try {
            int number = Input.number("The part", part);
            rounds.assign(id, name, number);
            return back(id, name + " gets the pairs of part " + number + ".");
        } catch (RefusedException refusal) {
            return wayBack.to("/rounds/" + id, request, refusal.getMessage());
        }
    }

    private Response back(UUID id, String said) {
        flash.say(said);
        return Response.seeOther(URI.create("/rounds/" + id)).build();
    }
}
