package org.kukai.web.prompt;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.haiku.Haiku;
import org.kukai.haiku.PromptTally;
import org.kukai.haiku.Scorer;
import org.kukai.prompt.Prompt;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.security.Flash;

/** One prompt with its haiku. */
@Path("/prompts")
@RolesAllowed(Role.ADMIN_NAME)
class PromptPage {
    @CheckedTemplate(basePath = "prompt")
    static class Templates {
        static native TemplateInstance prompt(
                Prompt prompt, PromptTally tally, List<Candidate> candidates, PageLinks links);

        private Templates() {}
    }

    private final Scorer scorer;
    private final Flash flash;

    PromptPage(Scorer scorer, Flash flash) {
        this.scorer = scorer;
        this.flash = flash;
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(
            @RestPath UUID id, @RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Prompt prompt = Prompt.byId(id);
        Paging paging = Paging.of(page, size);
        PromptTally tally = PromptTally.of(List.of(prompt)).getOrDefault(prompt.id, PromptTally.NOTHING);
        return Templates.prompt(
                prompt,
                tally,
                Haiku.bestFirst(prompt, paging.offset(), paging.size()).stream()
                        .map(haiku -> Candidate.of(haiku, scorer))
                        .toList(),
                PageLinks.of(paging, tally.haiku(), "/prompts/" + id, Map.of()));
    }

    @POST
    @Path("{id}/removal")
    @Transactional
    public Response remove(@RestPath UUID id) {
        Prompt.byId(id).remove();
        flash.say("The prompt was removed.");
        return Response.seeOther(URI.create("/prompts")).build();
    }
}
