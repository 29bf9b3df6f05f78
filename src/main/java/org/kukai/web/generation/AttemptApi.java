package org.kukai.web.generation;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;

import org.kukai.account.Role;

/** One sample of a run, for scripts. */
@Path("/api/attempts")
@RolesAllowed(Role.ADMIN_NAME)
class AttemptApi {
    @GET
    @Path("{id}")
    @Transactional
    public AttemptView show(@RestPath UUID id) {
        return AttemptView.of(id);
    }
}
