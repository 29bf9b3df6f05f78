package org.kukai.web.annotation;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.Briefing;
import org.kukai.annotation.Round;
import org.kukai.web.security.CurrentVisitor;

/** What raters read before their first vote, when it has changed, and whenever they like. */
@Path("/rounds/{id}")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class GuidelinesPage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance guidelines(
                UUID id, Round round, RawString text, boolean newcomer, boolean changed);

        private Templates() {}
    }

    private final Briefing briefing;
    private final CurrentVisitor visitor;

    GuidelinesPage(Briefing briefing, CurrentVisitor visitor) {
        this.briefing = briefing;
        this.visitor = visitor;
    }

    @GET
    @Path("guidelines")
    @Transactional
    public TemplateInstance show(@RestPath UUID id) {
        Round round = Round.get(id);
        Briefing.Stage stage = briefing.stage(id, visitor.get().accountId());
        return Templates.guidelines(
                id,
                round,
                Markdown.html(round.guidelines),
                stage == Briefing.Stage.NEW,
                stage == Briefing.Stage.CHANGED);
    }

    /**
     * The rater has read them and begins, or goes on.
     *
     * @param version the one that the page showed; when they have changed since, they are shown again
     */
    @POST
    @Path("participation")
    public Response begin(@RestPath UUID id, @RestForm @Nullable String version) {
        int read = version == null ? Integer.MAX_VALUE : Input.number("The version", version);
        boolean practice = briefing.read(id, visitor.get().accountId(), read);
        return Response.seeOther(URI.create("/rounds/" + id + (practice ? "/practice" : "/vote")))
                .build();
    }
}
