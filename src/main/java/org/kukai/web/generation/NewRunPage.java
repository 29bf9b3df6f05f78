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
        static native TemplateInstance newRun(List<Model> models, RunForm form, String estimate, String problem);

        static native TemplateInstance estimate(String estimate, String problem);

        private Templates() {}
    }

    private final Runs runs;
    private final CurrentVisitor visitor;
    private final Flash flash;

    NewRunPage(Runs runs, CurrentVisitor visitor, Flash flash) {
        this.runs = runs;
        this.visitor = visitor;
        this.flash = flash;
    }

    /** An empty form, for a model if one is named, or that of a run that another is to be like. */
    @GET
    @Transactional
    public TemplateInstance form(@RestQuery @Nullable String model, @RestQuery @Nullable UUID like) {
        RunForm form =
                like == null ? RunForm.usual(model) : RunForm.of(Run.byId(like).order());
        return Templates.newRun(Model.usable(), form, estimated(form), "");
    }

    /** Says how many samples the form would make: as a fragment for htmx, else as the whole form. */
    @POST
    @Path("estimate")
    public TemplateInstance estimate(@BeanParam RunForm form, @HeaderParam("HX-Request") @Nullable String htmx) {
        String estimate = "";
        String problem = "";
        try {
            estimate = estimated(form);
        } catch (RefusedException refusal) {
            problem = refusal.getMessage();
        }
        return htmx == null
                ? Templates.newRun(Model.usable(), form, estimate, problem)
                : Templates.estimate(estimate, problem);
    }

    @POST
    public Response order(@BeanParam RunForm form) {
        try {
            Run run = runs.order(form.order(), visitor.get().accountId());
            flash.say("The run is ordered: " + run.planned + " samples.");
            return Response.seeOther(URI.create("/runs/" + run.id)).build();
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(Templates.newRun(Model.usable(), form, "", refusal.getMessage()))
                    .build();
        }
    }

    private String estimated(RunForm form) {
        RunOrder order = form.order();
        long prompts = runs.countPrompts(order.prompts());
        int samples = order.settings().samplesPerPrompt();
        return prompts == 0
                ? "No prompt matches. Add prompts, or ask for others."
                : prompts + (prompts == 1 ? " prompt × " : " prompts × ") + samples + " = " + prompts * samples
                        + " samples, with at most "
                        + prompts * samples * order.settings().maxTokens() + " tokens of answers.";
    }
}
