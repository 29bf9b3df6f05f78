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
import org.kukai.correction.WordRuling;
import org.kukai.correction.WordRulings;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** What became of reported words, and the way to take a ruling back. */
@Path("/word-rulings")
@RolesAllowed(Role.ADMIN_NAME)
class WordRulingsPage {
    @CheckedTemplate(basePath = "correction")
    static class Templates {
        static native TemplateInstance rulings(List<WordRuling> rulings, PageLinks links);

        private Templates() {}
    }

    private final WordRulings rulings;
    private final CurrentVisitor visitor;
    private final Flash flash;

    WordRulingsPage(WordRulings rulings, CurrentVisitor visitor, Flash flash) {
        this.rulings = rulings;
        this.visitor = visitor;
        this.flash = flash;
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery @Nullable Integer page) {
        Paging paging = Paging.of(page, null);
        return Templates.rulings(
                WordRuling.newestFirst(paging.offset(), paging.size()),
                PageLinks.of(paging, WordRuling.count(), "/word-rulings", Map.of()));
    }

    @POST
    @Path("{id}/withdrawal")
    public Response withdraw(@RestPath UUID id) {
        rulings.withdraw(id, visitor.get().accountId());
        flash.say("The ruling is withdrawn; its reports are open again.");
        return Response.seeOther(URI.create("/word-reports")).build();
    }
}
