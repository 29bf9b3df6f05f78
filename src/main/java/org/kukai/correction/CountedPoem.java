package org.kukai.correction;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/**
 * One poem of a pair as its rater may see it after the vote: the words with their counts, and nothing of form, score or author.
 *
 * @param text the poem
 * @param words its words, each once; empty while the counts are not to be shown
 */
public record CountedPoem(String text, List<CountedWord> words) {
    public CountedPoem {
        words = List.copyOf(words);
    }

    /**
     * A word as Kukai counts it.
     *
     * @param word as it stands in the poem
     * @param counts the usual one first; empty when its sound is unknown
     * @param reported whether the rater has reported it in this poem
     */
    public record CountedWord(String word, List<Integer> counts, boolean reported) {
        public CountedWord {
            counts = List.copyOf(counts);
        }

        /** In words: "2", "2 or 1", "unknown". */
        public String inWords() {
            return counts.isEmpty()
                    ? "unknown"
                    : counts.stream().map(String::valueOf).collect(Collectors.joining(" or "));
        }
    }

    static CountedPoem of(String text, Syllables syllables, Set<String> reported) {
        Map<String, CountedWord> words = new LinkedHashMap<>();
        for (WordCount word :
                text.lines().map(syllables::line).flatMap(List::stream).toList()) {
            String entry = Syllables.entry(word.word());
            words.putIfAbsent(entry, new CountedWord(word.word(), usualFirst(word), reported.contains(entry)));
        }
        return new CountedPoem(text, List.copyOf(words.values()));
    }

    private static List<Integer> usualFirst(WordCount word) {
        return word.counts().stream()
                .sorted(Comparator.comparing((Integer count) -> count != word.usual()))
                .toList();
    }
}
