package org.kukai.web.generation;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;

import org.kukai.account.Role;

/** One sample of a run, with every call that was made for it. */
@Path("/attempts/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class AttemptPage {
    @CheckedTemplate(basePath = "generation")
    static class Templates {
        static native TemplateInstance attempt(AttemptView attempt);

        private Templates() {}
    }

    @GET
    @Transactional
    public TemplateInstance show(@RestPath UUID id) {
        return Templates.attempt(AttemptView.of(id));
    }
}
