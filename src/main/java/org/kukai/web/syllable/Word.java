package org.kukai.web.syllable;

import java.util.List;

import org.kukai.syllable.WordCount;

/**
 * A word as the API tells of it.
 *
 * @param counts every acceptable count, ascending; empty when the source is {@code unknown}
 * @param usual the commonest of them, or 0
 * @param source override, lexicon, rule, model or unknown
 * @param confidence how likely the usual count is right, 0 to 1
 */
public record Word(String word, List<Integer> counts, int usual, String source, double confidence) {
    public static Word of(WordCount count) {
        double rounded = Math.round(count.confidence() * 1000) / 1000.0;
        return new Word(
                count.word(), count.counts(), count.usual(), count.source().label(), rounded);
    }
}
