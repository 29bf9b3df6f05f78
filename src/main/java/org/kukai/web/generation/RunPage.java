package org.kukai.web.generation;

import java.net.URI;
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
import org.kukai.generation.Runs;
import org.kukai.web.security.Flash;

/** One run, as it goes, and the acts on it. */
@Path("/runs/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class RunPage {
    @CheckedTemplate(basePath = "generation")
    static class Templates {
        static native TemplateInstance run(Snapshot now);

        static native TemplateInstance live(Snapshot now);

        private Templates() {}
    }

    private final Runs runs;
    private final Snapshots snapshots;
    private final Flash flash;

    RunPage(Runs runs, Snapshots snapshots, Flash flash) {
        this.runs = runs;
        this.snapshots = snapshots;
        this.flash = flash;
    }

    @GET
    @Transactional
    public TemplateInstance show(@RestPath UUID id) {
        return Templates.run(snapshots.fresh(id));
    }

    /** The part of the page that moves, for a page that is open already. */
    @GET
    @Path("live")
    @Transactional
    public TemplateInstance live(@RestPath UUID id) {
        return Templates.live(snapshots.late(id));
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
