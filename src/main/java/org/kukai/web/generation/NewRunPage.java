package org.kukai.web.generation;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.generation.Estimates;
import org.kukai.generation.Run;
import org.kukai.generation.RunOrder;
import org.kukai.generation.Runs;
import org.kukai.llm.Model;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** Orders a run. */
@Path("/runs/new")
@RolesAllowed(Role.ADMIN_NAME)
class NewRunPage {
    @CheckedTemplate(basePath = "generation")
    static class Templates {
        static native TemplateInstance newRun(
                List<Model> models, RunForm form, @Nullable Foreseen foreseen, String problem);

        static native TemplateInstance estimate(@Nullable Foreseen foreseen, String problem);

        private Templates() {}
    }

    private final Runs runs;
    private final Estimates estimates;
    private final CurrentVisitor visitor;
    private final Flash flash;

    NewRunPage(Runs runs, Estimates estimates, CurrentVisitor visitor, Flash flash) {
        this.runs = runs;
        this.estimates = estimates;
        this.visitor = visitor;
        this.flash = flash;
    }

    /** An empty form, for a model if one is named, or that of a run that another is to be like. */
    @GET
    @Transactional
    public TemplateInstance form(@RestQuery @Nullable String model, @RestQuery @Nullable UUID like) {
        List<Model> usable = Model.usable();
        String chosen = model == null && usable.size() == 1 ? usable.getFirst().name : model;
        if (like == null) {
            return Templates.newRun(usable, RunForm.usual(chosen), null, "");
        }
        RunOrder order = Run.byId(like).order();
        List<String> gone = WantedRun.removed(order.models());
        String problem = gone.isEmpty()
                ? ""
                : WantedRun.goneInWords(gone) + " Bring them back on the models page, or tick others.";
        return Templates.newRun(usable, RunForm.of(order), null, problem);
    }

    /** Says what the form would come to: as a fragment for htmx, else as the whole form. */
    @POST
    @Path("estimate")
    public TemplateInstance estimate(@BeanParam RunForm form, @HeaderParam("HX-Request") @Nullable String htmx) {
        Foreseen foreseen = null;
        String problem = "";
        try {
            foreseen = foresee(form);
        } catch (RefusedException refusal) {
            problem = refusal.getMessage();
        }
        return htmx == null
                ? Templates.newRun(Model.usable(), form, foreseen, problem)
                : Templates.estimate(foreseen, problem);
    }

    @POST
    public Response order(@BeanParam RunForm form) {
        try {
            Run run = runs.order(form.order(), visitor.get().accountId());
            flash.say("The run is ordered: " + run.planned + " samples.");
            return Response.seeOther(URI.create("/runs/" + run.id)).build();
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(Templates.newRun(Model.usable(), form, null, refusal.getMessage()))
                    .build();
        }
    }

    private Foreseen foresee(RunForm form) {
        RunOrder order = form.order();
        return Foreseen.of(order, estimates.of(order), estimates.example(order.prompts()));
    }
}
