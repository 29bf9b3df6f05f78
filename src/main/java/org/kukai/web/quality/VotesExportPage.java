package org.kukai.web.quality;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;

/** The votes of a round as a file, for those who look at it in a browser. */
@Path("/rounds/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class VotesExportPage {
    private final VoteFiles files;

    VotesExportPage(VoteFiles files) {
        this.files = files;
    }

    @GET
    @Path("votes/export")
    public Response export(@RestPath UUID id, @RestQuery @Nullable String format, @RestQuery @Nullable String names) {
        return files.of(id, format, "true".equals(names));
    }
}
