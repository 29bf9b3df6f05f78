package org.kukai.web.annotation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.annotation.Pairing;
import org.kukai.annotation.Participation;
import org.kukai.annotation.Round;
import org.kukai.annotation.RoundFilter;
import org.kukai.annotation.RoundProgress;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;

/** All rounds for an admin; for a rater those that take votes, with their own progress. */
@Path("/rounds")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class RoundsPage {
    @CheckedTemplate(basePath = "annotation")
    static class Templates {
        static native TemplateInstance rounds(
                List<Row> rows,
                RoundFilter filter,
                List<String> statuses,
                List<Pairing> pairings,
                long all,
                PageLinks links);

        static native TemplateInstance ownRounds(List<OwnRound> rounds);

        private Templates() {}
    }

    record Row(Round round, RoundProgress progress) {}

    private final CurrentVisitor visitor;

    RoundsPage(CurrentVisitor visitor) {
        this.visitor = visitor;
    }

    @GET
    @Transactional
    public TemplateInstance list(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String pairing,
            @RestQuery @Nullable String text,
            @RestQuery @Nullable Integer page,
            @RestQuery @Nullable Integer size) {
        if (!visitor.isAdmin()) {
            return Templates.ownRounds(OwnRound.of(visitor.get().accountId()));
        }
        RoundFilter filter = RoundFilter.of(status, pairing, text);
        long matching = filter.count();
        Paging paging = Paging.of(page, size).within(matching);
        List<Row> rows = filter.page(paging.page(), paging.size()).stream()
                .map(round -> new Row(round, RoundProgress.of(round)))
                .toList();
        Map<String, String> kept =
                Map.of("status", filter.statusSpelled(), "pairing", filter.pairingSpelled(), "text", filter.text());
        return Templates.rounds(
                rows,
                filter,
                Stream.of(Round.Status.values()).map(Round.Status::spelled).toList(),
                List.of(Pairing.values()),
                Round.count(),
                PageLinks.of(paging, matching, "/rounds", kept));
    }

    /** A round as a rater sees it in a list. */
    record OwnRound(UUID id, String name, String question, int pairs, int votes, int skips) {
        static List<OwnRound> of(UUID rater) {
            Map<UUID, Participation> own = Participation.ofRater(rater).stream()
                    .collect(Collectors.toMap(participation -> participation.roundId, Function.identity()));
            return Round.taking().stream()
                    .map(round -> OwnRound.of(round, own.get(round.id)))
                    .toList();
        }

        private static OwnRound of(Round round, @Nullable Participation own) {
            return new OwnRound(
                    round.id,
                    round.name,
                    round.question,
                    round.pairs,
                    own == null ? 0 : own.votes,
                    own == null ? 0 : own.skips);
        }

        public boolean isBegun() {
            return votes + skips > 0;
        }

        public int seen() {
            return votes + skips;
        }
    }
}
