package org.kukai.web.quality;

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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.review.FlaggedPoem;
import org.kukai.annotation.review.PoemDecisions;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** Poems that raters have flagged: an admin keeps or withdraws each. */
@Path("/flagged-poems")
@RolesAllowed(Role.ADMIN_NAME)
class FlaggedPoemsPage {
    /** The kinds of flags, as the table spells them. */
    static final List<String> KINDS = List.of("OFFENSIVE", "NOT_A_HAIKU", "COPIED", "WRONG_COUNT");

    @CheckedTemplate(basePath = "quality")
    static class Templates {
        static native TemplateInstance flaggedPoems(
                List<FlaggedPoem> poems,
                boolean decided,
                String round,
                String kind,
                List<String> kinds,
                PageLinks links);

        private Templates() {}
    }

    private static final int A_PAGE = 20;

    private final PoemDecisions decisions;
    private final CurrentVisitor visitor;
    private final Flash flash;

    FlaggedPoemsPage(PoemDecisions decisions, CurrentVisitor visitor, Flash flash) {
        this.decisions = decisions;
        this.visitor = visitor;
        this.flash = flash;
    }

    @GET
    @Transactional
    public TemplateInstance list(
            @RestQuery @Nullable String show,
            @RestQuery @Nullable String round,
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable Integer page) {
        boolean decided = "decided".equals(show);
        UUID in = Fields.text(round).isBlank() ? null : Fields.id(round);
        String of = KINDS.contains(Fields.text(kind)) ? kind : null;
        long total = decided ? decisions.countDecided() : decisions.countWaiting(in, of);
        Paging paging = Paging.of(page, A_PAGE).within(total);
        List<FlaggedPoem> poems = decided
                ? decisions.decided(paging.offset(), paging.size())
                : decisions.waiting(in, of, paging.offset(), paging.size());
        Map<String, String> filter =
                Map.of("show", decided ? "decided" : "", "round", Fields.text(round), "kind", Fields.text(of));
        return Templates.flaggedPoems(
                poems,
                decided,
                Fields.text(round),
                Fields.text(of),
                KINDS,
                PageLinks.of(paging, total, "/flagged-poems", filter));
    }

    @POST
    @Path("{haiku}")
    public Response decide(
            @RestPath UUID haiku, @RestForm @Nullable String decision, @RestForm @Nullable String reason) {
        boolean withdraw = Fields.withdraws(decision);
        decisions.decide(haiku, withdraw, Fields.text(reason), visitor.get().accountId());
        flash.say(
                withdraw
                        ? "The poem is withdrawn: from pairings and releases to come, and from what raters are still asked."
                        : "The poem is kept.");
        return Response.seeOther(URI.create("/flagged-poems")).build();
    }

    @POST
    @Path("decisions/{decision}/undoing")
    public Response undo(@RestPath UUID decision) {
        decisions.undo(decision, visitor.get().accountId());
        flash.say("The decision is undone.");
        return Response.seeOther(URI.create("/flagged-poems?show=decided")).build();
    }
}
