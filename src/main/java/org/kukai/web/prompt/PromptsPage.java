package org.kukai.web.prompt;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.prompt.Intake;
import org.kukai.prompt.Prompt;
import org.kukai.prompt.PromptFilter;
import org.kukai.prompt.Split;
import org.kukai.prompt.StarterSet;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.security.Flash;

/** The list of prompts, and the starter set that fills it. */
@Path("/prompts")
@RolesAllowed(Role.ADMIN_NAME)
class PromptsPage {
    @CheckedTemplate(basePath = "prompt")
    static class Templates {
        static native TemplateInstance prompts(
                List<PromptRow> prompts,
                PromptFilter filter,
                String split,
                long matching,
                long all,
                long heldOut,
                int starterSize,
                PageLinks links);

        private Templates() {}
    }

    private final StarterSet starterSet;
    private final Flash flash;

    PromptsPage(StarterSet starterSet, Flash flash) {
        this.starterSet = starterSet;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String split,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        PromptFilter filter = PromptFilter.of(Split.spelled(split), q);
        String chosen = filter.split().map(Split::spelled).orElse("");
        long matching = Prompt.count(filter);
        Paging paging = Paging.of(page, size).within(matching);
        return Templates.prompts(
                PromptRow.of(Prompt.newestFirst(filter, paging.offset(), paging.size())),
                filter,
                chosen,
                matching,
                filter.isAll() ? matching : Prompt.count(PromptFilter.ALL),
                Prompt.count(PromptFilter.of(Optional.of(Split.HELD_OUT), "")),
                starterSet.isThere() ? 0 : starterSet.size(),
                PageLinks.of(paging, matching, "/prompts", Map.of("q", filter.words(), "split", chosen)));
    }

    @POST
    @Path("starter-set")
    public Response addStarterSet() {
        Intake intake = starterSet.add();
        flash.say(
                intake.added() == 0
                        ? "The starter set was there already; nothing was added."
                        : "Added " + intake.added() + " prompts of the starter set.");
        return Response.seeOther(URI.create("/prompts")).build();
    }
}
