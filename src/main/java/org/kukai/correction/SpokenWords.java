package org.kukai.correction;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Asks the index of words, which the database function {@code spoken_words} fills, for texts that a word's count may concern. */
final class SpokenWords {
    private SpokenWords() {}

    /**
     * The search for a word as the dictionary spells it: itself and what begins with it ({@code fire, fires, fire's, firelit}), and
     * the plural in -ies. Hyphenated words are found by their parts, one after the other.
     */
    static String query(String word) {
        String[] parts = Arrays.stream(word.replace("'", "").split("[^a-z0-9]+", -1))
                .filter(part -> !part.isEmpty())
                .toArray(String[]::new);
        String whole = Arrays.stream(parts).map(part -> "'" + part + "'").collect(Collectors.joining(" <-> ")) + ":*";
        return word.endsWith("y") && parts.length == 1
                ? whole + " | '" + parts[0].substring(0, parts[0].length() - 1) + "ies':*"
                : whole;
    }
}
