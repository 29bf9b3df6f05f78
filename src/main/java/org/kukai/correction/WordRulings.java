package org.kukai.correction;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.correction.WordRuling.Verdict;
import org.kukai.dictionary.Dictionary;
import org.kukai.dictionary.Dictionary.Effect;
import org.kukai.dictionary.OwnWord;
import org.kukai.dictionary.WordDecision;

/** The queue of reported words and what admins do with it. */
@ApplicationScoped
public class WordRulings {
    private static final int REPORTS_SHOWN = 20;

    private final Session entities;
    private final Dictionary dictionary;
    private final Clock clock;

    WordRulings(Session entities, Dictionary dictionary, Clock clock) {
        this.entities = entities;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /**
     * A word with open reports.
     *
     * @param reports how many, by how many raters, on how many poems
     * @param shown the oldest of them
     */
    public record Queued(String word, long reports, long raters, long poems, List<WordReport> shown) {}

    /** Words with open reports, those reported by most raters first. */
    @Transactional
    public List<Queued> queue(int offset, int limit) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select word, count(*), count(distinct rater_id), count(distinct haiku_id) from word_report"
                                + " where ruling_id is null group by word order by 3 desc, 2 desc, word"
                                + " offset :offset limit :limit",
                        Object[].class)
                .setParameter("offset", offset)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(row -> new Queued(
                        (String) row[0],
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).longValue(),
                        WordReport.open((String) row[0], REPORTS_SHOWN)))
                .toList();
    }

    /**
     * Sets the word's counts and closes its reports.
     *
     * @throws RefusedException when it has none, or there is no reason
     */
    @Transactional
    public WordRuling accept(OwnWord word, String reason, UUID by) {
        Effect effect = dictionary.set(word, reason, by);
        UUID decision = effect == Effect.UNCHANGED
                ? null
                : WordDecision.latest(word.word()).orElseThrow().id;
        return close(word.word(), Verdict.ACCEPTED, reason, decision, by);
    }

    /**
     * Closes a word's reports; it is counted as before.
     *
     * @throws RefusedException when it has none, or there is no reason
     */
    @Transactional
    public WordRuling dismiss(String word, String reason, UUID by) {
        return close(word, Verdict.DISMISSED, reason, null, by);
    }

    /**
     * Opens the reports again, and puts back the counts that stood before.
     *
     * @throws RefusedException when it is withdrawn already, or something else was decided about the word since
     */
    @Transactional
    public void withdraw(UUID id, UUID by) {
        WordRuling ruling = WordRuling.locked(id);
        ruling.withdraw(by, clock.instant());
        UUID decision = ruling.decisionId;
        if (decision != null) {
            dictionary.undo(decision, by);
        }
        WordReport.update("rulingId = null where rulingId = ?1", id);
    }

    private WordRuling close(String word, Verdict verdict, String reason, @Nullable UUID decision, UUID by) {
        WordRuling ruling = WordRuling.make(word, verdict, Dictionary.reason(reason), decision, by, clock.instant());
        if (WordReport.update("rulingId = ?1 where word = ?2 and rulingId is null", ruling.id, word) == 0) {
            throw new RefusedException(
                    RefusedException.Kind.UNKNOWN,
                    "“" + word + "” has no open reports. Somebody may have ruled on it.");
        }
        return ruling;
    }
}
