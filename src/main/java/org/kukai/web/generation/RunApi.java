package org.kukai.web.generation;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.generation.Attempt;
import org.kukai.generation.AttemptState;
import org.kukai.generation.Estimates;
import org.kukai.generation.Run;
import org.kukai.generation.RunChanges;
import org.kukai.generation.RunFilter;
import org.kukai.generation.RunModel;
import org.kukai.generation.RunMonitor;
import org.kukai.generation.Runs;
import org.kukai.generation.Spending;
import org.kukai.llm.gate.Gates;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;

/** Generation runs, for scripts. */
@Path("/api/runs")
@RolesAllowed(Role.ADMIN_NAME)
class RunApi {
    record AttemptRow(
            UUID id,
            UUID promptId,
            String model,
            int sample,
            String state,
            @Nullable String reason,
            int tries) {}

    private final Runs runs;
    private final RunMonitor monitor;
    private final RunChanges changes;
    private final Estimates estimates;
    private final Spending spending;
    private final Gates gates;
    private final CurrentVisitor visitor;

    RunApi(
            Runs runs,
            RunMonitor monitor,
            RunChanges changes,
            Estimates estimates,
            Spending spending,
            Gates gates,
            CurrentVisitor visitor) {
        this.runs = runs;
        this.changes = changes;
        this.estimates = estimates;
        this.monitor = monitor;
        this.spending = spending;
        this.gates = gates;
        this.visitor = visitor;
    }

    @POST
    @Transactional
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RunWire.Shown.class)))
    @RequestBody(content = @Content(schema = @Schema(implementation = WantedRun.Fields.class)))
    public Response order(@Nullable WantedRun wanted) {
        Run run = runs.order(WantedRun.order(wanted), visitor.get().accountId());
        return Response.created(URI.create("/api/runs/" + run.id))
                .entity(shown(run))
                .build();
    }

    @GET
    @Transactional
    public Paging.Listing<RunWire.Shown> list(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String model,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        RunFilter filter = RunFilter.of(status, model);
        Paging paging = Paging.of(page, size);
        return paging.listing(
                Run.newestFirst(filter, paging.offset(), paging.size()).stream()
                        .map(run -> RunWire.shown(run, monitor.models(run), monitor.progress(run), spending, null))
                        .toList(),
                Run.count(filter));
    }

    @GET
    @Path("{id}")
    @Transactional
    public RunWire.Shown show(@RestPath UUID id) {
        return shown(Run.byId(id));
    }

    @GET
    @Path("{id}/attempts")
    @Transactional
    public Paging.Listing<AttemptRow> attempts(
            @RestPath UUID id,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        Run run = Run.byId(id);
        List<RunModel> models = monitor.models(run);
        Paging paging = Paging.of(page, size);
        Set<AttemptState> wanted =
                state == null ? EnumSet.allOf(AttemptState.class) : EnumSet.of(AttemptState.spelled(state));
        return paging.listing(
                Attempt.inStates(run.id, wanted, paging.offset(), paging.size()).stream()
                        .map(a -> new AttemptRow(
                                a.id,
                                a.promptId,
                                models.get(a.modelPlace).name(),
                                a.sample,
                                a.state.spelled(),
                                a.reason,
                                a.tries))
                        .toList(),
                Attempt.countInStates(run.id, wanted));
    }

    @POST
    @Path("{id}/pause")
    public RunWire.Shown pause(@RestPath UUID id) {
        return shown(runs.pause(id));
    }

    @POST
    @Path("{id}/resumption")
    public RunWire.Shown resume(@RestPath UUID id) {
        return shown(runs.resume(id));
    }

    @POST
    @Path("{id}/cancellation")
    public RunWire.Shown cancel(@RestPath UUID id) {
        return shown(runs.cancel(id));
    }

    @POST
    @Path("{id}/retry")
    public RunWire.Shown retry(@RestPath UUID id) {
        return shown(runs.retryFailed(id));
    }

    /** What an order would come to; nothing is ordered. */
    @POST
    @Path("estimate")
    @Transactional
    @RequestBody(content = @Content(schema = @Schema(implementation = WantedRun.Fields.class)))
    public RunWire.Estimated estimate(@Nullable WantedRun wanted) {
        return RunWire.Estimated.of(estimates.of(WantedRun.order(wanted)));
    }

    @POST
    @Path("{id}/samples")
    public RunWire.Shown addSamples(@RestPath UUID id, RunWire.@Nullable Further further) {
        RunWire.Further wanted = further == null ? new RunWire.Further(0, null) : further;
        return shown(changes.addSamples(id, wanted.samplesPerPrompt(), wanted.fewerThan()));
    }

    @POST
    @Path("{id}/budget")
    public RunWire.Shown budget(@RestPath UUID id, RunWire.@Nullable Budget budget) {
        RunWire.Budget wanted = budget == null ? new RunWire.Budget(null, null) : budget;
        return shown(changes.budget(id, wanted.tokenBudget(), wanted.moneyBudget()));
    }

    private RunWire.Shown shown(Run run) {
        List<RunModel> models = monitor.models(run);
        RunWire.Details details = new RunWire.Details(
                monitor.failures(run),
                models.stream()
                        .map(model -> gates.state(run.id, model.modelId()))
                        .toList());
        return RunWire.shown(run, models, monitor.progress(run), spending, details);
    }
}
