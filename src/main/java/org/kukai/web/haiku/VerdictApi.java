package org.kukai.web.haiku;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.jspecify.annotations.Nullable;

import org.kukai.account.Role;
import org.kukai.haiku.Line;
import org.kukai.haiku.Removal;
import org.kukai.haiku.Scorer;
import org.kukai.haiku.Verdict;
import org.kukai.web.Texts;
import org.kukai.web.syllable.Word;

/** Judges raw texts, for scripts; nothing is stored. */
@Path("/api/haiku/verdicts")
@RolesAllowed({Role.ADMIN_NAME, Role.RATER_NAME})
class VerdictApi {
    static final int MOST = 1_000;

    record Request(@Nullable List<@Nullable String> texts) {}

    record Answer(String scorer, List<Judged> verdicts) {}

    record Judged(
            String text,
            boolean form575,
            boolean strict575,
            int score,
            boolean chatter,
            @Nullable String problem,
            @Nullable String hint,
            List<JudgedLine> lines,
            List<Taken> removals) {
        static Judged of(Verdict verdict) {
            return new Judged(
                    verdict.text(),
                    verdict.form575(),
                    verdict.strict575(),
                    verdict.score(),
                    verdict.chatter(),
                    verdict.problem(),
                    verdict.hint(),
                    verdict.lines().stream().map(JudgedLine::of).toList(),
                    verdict.removals().stream().map(Taken::of).toList());
        }
    }

    record JudgedLine(String text, int target, List<Integer> counts, boolean onTarget, List<Word> words) {
        static JudgedLine of(Line line) {
            return new JudgedLine(
                    line.text(),
                    line.target(),
                    line.counts(),
                    line.onTarget(),
                    line.words().stream().map(Word::of).toList());
        }
    }

    record Taken(String reason, String text) {
        static Taken of(Removal removal) {
            return new Taken(removal.reason().prose(), removal.text());
        }
    }

    private final Scorer scorer;

    VerdictApi(Scorer scorer) {
        this.scorer = scorer;
    }

    @POST
    public Answer judge(@Nullable Request body) {
        List<String> texts = Texts.required("texts", body == null ? null : body.texts, MOST);
        Scorer judge = scorer.now();
        return new Answer(
                judge.version(),
                texts.stream().map(judge::verdict).map(Judged::of).toList());
    }
}
