package org.kukai.web.generation;

import java.math.BigDecimal;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.generation.RunChanges;
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
    private final RunChanges changes;
    private final Snapshots snapshots;
    private final Flash flash;

    RunPage(Runs runs, RunChanges changes, Snapshots snapshots, Flash flash) {
        this.runs = runs;
        this.changes = changes;
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

    @POST
    @Path("samples")
    public Response addSamples(
            @RestPath UUID id, @RestForm @Nullable String samples, @RestForm @Nullable String fewerThan) {
        changes.addSamples(
                id,
                RunForm.required("How many samples", samples, Integer::valueOf),
                RunForm.optional("“Fewer than”", fewerThan, Integer::valueOf));
        return back(id, "Further samples are planned.");
    }

    @POST
    @Path("budget")
    public Response budget(@RestPath UUID id, @RestForm @Nullable String tokens, @RestForm @Nullable String money) {
        changes.budget(
                id,
                RunForm.optional("The budget of tokens", tokens, Long::valueOf),
                RunForm.optional("The budget of money", money, BigDecimal::new));
        return back(id, "The budget is changed.");
    }

    private Response back(UUID id, String sentence) {
        flash.say(sentence);
        return Response.seeOther(URI.create("/runs/" + id)).build();
    }
}
