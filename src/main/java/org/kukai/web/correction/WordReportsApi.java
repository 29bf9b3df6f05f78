package org.kukai.web.correction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.correction.WordReport;
import org.kukai.correction.WordRuling;
import org.kukai.correction.WordRulings;
import org.kukai.dictionary.OwnWord;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;

/** The queue of reported words and the rulings on it, for scripts. */
@Path("/api")
@RolesAllowed(Role.ADMIN_NAME)
class WordReportsApi {
    record Queued(String word, long reports, long raters, long poems, List<Reported> shown) {}

    /** A report; {@code counted} is how the word was counted then. */
    record Reported(UUID haiku, String text, String rater, int heard, List<Integer> counted, String note, Instant at) {}

    record Wanted(@Nullable List<Integer> counts, @Nullable String reason) {}

    record Ruled(
            UUID id,
            String word,
            String verdict,
            String reason,
            String by,
            Instant at,
            @Nullable Instant withdrawnAt) {
        static Ruled of(WordRuling r) {
            return new Ruled(r.id, r.word, r.verdict.spelled(), r.reason, r.ruledBy.name, r.ruledAt, r.withdrawnAt);
        }
    }

    private final WordRulings rulings;
    private final CurrentVisitor visitor;

    WordReportsApi(WordRulings rulings, CurrentVisitor visitor) {
        this.rulings = rulings;
        this.visitor = visitor;
    }

    @GET
    @Path("word-reports")
    @Transactional
    @Operation(summary = "Words with open reports, those reported by most raters first")
    public Paging.Listing<Queued> queue(@RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        return paging.listing(
                rulings.queue(paging.offset(), paging.size()).stream()
                        .map(WordReportsApi::queued)
                        .toList(),
                WordReport.countOpenWords());
    }

    @POST
    @Path("word-reports/{word}/acceptance")
    @Transactional
    @Operation(summary = "Set the counts of a reported word and close its reports")
    public Ruled accept(@RestPath String word, @Nullable Wanted body) {
        if (body == null || body.counts == null || body.counts.contains(null)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "Send {\"counts\":[2],\"reason\":\"...\"} with a list of numbers.");
        }
        return Ruled.of(rulings.accept(OwnWord.of(word, body.counts), reason(body), admin()));
    }

    @POST
    @Path("word-reports/{word}/dismissal")
    @Transactional
    @Operation(summary = "Close the reports of a word, which is counted as before")
    public Ruled dismiss(@RestPath String word, @Nullable Wanted body) {
        return Ruled.of(rulings.dismiss(OwnWord.entry(word), reason(body), admin()));
    }

    @GET
    @Path("word-rulings")
    @Transactional
    @Operation(summary = "What became of reported words, newest first")
    public Paging.Listing<Ruled> list(@RestQuery @Nullable Integer page, @RestQuery @Nullable Integer size) {
        Paging paging = Paging.of(page, size);
        return paging.listing(
                WordRuling.newestFirst(paging.offset(), paging.size()).stream()
                        .map(Ruled::of)
                        .toList(),
                WordRuling.count());
    }

    @DELETE
    @Path("word-rulings/{id}")
    @Operation(summary = "Undo a ruling: its reports are open again, the counts as before")
    public void withdraw(@RestPath UUID id) {
        rulings.withdraw(id, admin());
    }

    private static Queued queued(WordRulings.Queued q) {
        List<Reported> shown = q.shown().stream()
                .map(r ->
                        new Reported(r.haiku.id, r.haiku.text, r.rater.name, r.heard, r.counted, r.note, r.reportedAt))
                .toList();
        return new Queued(q.word(), q.reports(), q.raters(), q.poems(), shown);
    }

    private static String reason(@Nullable Wanted body) {
        return body == null || body.reason == null ? "" : body.reason;
    }

    private UUID admin() {
        return visitor.get().accountId();
    }
}
