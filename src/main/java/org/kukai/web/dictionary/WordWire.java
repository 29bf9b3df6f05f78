package org.kukai.web.dictionary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.correction.Forecast;
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
     * What would change. Where {@code exact} is false, {@code judged} of the {@code found} texts were drawn, the other numbers are
     * of all by that part, and {@code changed} is off by at most {@code margin} nineteen times of twenty.
     */
    record Foreseen(
            long found,
            int judged,
            boolean exact,
            long concerned,
            long changed,
            long margin,
            long up,
            long down,
            long become575,
            long cease575,
            List<Example> examples) {
        static Foreseen of(Forecast forecast) {
            return new Foreseen(
                    forecast.found(),
                    forecast.judged(),
                    forecast.isExact(),
                    forecast.inAll(forecast.concerned()),
                    forecast.inAll(forecast.changed()),
                    forecast.margin(),
                    forecast.inAll(forecast.up()),
                    forecast.inAll(forecast.down()),
                    forecast.inAll(forecast.become575()),
                    forecast.inAll(forecast.cease575()),
                    forecast.examples().stream().map(Example::of).toList());
        }
    }

    /** A haiku whose score would change. */
    record Example(UUID id, String text, int before, int after) {
        static Example of(Forecast.Example example) {
            return new Example(example.id(), example.text(), example.before(), example.after());
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
