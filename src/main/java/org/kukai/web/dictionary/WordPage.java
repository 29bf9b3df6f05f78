package org.kukai.web.dictionary;

import java.net.URI;
import java.util.List;

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

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.correction.Forecast;
import org.kukai.correction.Forecaster;
import org.kukai.dictionary.Dictionary;
import org.kukai.dictionary.OwnWord;
import org.kukai.haiku.Scorer;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.security.Flash;

/** One word: how it is counted, what was decided about it, what another count would change, and the acts. */
@Path("/words/{word}")
@RolesAllowed(Role.ADMIN_NAME)
class WordPage {
    @CheckedTemplate(basePath = "dictionary")
    static class Templates {
        static native TemplateInstance word(
                WordView view, String counts, String reason, String problem, @Nullable Forecast forecast);

        private Templates() {}
    }

    private final Dictionary dictionary;
    private final Forecaster forecaster;
    private final Scorer scorer;
    private final CurrentVisitor visitor;
    private final Flash flash;

    WordPage(Dictionary dictionary, Forecaster forecaster, Scorer scorer, CurrentVisitor visitor, Flash flash) {
        this.dictionary = dictionary;
        this.forecaster = forecaster;
        this.scorer = scorer;
        this.visitor = visitor;
        this.flash = flash;
    }

    /** With counts, it tells what they would change; "none" stands for taking the word back. */
    @GET
    @Transactional
    public Object show(@RestPath String word, @RestQuery @Nullable String counts, @RestQuery @Nullable String reason) {
        String entry = OwnWord.entry(word);
        String wanted = text(counts);
        try {
            Forecast forecast = wanted.isEmpty() ? null : forecaster.of(entry, read(entry, wanted));
            return page(entry, wanted, text(reason), "", forecast);
        } catch (RefusedException refusal) {
            return refused(entry, wanted, text(reason), refusal);
        }
    }

    /** Leads to the address that tells what the counts in the form would change, with the reason kept. */
    @POST
    @Path("preview")
    public Response preview(
            @RestPath String word, @RestForm @Nullable String counts, @RestForm @Nullable String reason) {
        String wanted = text(counts).isEmpty() ? "?" : text(counts);
        return Response.seeOther(URI.create(WordView.pathOf(OwnWord.entry(word)) + "?counts=" + WordView.encoded(wanted)
                        + "&reason=" + WordView.encoded(text(reason))))
                .build();
    }

    @POST
    @Path("decision")
    public Object set(@RestPath String word, @RestForm @Nullable String counts, @RestForm @Nullable String reason) {
        String entry = OwnWord.entry(word);
        try {
            OwnWord own = OwnWord.of(entry, OwnWord.readCounts(text(counts)));
            dictionary.set(own, text(reason), visitor.get().accountId());
        } catch (RefusedException refusal) {
            return refused(entry, text(counts), text(reason), refusal);
        }
        flash.say("“" + entry + "” is counted so from now on. Scores that are stored stay until they are scored anew.");
        return back(entry);
    }

    @POST
    @Path("withdrawal")
    public Response takeBack(@RestPath String word, @RestForm @Nullable String reason) {
        String entry = OwnWord.entry(word);
        dictionary.takeBack(entry, text(reason), visitor.get().accountId());
        flash.say("“" + entry + "” is taken back, and counted as everywhere else.");
        return back(entry);
    }

    private static List<Integer> read(String entry, String counts) {
        return counts.equals("none")
                ? List.of()
                : OwnWord.of(entry, OwnWord.readCounts(counts)).counts();
    }

    private Response refused(String entry, String counts, String reason, RefusedException refusal) {
        return Response.status(refusal.kind().status())
                .entity(page(entry, counts, reason, refusal.getMessage(), null))
                .build();
    }

    private TemplateInstance page(
            String entry, String counts, String reason, String problem, @Nullable Forecast forecast) {
        WordView view = WordView.of(entry, scorer.syllables().count(entry));
        return Templates.word(view, counts, reason, problem, forecast);
    }

    private static Response back(String entry) {
        return Response.seeOther(URI.create(WordView.pathOf(entry))).build();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
