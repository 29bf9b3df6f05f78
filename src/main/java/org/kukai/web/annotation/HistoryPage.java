package org.kukai.web.annotation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.Flags;
import org.kukai.annotation.OwnVotes;
import org.kukai.annotation.Round;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;

/** What a rater has said in a round: their last votes, which they may change for a while, and the poems they flagged. */
@Path("/rounds/{id}/history")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class HistoryPage {
    private static final int VOTES = 20;

    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance history(
                Round round, OwnVotes.Sum sum, List<Row> votes, List<Flags.Own> flags, PageLinks links);

        private Templates() {}
    }

    record Row(OwnVotes.Own vote, LastVote remarks) {}

    private final OwnVotes votes;
    private final Flags flags;
    private final CurrentVisitor visitor;

    HistoryPage(OwnVotes votes, Flags flags, CurrentVisitor visitor) {
        this.votes = votes;
        this.flags = flags;
        this.visitor = visitor;
    }

    @GET
    @Transactional
    public TemplateInstance show(@RestPath UUID id, @RestQuery @Nullable Integer page) {
        UUID rater = visitor.get().accountId();
        OwnVotes.Sum sum = votes.sum(id, rater);
        Paging paging = Paging.of(page, VOTES).within(sum.votes() + sum.skips());
        List<Row> rows = votes.last(id, rater, paging.page(), paging.size()).stream()
                .map(vote -> new Row(vote, LastVote.of(vote)))
                .toList();
        return Templates.history(
                Round.get(id),
                sum,
                rows,
                flags.own(id, rater),
                PageLinks.of(paging, sum.votes() + sum.skips(), "/rounds/" + id + "/history", Map.of()));
    }
}
