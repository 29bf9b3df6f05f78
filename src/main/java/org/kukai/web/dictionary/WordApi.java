package org.kukai.web.dictionary;

import java.util.List;
import java.util.Objects;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.account.Role;
import org.kukai.correction.Forecaster;
import org.kukai.dictionary.Dictionary;
import org.kukai.dictionary.OwnWord;
import org.kukai.haiku.Scorer;
import org.kukai.web.security.CurrentVisitor;
import org.kukai.web.syllable.Word;

/** One word of the installation's own, for scripts. */
@Path("/api/syllables/{word}")
@RolesAllowed(Role.ADMIN_NAME)
class WordApi {
    private final Dictionary dictionary;
    private final Forecaster forecaster;
    private final Scorer scorer;
    private final CurrentVisitor visitor;

    WordApi(Dictionary dictionary, Forecaster forecaster, Scorer scorer, CurrentVisitor visitor) {
        this.dictionary = dictionary;
        this.forecaster = forecaster;
        this.scorer = scorer;
        this.visitor = visitor;
    }

    @GET
    @Transactional
    @Operation(summary = "A word as it is counted now, with what was decided about it")
    public WordWire.Shown show(@RestPath String word) {
        return shown(word);
    }

    @PUT
    @Operation(summary = "Set the counts of a word, the usual one first")
    public WordWire.Shown set(@RestPath String word, WordWire.@Nullable Wanted body) {
        dictionary.set(
                OwnWord.of(word, counts(body)), reason(body), visitor.get().accountId());
        return shown(word);
    }

    @DELETE
    @Operation(summary = "Take the counts of a word back")
    public void takeBack(@RestPath String word, @RestQuery @Nullable String reason) {
        dictionary.takeBack(
                OwnWord.entry(word), reason == null ? "" : reason, visitor.get().accountId());
    }

    @POST
    @Path("preview")
    @Operation(
            summary = "What these counts would do to the haiku that are there; without counts, what taking back would")
    public WordWire.Foreseen preview(@RestPath String word, WordWire.@Nullable Wanted body) {
        boolean back = body == null || body.counts() == null;
        List<Integer> counts = back ? List.of() : OwnWord.of(word, counts(body)).counts();
        return WordWire.Foreseen.of(forecaster.of(OwnWord.entry(word), counts));
    }

    private WordWire.Shown shown(String word) {
        return WordWire.Shown.of(Word.of(scorer.syllables().count(word.strip())), OwnWord.entry(word));
    }

    static List<Integer> counts(WordWire.@Nullable Wanted body) {
        List<@Nullable Integer> counts = body == null ? null : body.counts();
        if (counts == null || counts.stream().anyMatch(Objects::isNull)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "Send {\"counts\":[2],\"reason\":\"...\"} with a list of numbers.");
        }
        return counts.stream().map(Objects::requireNonNull).toList();
    }

    private static String reason(WordWire.@Nullable Wanted body) {
        String reason = body == null ? null : body.reason();
        return reason == null ? "" : reason;
    }
}
