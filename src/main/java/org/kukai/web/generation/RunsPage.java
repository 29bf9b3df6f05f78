package org.kukai.web.generation;

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
import org.kukai.generation.Run;
import org.kukai.generation.RunMonitor;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;

/** The runs there are, newest first. */
@Path("/runs")
@RolesAllowed(Role.ADMIN_NAME)
class RunsPage {
    private static final int ROWS = 20;

    @CheckedTemplate(basePath = "generation")
    static class Templates {
        static native TemplateInstance runs(List<RunView> runs, PageLinks links);

        private Templates() {}
    }

    private final RunMonitor monitor;

    RunsPage(RunMonitor monitor) {
        this.monitor = monitor;
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery @Nullable Integer page) {
        Paging paging = Paging.of(page, ROWS);
        List<RunView> rows = Run.newestFirst(paging.offset(), paging.size()).stream()
                .map(run -> new RunView(run, monitor.progress(run)))
                .toList();
        return Templates.runs(rows, PageLinks.of(paging, Run.count(), "/runs", Map.of()));
    }
}
