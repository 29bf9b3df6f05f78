package org.kukai.web.haiku;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;

/** The haiku of a filter as a file, for those who look at them in a browser. */
@Path("/haiku/export")
@RolesAllowed(Role.ADMIN_NAME)
class HaikuExportPage {
    private final HaikuFiles files;

    HaikuExportPage(HaikuFiles files) {
        this.files = files;
    }

    @GET
    public Response export(
            @RestQuery @Nullable Integer score, @BeanParam HaikuQuery query, @RestQuery @Nullable String format) {
        return files.of(query, score, format);
    }
}
