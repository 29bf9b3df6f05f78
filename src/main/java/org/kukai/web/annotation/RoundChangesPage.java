package org.kukai.web.annotation;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.Pairing;
import org.kukai.annotation.Round;
import org.kukai.annotation.Rounds;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** What an admin does with a round that is there. */
@Path("/rounds/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class RoundChangesPage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance addition(Round round, List<Pairing> pairings, List<String> writers);

        private Templates() {}
    }

    private final Rounds rounds;
    private final CurrentVisitor visitor;
    private final Flash flash;

    RoundChangesPage(Rounds rounds, CurrentVisitor visitor, Flash flash) {
        this.rounds = rounds;
        this.visitor = visitor;
        this.flash = flash;
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
        return Templates.addition(Round.get(id), List.of(Pairing.values()), Pairing.writers());
    }

    @POST
    @Path("additions")
    public Response add(
            @RestPath UUID id,
            @RestForm @Nullable String pairing,
            @RestForm @Nullable String one,
            @RestForm @Nullable String other,
            @RestForm @Nullable String pairs) {
        Pairing chosen = Pairing.ofSpelled(Input.text(pairing));
        List<String> models = chosen == Pairing.MODEL_VS_MODEL
                ? Stream.of(one, other).map(Input::text).toList()
                : List.of();
        int wanted = Input.number("The number of pairs to add", pairs);
        rounds.add(id, chosen, models, wanted, visitor.account());
        return back(id, wanted == 1 ? "One more pair is being chosen." : wanted + " more pairs are being chosen.");
    }

    /** Gives a rater a part of the round. */
    @POST
    @Path("parts")
    public Response assign(@RestPath UUID id, @RestForm @Nullable String rater, @RestForm @Nullable String part) {
        String name = Input.text(rater).strip();
        int number = Input.number("The part", part);
        rounds.assign(id, name, number);
        return back(id, name + " gets the pairs of part " + number + ".");
    }

    private Response back(UUID id, String said) {
        flash.say(said);
        return Response.seeOther(URI.create("/rounds/" + id)).build();
    }
}
