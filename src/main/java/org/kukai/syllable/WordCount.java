package org.kukai.syllable;

import java.util.List;

/**
 * How many syllables a word has, and how we know.
 *
 * @param word the word as it stood in the text
 * @param counts every acceptable count, ascending and without repeats; empty when the source is {@link Source#UNKNOWN}
 * @param usual the commonest of the counts; 0 when there is none
 * @param source where the knowledge comes from
 * @param confidence how likely it is that the true count is among {@code counts}, 0 to 1
 */
public record WordCount(String word, List<Integer> counts, int usual, Source source, double confidence) {

    /** Below this confidence only about two guesses in three are right, so that a reader should look. */
    public static final double DOUBT = 0.8;

    public WordCount {
        counts = List.copyOf(counts);
    }

    /** Whether a reader should check this word. */
    public boolean doubtful() {
        return source == Source.UNKNOWN || confidence < DOUBT;
    }

    /** Whether the word may be read in more than one way. */
    public boolean ambiguous() {
        return counts.size() > 1;
    }
}
