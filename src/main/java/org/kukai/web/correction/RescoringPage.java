package org.kukai.web.correction;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.correction.Rescoring;
import org.kukai.correction.Rescorings;
import org.kukai.haiku.Scorer;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** Scoring all haiku anew: starting it, and watching it. */
@Path("/rescoring")
@RolesAllowed(Role.ADMIN_NAME)
class RescoringPage {
    private static final int ROWS = 20;

    @CheckedTemplate(basePath = "correction")
    static class Templates {
        static native TemplateInstance rescorings(
                List<Rescoring> rescorings, long outdated, String scorer, PageLinks links);

        static native TemplateInstance rescoring(Rescoring rescoring);

        static native TemplateInstance live(Rescoring rescoring);

        private Templates() {}
    }

    private final Rescorings rescorings;
    private final Scorer scorer;
    private final CurrentVisitor visitor;
    private final Flash flash;

    RescoringPage(Rescorings rescorings, Scorer scorer, CurrentVisitor visitor, Flash flash) {
        this.rescorings = rescorings;
        this.scorer = scorer;
        this.visitor = visitor;
        this.flash = flash;
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery @Nullable Integer page) {
        Paging paging = Paging.of(page, ROWS);
        return Templates.rescorings(
                Rescoring.newestFirst(paging.offset(), paging.size()),
                rescorings.outdated(),
                scorer.version(),
                PageLinks.of(paging, Rescoring.count(), "/rescoring", Map.of()));
    }

    @POST
    public Response order() {
        Rescoring rescoring = rescorings.order(visitor.get().accountId());
        flash.say("The haiku are being scored anew.");
        return Response.seeOther(URI.create("/rescoring/" + rescoring.id)).build();
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance show(@RestPath UUID id) {
        return Templates.rescoring(Rescoring.byId(id));
    }

    /** The part of the page that moves, for a page that is open already. */
    @GET
    @Path("{id}/live")
    @Transactional
    public TemplateInstance live(@RestPath UUID id) {
        return Templates.live(Rescoring.byId(id));
    }
}
