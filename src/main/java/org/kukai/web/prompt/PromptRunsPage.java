package org.kukai.web.prompt;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.prompt.writing.PromptRun;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;

/** The prompt runs there are, newest first. */
@Path("/prompts/runs")
@RolesAllowed(Role.ADMIN_NAME)
class PromptRunsPage {
    private static final int ROWS = 20;

    @CheckedTemplate(basePath = "prompt")
    static class Templates {
        static native TemplateInstance promptRuns(List<PromptRunView> runs, PageLinks links);

        private Templates() {}
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery @Nullable Integer page) {
        Paging paging = Paging.of(page, ROWS);
        List<PromptRunView> rows = PromptRun.newestFirst(paging.offset(), paging.size()).stream()
                .map(PromptRunView::of)
                .toList();
        return Templates.promptRuns(rows, PageLinks.of(paging, PromptRun.count(), "/prompts/runs", Map.of()));
    }
}
