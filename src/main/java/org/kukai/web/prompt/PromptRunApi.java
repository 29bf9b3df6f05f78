package org.kukai.web.prompt;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.prompt.writing.Approval;
import org.kukai.prompt.writing.PromptRun;
import org.kukai.prompt.writing.PromptRuns;
import org.kukai.prompt.writing.RefusalReason;
import org.kukai.prompt.writing.RunTally;
import org.kukai.prompt.writing.WrittenPrompt;
import org.kukai.prompt.writing.WrittenState;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;

/** Prompts written by a model, for scripts. */
@Path("/api/prompt-runs")
@RolesAllowed(Role.ADMIN_NAME)
class PromptRunApi {
    private final PromptRuns runs;
    private final CurrentVisitor visitor;

    PromptRunApi(PromptRuns runs, CurrentVisitor visitor) {
        this.runs = runs;
        this.visitor = visitor;
    }

    @POST
    @Operation(summary = "Have a model write prompts about topics")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = PromptRunWire.Shown.class)))
    public Response order(PromptRunWire.@Nullable Wanted wanted) {
        PromptRun run = runs.order(PromptRunWire.order(wanted), visitor.get().accountId());
        return Response.created(URI.create("/api/prompt-runs/" + run.id))
                .entity(show(run.id))
                .build();
    }

    @GET
    @Transactional
    @Operation(summary = "Prompt runs, newest first")
    public Paging.Listing<PromptRunWire.Shown> list(
            @RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        return paging.listing(
                PromptRun.newestFirst(paging.offset(), paging.size()).stream()
                        .map(run -> PromptRunWire.shown(run, RunTally.of(run.id)))
                        .toList(),
                PromptRun.count());
    }

    @GET
    @Path("{id}")
    @Transactional
    @Operation(summary = "How far a prompt run is, with its refused candidates by reason")
    public PromptRunWire.Shown show(@RestPath UUID id) {
        return PromptRunWire.shown(PromptRun.byId(id), RunTally.of(id));
    }

    @GET
    @Path("{id}/candidates")
    @Transactional
    @Operation(summary = "What was written, in order; state is kept, refused, dropped or approved")
    public Paging.Listing<PromptRunWire.Row> candidates(
            @RestPath UUID id,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String reason,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        UUID run = PromptRun.byId(id).id;
        Paging paging = Paging.of(page, size);
        Optional<WrittenState> wanted = Optional.ofNullable(state).map(WrittenState::spelled);
        Optional<RefusalReason> why = Optional.ofNullable(reason).map(RefusalReason::spelled);
        return paging.listing(
                WrittenPrompt.inOrder(run, wanted, why, paging.offset(), paging.size()).stream()
                        .map(PromptRunWire.Row::of)
                        .toList(),
                WrittenPrompt.count(run, wanted, why));
    }

    @POST
    @Path("{id}/candidates/{candidate}/rescue")
    @Operation(summary = "Keep a candidate that was refused or dropped")
    public PromptRunWire.Row rescue(@RestPath UUID id, @RestPath UUID candidate) {
        return PromptRunWire.Row.of(runs.rescue(id, candidate));
    }

    @POST
    @Path("{id}/candidates/{candidate}/drop")
    @Operation(summary = "Take out a candidate that was kept")
    public PromptRunWire.Row drop(@RestPath UUID id, @RestPath UUID candidate) {
        return PromptRunWire.Row.of(runs.drop(id, candidate));
    }

    @POST
    @Path("{id}/approval")
    @Operation(summary = "Put what was kept into the pool of prompts; again, it adds nothing twice")
    public PromptRunWire.Approved approve(@RestPath UUID id) {
        Approval approval = runs.approve(id);
        return PromptRunWire.Approved.of(approval, show(id));
    }

    @POST
    @Path("{id}/pause")
    public PromptRunWire.Shown pause(@RestPath UUID id) {
        runs.pause(id);
        return show(id);
    }

    @POST
    @Path("{id}/resumption")
    @Operation(summary = "Go on with a run that stands; calls that failed are made again")
    public PromptRunWire.Shown resume(@RestPath UUID id) {
        runs.resume(id);
        return show(id);
    }

    @POST
    @Path("{id}/cancellation")
    public PromptRunWire.Shown cancel(@RestPath UUID id) {
        runs.cancel(id);
        return show(id);
    }
}
