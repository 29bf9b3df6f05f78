package org.kukai.web.dictionary;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kukai.dictionary.WordDecision;
import org.kukai.web.syllable.Word;

/** How the API tells of own words. */
final class WordWire {
    private static final int MOST_HISTORY = 200;

    private WordWire() {}

    /** What is to be set; the usual count stands first. */
    record Wanted(
            @Nullable List<@Nullable Integer> counts,
            @Nullable String reason) {}

    /**
     * A decision.
     *
     * @param counts the usual one first; null where the word was taken back
     */
    record Decided(String word, @Nullable List<Integer> counts, String reason, String by, Instant at) {
        static Decided of(WordDecision decision) {
            return new Decided(
                    decision.word, decision.counts, decision.reason, decision.decidedBy.name, decision.decidedAt);
        }
    }

    /**
     * A word, how it is counted now, and what was decided about it, the newest first.
     *
     * @param own what stands, if the installation has counts of its own for it
     */
    record Shown(Word count, @Nullable Decided own, List<Decided> history) {
        static Shown of(Word count, String entry) {
            List<Decided> history = WordDecision.history(entry, MOST_HISTORY).stream()
                    .map(Decided::of)
                    .toList();
            return new Shown(count, WordDecision.own(entry).map(Decided::of).orElse(null), history);
        }
    }
}
