package org.kukai.web.generation;

import java.net.URI;
import java.util.List;
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

import org.kukai.account.Role;
import org.kukai.generation.FailureGroup;
import org.kukai.generation.Run;
import org.kukai.generation.RunMonitor;
import org.kukai.generation.Runs;
import org.kukai.haiku.Haiku;
import org.kukai.web.chart.Bars;
import org.kukai.web.security.Flash;

/** One run, as it goes, and the acts on it. */
@Path("/runs/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class RunPage {
    private static final int LATEST = 6;

    @CheckedTemplate(basePath = "generation")
    static class Templates {
        static native TemplateInstance run(RunView view, Bars scores, List<FailureGroup> failures, List<Haiku> latest);

        static native TemplateInstance live(RunView view, Bars scores, List<FailureGroup> failures, List<Haiku> latest);

        private Templates() {}
    }

    private final Runs runs;
    private final RunMonitor monitor;
    private final Flash flash;

    RunPage(Runs runs, RunMonitor monitor, Flash flash) {
        this.runs = runs;
        this.monitor = monitor;
        this.flash = flash;
    }

    @GET
    @Transactional
    public TemplateInstance show(@RestPath UUID id) {
        Run run = Run.byId(id);
        return Templates.run(view(run), scores(run), monitor.failures(run), monitor.latest(run, LATEST));
    }

    /** The part of the page that moves, for a page that is open already. */
    @GET
    @Path("live")
    @Transactional
    public TemplateInstance live(@RestPath UUID id) {
        Run run = Run.byId(id);
        return Templates.live(view(run), scores(run), monitor.failures(run), monitor.latest(run, LATEST));
    }

    private RunView view(Run run) {
        return new RunView(run, monitor.progress(run));
    }

    private Bars scores(Run run) {
        return Bars.ofScores("Haiku by score", monitor.scores(run.id));
    }

    @POST
    @Path("pause")
    public Response pause(@RestPath UUID id) {
        runs.pause(id);
        return back(id, "The run is paused. Calls that are open are let finish.");
    }

    @POST
    @Path("resumption")
    public Response resume(@RestPath UUID id) {
        runs.resume(id);
        return back(id, "The run goes on.");
    }

    @POST
    @Path("cancellation")
    public Response cancel(@RestPath UUID id) {
        runs.cancel(id);
        return back(id, "The run is cancelled. What it made stays.");
    }

    @POST
    @Path("retry")
    public Response retry(@RestPath UUID id) {
        runs.retryFailed(id);
        return back(id, "Failed attempts are made again.");
    }

    private Response back(UUID id, String sentence) {
        flash.say(sentence);
        return Response.seeOther(URI.create("/runs/" + id)).build();
    }
}
