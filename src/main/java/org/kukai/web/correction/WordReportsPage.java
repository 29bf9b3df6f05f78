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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.correction.WordReport;
import org.kukai.correction.WordRulings;
import org.kukai.dictionary.OwnWord;
import org.kukai.haiku.Scorer;
import org.kukai.web.PageLinks;
import org.kukai.web.Paging;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** The queue of words that raters have reported, and the acts on them. */
@Path("/word-reports")
@RolesAllowed(Role.ADMIN_NAME)
class WordReportsPage {
    private static final int WORDS = 10;

    @CheckedTemplate(basePath = "correction")
    static class Templates {
        static native TemplateInstance reports(List<QueuedView> queue, long words, PageLinks links);

        private Templates() {}
    }

    private final WordRulings rulings;
    private final Scorer scorer;
    private final CurrentVisitor visitor;
    private final Flash flash;

    WordReportsPage(WordRulings rulings, Scorer scorer, CurrentVisitor visitor, Flash flash) {
        this.rulings = rulings;
        this.scorer = scorer;
        this.visitor = visitor;
        this.flash = flash;
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery @Nullable Integer page) {
        long words = WordReport.countOpenWords();
        Paging paging = Paging.of(page, WORDS).within(words);
        return Templates.reports(
                rulings.queue(paging.offset(), paging.size()).stream()
                        .map(queued -> QueuedView.of(queued, scorer.syllables()))
                        .toList(),
                words,
                PageLinks.of(paging, words, "/word-reports", Map.of()));
    }

    @POST
    @Path("{word}/acceptance")
    public Response accept(
            @RestPath String word, @RestForm @Nullable String counts, @RestForm @Nullable String reason) {
        OwnWord own = OwnWord.of(word, OwnWord.readCounts(text(counts)));
        rulings.accept(own, text(reason), admin());
        flash.say("“" + own.word() + "” is counted so from now on, and its reports are closed.");
        return back();
    }

    @POST
    @Path("{word}/dismissal")
    public Response dismiss(@RestPath String word, @RestForm @Nullable String reason) {
        String entry = OwnWord.entry(word);
        rulings.dismiss(entry, text(reason), admin());
        flash.say("The reports of “" + entry + "” are closed; it is counted as before.");
        return back();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/word-reports")).build();
    }

    private UUID admin() {
        return visitor.get().accountId();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
