package org.kukai.web.generation;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;

import org.kukai.account.Role;
import org.kukai.generation.RunLanes;
import org.kukai.web.security.Flash;

/** The acts on one model of a run, whose page is the run's. */
@Path("/runs/{id}/models/{model}")
@RolesAllowed(Role.ADMIN_NAME)
class RunLanesPage {
    private final RunLanes lanes;
    private final Flash flash;

    RunLanesPage(RunLanes lanes, Flash flash) {
        this.lanes = lanes;
        this.flash = flash;
    }

    @POST
    @Path("resumption")
    public Response resume(@RestPath UUID id, @RestPath String model) {
        lanes.resume(id, model);
        return back(id, "“" + model + "” is asked again.");
    }

    @POST
    @Path("cancellation")
    public Response drop(@RestPath UUID id, @RestPath String model) {
        lanes.drop(id, model);
        return back(id, "“" + model + "” is dropped from this run. What it made stays.");
    }

    private Response back(UUID id, String sentence) {
        flash.say(sentence);
        return Response.seeOther(URI.create("/runs/" + id)).build();
    }
}
