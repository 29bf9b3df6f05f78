package org.kukai.haiku;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.kukai.syllable.Source;
import org.kukai.syllable.WordCount;

/**
 * One line of a poem with its evidence.
 *
 * @param text the line as written
 * @param target the syllables that its place asks for: 5, 7, 5, or 0 from the fourth line on
 * @param counts the sums that readings of its words can reach, ascending
 * @param usual the sum of the usual counts
 * @param onTarget whether a reading reaches the target and no word is of unknown sound
 * @param words the words in their order, each with its counts and source
 */
public record Line(String text, int target, List<Integer> counts, int usual, boolean onTarget, List<WordCount> words) {

    public Line {
        counts = List.copyOf(counts);
        words = List.copyOf(words);
    }

    /** On target without leaning on any rarer reading. */
    public boolean surelyOnTarget() {
        return onTarget && usual == target;
    }

    /** Whether any word could be counted. */
    boolean hasKnownWord() {
        for (WordCount word : words) {
            if (word.source() != Source.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    /** How many syllables too many (positive) or too few (negative) in the reading that comes nearest; 0 when a reading fits. */
    public int distance() {
        if (counts.contains(target)) {
            return 0;
        }
        return counts.stream()
                .map(sum -> sum - target)
                .min(Comparator.comparingInt(Math::abs))
                .orElse(-target);
    }

    /** The line as somebody reads it: words of the map (in small letters) have that count alone, if it is one of theirs. */
    Line read(Map<String, Integer> choices) {
        List<WordCount> read = words.stream()
                .map(word -> read(word, choices.getOrDefault(word.word().toLowerCase(Locale.ROOT), 0)))
                .toList();
        return Sums.of(read).line(text, target, read);
    }

    private static WordCount read(WordCount word, int count) {
        boolean accepted = word.counts().contains(count);
        return accepted ? new WordCount(word.word(), List.of(count), count, word.source(), word.confidence()) : word;
    }

    /**
     * The count of each word in the reading that makes the line fit and leans least on rarer counts; the usual counts when
     * none does.
     */
    public List<Integer> reading() {
        return Reading.of(words, target);
    }

    /** What a reader should know of this line, the first being number 1; null when its usual reading fits or nothing is asked of it. */
    public @Nullable String hint(int number) {
        return Hint.of(this, number);
    }
}
