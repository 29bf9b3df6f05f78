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
import org.jboss.resteasy.reactive.RestPath;

import org.kukai.account.Role;
import org.kukai.annotation.Round;
import org.kukai.web.security.CurrentVisitor;

/** What raters read before their first vote, and whenever they like. */
@Path("/rounds/{id}")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class GuidelinesPage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance guidelines(
                UUID id, String name, String question, RawString text, boolean newcomer, boolean closed);

        private Templates() {}
    }

    private final Newcomers newcomers;
    private final CurrentVisitor visitor;

    GuidelinesPage(Newcomers newcomers, CurrentVisitor visitor) {
        this.newcomers = newcomers;
        this.visitor = visitor;
    }

    @GET
    @Path("guidelines")
    @Transactional
    public TemplateInstance show(@RestPath UUID id) {
        Round round = Round.get(id);
        boolean newcomer = newcomers.isOne(id, visitor.get().accountId());
        return Templates.guidelines(
                id, round.name, round.question, Markdown.html(round.guidelines), newcomer, round.isClosed());
    }

    /** The rater has read them and begins. */
    @POST
    @Path("participation")
    public Response begin(@RestPath UUID id) {
        newcomers.begin(id, visitor.get().accountId());
        return Response.seeOther(URI.create("/rounds/" + id + "/vote")).build();
    }
}
