package org.kukai.syllable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The dictionary as the build reads it, and what a model guesses of words whose whole family it never saw. */
final class Training {

    private static final Path DICTIONARY = Path.of("target/cmudict/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict");
    private static final Path REVIEWED = Path.of("src/main/lexicon");
    private static final int FOLDS = 5;
    private static final List<String> ENDINGS = List.of(
            "iness", "iest", "ness", "less", "ful", "ings", "ing", "ies", "ied", "ier", "ers", "est", "ily", "ally",
            "edly", "ed", "er", "es", "ly", "able", "ably", "isms", "ism", "ist", "ists", "ish", "ship", "hood", "ment",
            "ments", "some", "ward", "s", "y", "e");
    private static final List<String> PREFIXES = List.of(
            "un", "re", "non", "over", "under", "out", "mis", "dis", "pre", "anti", "super", "inter", "mid", "sub",
            "fore");

    private Training() {}

    /** The lexicon, a to z only. */
    static SortedMap<String, Lexicon.Known> words() throws IOException {
        SortedMap<String, Lexicon.Known> words =
                new LexiconBuilder(PronouncingDictionary.read(DICTIONARY), Reviewed.read(REVIEWED)).build();
        words.keySet().removeIf(word -> !word.matches("[a-z]{1,40}"));
        return words;
    }

    /** For every word of the lexicon that the model can be taught, what it guesses when trained on the other families alone. */
    static Map<String, Integer> guessesOfUnseenFamilies() throws IOException {
        SortedMap<String, Lesson> taught = Lesson.of(PronouncingDictionary.read(DICTIONARY), words());
        Map<String, Integer> guesses = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            SortedMap<String, Lesson> seen = new TreeMap<>(taught);
            seen.keySet().removeIf(word -> fold(word) == held);
            NucleusModel model = NucleusModel.train(seen);
            taught.keySet().stream()
                    .filter(word -> fold(word) == held)
                    .forEach(word -> guesses.put(word, best(model.distribution(word))));
        }
        return guesses;
    }

    private static int best(double[] distribution) {
        int best = 1;
        for (int k = 1; k < distribution.length; k++) {
            best = distribution[k] > distribution[best] ? k : best;
        }
        return best;
    }

    private static int fold(String word) {
        return Math.floorMod((family(word).hashCode() * 0x9E3779B9) >>> 16, FOLDS);
    }

    /** What is left of a word without the endings and prefixes that English puts to it: the same for all words of a family. */
    static String family(String word) {
        String stem = word;
        for (int i = 0; i < 3; i++) {
            String whole = stem;
            stem = ENDINGS.stream()
                    .filter(ending -> whole.endsWith(ending) && whole.length() >= ending.length() + 3)
                    .findFirst()
                    .map(ending -> whole.substring(0, whole.length() - ending.length()))
                    .orElse(whole);
        }
        int last = stem.length() - 1;
        String root = last > 2 && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
        return PREFIXES.stream()
                .filter(prefix -> root.startsWith(prefix) && root.length() >= prefix.length() + 3)
                .findFirst()
                .map(prefix -> root.substring(prefix.length()))
                .orElse(root);
    }
}
