package org.kukai.web.generation;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

import org.kukai.account.Role;
import org.kukai.generation.Run;
import org.kukai.generation.RunLanes;
import org.kukai.generation.RunMonitor;
import org.kukai.generation.Spending;

/** One model of a run, for scripts. */
@Path("/api/runs/{id}/models/{model}")
@RolesAllowed(Role.ADMIN_NAME)
class RunLanesApi {
    private final RunLanes lanes;
    private final RunMonitor monitor;
    private final Spending spending;

    RunLanesApi(RunLanes lanes, RunMonitor monitor, Spending spending) {
        this.lanes = lanes;
        this.monitor = monitor;
        this.spending = spending;
    }

    @POST
    @Path("resumption")
    @Operation(summary = "Ask a parked model again")
    public RunWire.Shown resume(@RestPath UUID id, @RestPath String model) {
        return shown(lanes.resume(id, model));
    }

    @POST
    @Path("cancellation")
    @Operation(summary = "Take a model out of the run; what it made stays")
    public RunWire.Shown drop(@RestPath UUID id, @RestPath String model) {
        return shown(lanes.drop(id, model));
    }

    private RunWire.Shown shown(Run run) {
        return RunWire.shown(run, monitor.models(run), monitor.progress(run), spending, null);
    }
}
