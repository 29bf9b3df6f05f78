package org.kukai.web.prompt;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.llm.Model;
import org.kukai.prompt.StarterSet;
import org.kukai.prompt.writing.PromptRun;
import org.kukai.prompt.writing.PromptRuns;
import org.kukai.web.Uploads;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** Orders a prompt run. */
@Path("/prompts/runs")
@RolesAllowed(Role.ADMIN_NAME)
class NewPromptRunPage {
    @CheckedTemplate(basePath = "prompt")
    static class Templates {
        static native TemplateInstance newPromptRun(
                List<Model> models, PromptRunForm form, int starterSize, String problem);

        private Templates() {}
    }

    private final PromptRuns runs;
    private final StarterSet starterSet;
    private final Uploads uploads;
    private final CurrentVisitor visitor;
    private final Flash flash;

    NewPromptRunPage(PromptRuns runs, StarterSet starterSet, Uploads uploads, CurrentVisitor visitor, Flash flash) {
        this.runs = runs;
        this.starterSet = starterSet;
        this.uploads = uploads;
        this.visitor = visitor;
        this.flash = flash;
    }

    @GET
    @Path("new")
    public TemplateInstance form(@RestQuery @Nullable String model) {
        return page(PromptRunForm.usual(model), "");
    }

    @POST
    @Path("new")
    public Response order(@BeanParam PromptRunForm form) {
        try {
            PromptRun run = runs.order(form.order(uploads), visitor.get().accountId());
            flash.say("The prompt run is ordered.");
            return Response.seeOther(URI.create("/prompts/runs/" + run.id)).build();
        } catch (RefusedException refusal) {
            return Response.status(refusal.kind().status())
                    .entity(page(form, refusal.getMessage()))
                    .build();
        }
    }

    private TemplateInstance page(PromptRunForm form, String problem) {
        return Templates.newPromptRun(Model.usable(), form, starterSet.size(), problem);
    }
}
