package org.kukai.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.kukai.RefusedException;
import org.kukai.syllable.Source;
import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/**
 * A word as it may stand in the dictionary.
 *
 * @param word spelled as it is looked up, see {@link Syllables#entry}
 * @param counts every acceptable count, the usual one first
 */
public record OwnWord(String word, List<Integer> counts) {
    private static final Pattern BETWEEN_COUNTS = Pattern.compile("[|/;, ]+");

    public static final int LONGEST = 100;
    public static final int MOST_COUNTS = 5;
    public static final int MOST_SYLLABLES = 30;

    public OwnWord {
        counts = List.copyOf(counts);
    }

    /**
     * Checks what somebody wants to set, and that the counter would find it.
     *
     * @throws RefusedException saying what is wrong with the word or the counts
     */
    public static OwnWord of(String given, List<Integer> wanted) {
        String word = entry(given);
        List<Integer> counts = wanted.stream().distinct().toList();
        if (counts.isEmpty() || counts.size() > MOST_COUNTS) {
            throw refused("A word has 1 to " + MOST_COUNTS + " counts, not " + counts.size() + ".");
        }
        for (int count : counts) {
            if (count < 1 || count > MOST_SYLLABLES) {
                throw refused("A count is from 1 to " + MOST_SYLLABLES + ", not " + count + ".");
            }
        }
        if (!word.chars().allMatch(c -> c < 128) || word.chars().noneMatch(Character::isLetterOrDigit)) {
            throw refused("Kukai counts words in Latin letters; “" + given.strip() + "” is none.");
        }
        WordCount found = Syllables.english().overriding(Map.of(word, counts)).count(given.strip());
        if (found.source() != Source.OVERRIDE) {
            throw refused(
                    "“" + given.strip() + "” cannot be set: it is sounded by its accent, its capitals or its parts. "
                            + "Set the word in small letters, or its parts.");
        }
        return new OwnWord(word, counts);
    }

    /**
     * How the word is spelled in the dictionary.
     *
     * @throws RefusedException when it is not one word
     */
    public static String entry(String given) {
        String word = given.length() > LONGEST ? "" : Syllables.entry(given);
        boolean one = !word.isEmpty()
                && word.length() <= LONGEST
                && word.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c == '/');
        if (!one) {
            throw refused("That is not one word of 1 to " + LONGEST + " characters. Send a single word.");
        }
        return word;
    }

    /**
     * Reads counts as people write them: {@code 2}, {@code 2|1}, {@code 2 1}.
     *
     * @throws RefusedException when they are not numbers
     */
    public static List<Integer> readCounts(String given) {
        List<Integer> counts = new ArrayList<>();
        for (String number : BETWEEN_COUNTS.split(given.strip(), -1)) {
            if (!number.matches("[0-9]{1,3}")) {
                throw refused("“" + given + "” are no counts. Write 2, or 2|1 with the usual one first.");
            }
            counts.add(Integer.parseInt(number));
        }
        return counts;
    }

    /** Counts as {@link #readCounts} reads them. */
    public static String written(List<Integer> counts) {
        return counts.stream().map(String::valueOf).collect(Collectors.joining("|"));
    }

    private static RefusedException refused(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, message);
    }
}
