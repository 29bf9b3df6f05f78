package org.kukai.syllable;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one word teaches the model.
 *
 * @param sounds a pronunciation with the usual count
 * @param counts the counts of all its pronunciations in the dictionary that the lexicon accepts; not those found by rule, as
 *     the rules are there to find them again
 */
record Lesson(List<String> sounds, Counts counts) {

    /** The plain words of the lexicon that are read as they are spelled. */
    static SortedMap<String, Lesson> of(
            Map<String, List<List<String>>> dictionary, Map<String, Lexicon.Known> lexicon) {
        SortedMap<String, Lesson> lessons = new TreeMap<>();
        dictionary.forEach((word, pronunciations) -> {
            Lexicon.Known known = lexicon.get(word);
            boolean plain = word.chars().allMatch(c -> c >= 'a' && c <= 'z') && word.length() <= NucleusModel.LONGEST;
            if (plain && known != null) {
                pronunciations.stream()
                        .filter(sounds ->
                                Phones.nuclei(sounds) == known.counts().usual())
                        .findFirst()
                        .ifPresent(sounds ->
                                lessons.put(word, new Lesson(sounds, heard(pronunciations, known.counts()))));
            }
        });
        return lessons;
    }

    private static Counts heard(List<List<String>> pronunciations, Counts accepted) {
        Counts heard = Counts.of(accepted.usual());
        for (List<String> sounds : pronunciations) {
            int nuclei = Phones.nuclei(sounds);
            heard = (accepted.mask() >>> nuclei & 1) == 1 ? heard.or(Counts.of(nuclei)) : heard;
        }
        return heard;
    }
}
