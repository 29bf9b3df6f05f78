package org.kukai.web.quality;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.kukai.annotation.Round;
import org.kukai.annotation.review.Adjudication;
import org.kukai.annotation.review.Adjudications;
import org.kukai.annotation.review.SplitPair;
import org.kukai.annotation.review.WritersTold;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** Pairs that raters have not decided: an admin does, without being told who wrote the poems. */
@Path("/rounds/{id}")
@RolesAllowed(Role.ADMIN_NAME)
class AdjudicationPage {
    @CheckedTemplate(basePath = "quality")
    static class Templates {
        static native TemplateInstance adjudication(
                Round round,
                List<SplitPair> pairs,
                List<Adjudication> choices,
                String show,
                String viewer,
                PageLinks links);

        static native TemplateInstance writers(Round round, SplitPair.Writers writers);

        private Templates() {}
    }

    private static final int A_PAGE = 10;
    private static final String DECIDED = "decided";
    private static final String OUT = "out";
    private static final Set<String> SHOWN = Set.of(DECIDED, OUT);

    private final Adjudications adjudications;
    private final WritersTold writersTold;
    private final CurrentVisitor visitor;
    private final Flash flash;

    AdjudicationPage(Adjudications adjudications, WritersTold writersTold, CurrentVisitor visitor, Flash flash) {
        this.adjudications = adjudications;
        this.writersTold = writersTold;
        this.visitor = visitor;
        this.flash = flash;
    }

    @GET
    @Path("adjudication")
    @Transactional
    public TemplateInstance show(
            @RestPath UUID id, @RestQuery @Nullable String show, @RestQuery @Nullable Integer page) {
        Round round = Round.get(id);
        String shown = SHOWN.contains(Fields.text(show)) ? Fields.text(show) : "";
        long total = switch (shown) {
            case DECIDED -> adjudications.countDecided(id);
            case OUT -> adjudications.countTakenOut(id);
            default -> adjudications.countSplit(id);
        };
        Paging paging = Paging.of(page, A_PAGE).within(total);
        int offset = paging.offset();
        List<SplitPair> pairs = switch (shown) {
            case DECIDED -> adjudications.decided(id, offset, paging.size());
            case OUT -> adjudications.takenOut(id, offset, paging.size());
            default -> adjudications.split(id, offset, paging.size());
        };
        PageLinks links = PageLinks.of(paging, total, "/rounds/" + id + "/adjudication", Map.of("show", shown));
        return Templates.adjudication(
                round,
                pairs,
                List.of(Adjudication.values()),
                shown,
                visitor.get().name(),
                links);
    }

    @POST
    @Path("adjudication/{pair}")
    public Response decide(
            @RestPath UUID id,
            @RestPath UUID pair,
            @RestForm @Nullable String decision,
            @RestForm @Nullable String reason) {
        Adjudication chosen = Adjudication.ofSpelled(Fields.text(decision));
        adjudications.decide(
                id, pair, chosen, Fields.text(reason), visitor.get().accountId());
        flash.say("Decided: " + chosen.words() + ". It can be undone under Decided.");
        return back(id, "");
    }

    @POST
    @Path("adjudication/decisions/{decision}/undoing")
    public Response undo(@RestPath UUID id, @RestPath UUID decision) {
        adjudications.undo(decision, visitor.get().accountId());
        flash.say("The decision is undone.");
        return back(id, "?show=" + DECIDED);
    }

    /** Who wrote the poems; refused until the pair is decided. Whoever has seen it can decide the pair no more. */
    @GET
    @Path("adjudication/{pair}/writers")
    @Transactional
    public TemplateInstance writers(@RestPath UUID id, @RestPath UUID pair) {
        return Templates.writers(
                Round.get(id), writersTold.tell(id, pair, visitor.get().accountId()));
    }

    private static Response back(UUID id, String query) {
        return Response.seeOther(URI.create("/rounds/" + id + "/adjudication" + query))
                .build();
    }
}
