package org.kukai.web.prompt;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;

import org.kukai.account.Role;
import org.kukai.prompt.ImportReport;

/** What became of an uploaded file. */
@Path("/prompts")
@RolesAllowed(Role.ADMIN_NAME)
class ImportPage {
    @CheckedTemplate(basePath = "prompt")
    static class Templates {
        static native TemplateInstance report(ImportReport report);

        private Templates() {}
    }

    @GET
    @Path("imports/{id}")
    public TemplateInstance report(@RestPath UUID id) {
        return Templates.report(ImportReport.byId(id));
    }
}
