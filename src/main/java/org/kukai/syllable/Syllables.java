package org.kukai.syllable;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Counts the syllables of English words and lines. Immutable, so that any number of threads may share one. */
public final class Syllables {

    private static final Pattern NUCLEUS = Pattern.compile("[aeiouy]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");

    private Syllables() {}

    /** The shared counter; its lexicon is loaded once, at the first call. */
    public static Syllables english() {
        return Shared.ENGLISH;
    }

    /** Changes whenever the lexicon, the rules or the model change. */
    public String version() {
        return "0";
    }

    /** The syllables of one word. */
    public WordCount count(String word) {
        int nuclei =
                (int) NUCLEUS.matcher(word.toLowerCase(Locale.ROOT)).results().count();
        int usual = Math.max(1, nuclei);
        return new WordCount(word, List.of(usual), usual, Source.MODEL, 0.5);
    }

    /** The words of a line in their order; punctuation between them is left out. */
    public List<WordCount> line(String line) {
        return WORD.matcher(line).results().map(match -> count(match.group())).toList();
    }

    private static final class Shared {
        static final Syllables ENGLISH = new Syllables();
    }
}
