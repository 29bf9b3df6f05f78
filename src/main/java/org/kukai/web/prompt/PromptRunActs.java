package org.kukai.web.prompt;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.prompt.writing.PromptRuns;
import org.kukai.web.security.Flash;

/** What can be done on the page of a prompt run. */
@Path("/prompts/runs")
@RolesAllowed(Role.ADMIN_NAME)
class PromptRunActs {
    private final PromptRuns runs;
    private final Flash flash;

    PromptRunActs(PromptRuns runs, Flash flash) {
        this.runs = runs;
        this.flash = flash;
    }

    @POST
    @Path("{id}/pause")
    public Response pause(@RestPath UUID id) {
        runs.pause(id);
        return back(id, "", "The prompt run is paused. Calls that are open are let finish.");
    }

    @POST
    @Path("{id}/resumption")
    public Response resume(@RestPath UUID id) {
        runs.resume(id);
        return back(id, "", "The prompt run goes on; calls that failed are made again.");
    }

    @POST
    @Path("{id}/cancellation")
    public Response cancel(@RestPath UUID id) {
        runs.cancel(id);
        return back(id, "", "The prompt run is cancelled. What was written stays.");
    }

    @POST
    @Path("{id}/approval")
    public Response approve(@RestPath UUID id) {
        return back(id, "", Sentences.tell(runs.approve(id)));
    }

    @POST
    @Path("{id}/candidates/{candidate}/rescue")
    public Response rescue(
            @RestPath UUID id,
            @RestPath UUID candidate,
            @RestForm @Nullable String state,
            @RestForm @Nullable String reason,
            @RestForm @Nullable Integer page) {
        String query = CandidateFilter.of(state, reason, page).query();
        return back(id, query, "Kept: “" + runs.rescue(id, candidate).text + "”");
    }

    @POST
    @Path("{id}/candidates/{candidate}/drop")
    public Response drop(
            @RestPath UUID id,
            @RestPath UUID candidate,
            @RestForm @Nullable String state,
            @RestForm @Nullable String reason,
            @RestForm @Nullable Integer page) {
        String query = CandidateFilter.of(state, reason, page).query();
        return back(id, query, "Dropped: “" + runs.drop(id, candidate).text + "”");
    }

    private Response back(UUID id, String query, String sentence) {
        flash.say(sentence);
        String place = query.isEmpty() ? "" : "?" + query + "#candidates";
        return Response.seeOther(URI.create("/prompts/runs/" + id + place)).build();
    }
}
