package org.kukai.web.generation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
import org.kukai.generation.RunFilter;
import org.kukai.generation.RunModel;
import org.kukai.generation.RunMonitor;
import org.kukai.generation.RunStatus;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;

/** The runs there are, newest first. */
@Path("/runs")
@RolesAllowed(Role.ADMIN_NAME)
class RunsPage {
    private static final int ROWS = 20;

    @CheckedTemplate(basePath = "generation")
    static class Templates {
        static native TemplateInstance runs(
                List<RunView> runs,
                RunFilter filter,
                List<String> statuses,
                List<String> models,
                long matching,
                long all,
                PageLinks links);

        private Templates() {}
    }

    private final RunMonitor monitor;

    RunsPage(RunMonitor monitor) {
        this.monitor = monitor;
    }

    @GET
    @Transactional
    public TemplateInstance list(
            @RestQuery @Nullable String status, @RestQuery @Nullable String model, @RestQuery @Nullable Integer page) {
        RunFilter filter = RunFilter.of(status, model);
        Paging paging = Paging.of(page, ROWS);
        List<RunView> rows = Run.newestFirst(filter, paging.offset(), paging.size()).stream()
                .map(run -> new RunView(run, monitor.progress(run)))
                .toList();
        long matching = Run.count(filter);
        Map<String, String> kept = Map.of("status", filter.statusSpelled(), "model", filter.model());
        return Templates.runs(
                rows,
                filter,
                Stream.of(RunStatus.values()).map(RunStatus::spelled).toList(),
                RunModel.names(),
                matching,
                filter.isAll() ? matching : Run.count(),
                PageLinks.of(paging, matching, "/runs", kept));
    }
}
