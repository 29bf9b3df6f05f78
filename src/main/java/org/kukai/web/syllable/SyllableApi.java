package org.kukai.web.syllable;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.haiku.Scorer;
import org.kukai.syllable.Syllables;
import org.kukai.web.Texts;

/** Counts words, for scripts. */
@Path("/api/syllables")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class SyllableApi {
    static final int MOST = 10_000;

    record Request(@Nullable List<@Nullable String> words) {}

    record Answer(List<Word> words) {}

    private final Scorer scorer;

    SyllableApi(Scorer scorer) {
        this.scorer = scorer;
    }

    @POST
    public Answer count(@Nullable Request body) {
        List<String> words = Texts.required("words", body == null ? null : body.words, MOST);
        Syllables english = scorer.syllables();
        return new Answer(words.stream().map(english::count).map(Word::of).toList());
    }
}
