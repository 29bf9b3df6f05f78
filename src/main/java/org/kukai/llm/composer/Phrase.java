package org.kukai.llm.composer;

import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/** A few words with the sum of their usual syllables. */
record Phrase(String text, int syllables, boolean plural) {
    static Phrase of(String text, boolean plural) {
        return new Phrase(text, count(text), plural);
    }

    static int count(String text) {
        return Syllables.english().line(text).stream()
                .mapToInt(WordCount::usual)
                .sum();
    }
}
