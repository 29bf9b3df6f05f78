package org.kukai.web.home;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

import org.kukai.web.security.CurrentVisitor;

/** Where everybody arrives. */
@Path("/")
@Authenticated
class HomePage {
    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance dashboard();

        static native TemplateInstance start();

        private Templates() {}
    }

    private final CurrentVisitor visitor;

    HomePage(CurrentVisitor visitor) {
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance home() {
        return visitor.isAdmin() ? Templates.dashboard() : Templates.start();
    }
}
