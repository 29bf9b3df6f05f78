package org.kukai.web.prompt;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.prompt.writing.PromptRun;
import org.kukai.prompt.writing.WrittenPrompt;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;

/** One prompt run: as it goes, and the review of what was written. */
@Path("/prompts/runs")
@RolesAllowed(Role.ADMIN_NAME)
class PromptRunPage {
    @CheckedTemplate(basePath = "prompt")
    static class Templates {
        static native TemplateInstance promptRun(
                PromptRunView view, List<WrittenPrompt> candidates, CandidateFilter filter, PageLinks links);

        static native TemplateInstance promptRunLive(PromptRunView view);

        private Templates() {}
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance show(
            @RestPath UUID id,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String reason,
            @RestQuery @Nullable Integer page) {
        PromptRun run = PromptRun.byId(id);
        Paging paging = Paging.of(page, null);
        CandidateFilter filter = CandidateFilter.of(state, reason, paging.page());
        return Templates.promptRun(
                PromptRunView.of(run),
                WrittenPrompt.inOrder(id, filter.state(), filter.reason(), paging.offset(), paging.size()),
                filter,
                PageLinks.of(
                        paging,
                        WrittenPrompt.count(id, filter.state(), filter.reason()),
                        "/prompts/runs/" + id,
                        filter.values()));
    }

    /** The part of the page that moves; when the run has ended, the whole page is to be loaded again. */
    @GET
    @Path("{id}/live")
    @Transactional
    public Response live(@RestPath UUID id) {
        PromptRunView view = PromptRunView.of(PromptRun.byId(id));
        Response.ResponseBuilder answer = Response.ok(Templates.promptRunLive(view));
        return (view.isActive() ? answer : answer.header("HX-Refresh", "true")).build();
    }
}
