package org.kukai.syllable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/**
 * What the model says of words that it never saw: every word of the letters a to z in the dictionary is asked once, by a model
 * trained on the four fifths that it is not in.
 */
final class HeldOut {

    static final int FOLDS = 5;

    /** How words are dealt to the folds. */
    enum Split {
        /** Each by itself: most have relatives among the words learned. */
        RANDOM,
        /** All of a family to one fold. */
        FAMILY
    }

    private static final Path DICTIONARY = Path.of("target/cmudict/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict");
    /** Debian's package wamerican: its words are the ordinary ones, the others are mostly names. */
    private static final Path ORDINARY = Path.of("/usr/share/dict/american-english");

    private static @Nullable HeldOut shared;

    private final Map<String, List<List<String>>> dictionary;
    private final SortedMap<String, Lexicon.Known> lexicon;
    private final Map<Split, List<Guess>> firstFolds = new EnumMap<>(Split.class);
    private final SortedMap<String, Lesson> lessons;
    private final Set<String> ordinary;
    private final NavigableSet<String> words = new TreeSet<>();
    private final Families families;

    HeldOut() throws IOException {
        dictionary = PronouncingDictionary.read(DICTIONARY);
        lexicon = new LexiconBuilder(dictionary, Reviewed.read(Path.of("src/main/lexicon"))).build();
        lessons = Lesson.of(dictionary, lexicon);
        ordinary = hasWordList() ? Set.copyOf(Files.readAllLines(ORDINARY)) : Set.of();
        dictionary.keySet().stream()
                .filter(word -> word.matches("[a-z]{1," + NucleusModel.LONGEST + "}") && counts(word) != 0)
                .forEach(words::add);
        families = new Families(words);
    }

    /** One for all tests, as training takes long. */
    static synchronized HeldOut shared() throws IOException {
        HeldOut made = shared == null ? new HeldOut() : shared;
        shared = made;
        return made;
    }

    /** The lexicon as the build makes it. */
    SortedMap<String, Lexicon.Known> lexicon() {
        return lexicon;
    }

    static boolean hasWordList() {
        return Files.exists(ORDINARY);
    }

    /** The answers for one fold of a split. */
    List<Guess> guesses(Split split, int fold) {
        SortedMap<String, Lesson> seen = new TreeMap<>(lessons);
        seen.keySet().removeIf(word -> fold(split, word) == fold);
        NucleusModel model = NucleusModel.train(seen);
        List<Guess> guesses = new ArrayList<>();
        for (String word : words) {
            if (fold(split, word) == fold) {
                guesses.add(Guess.of(word, counts(word), ordinary.contains(word), model.distribution(word)));
            }
        }
        return guesses;
    }

    /** The answers for the first fold, asked once. */
    synchronized List<Guess> firstFold(Split split) {
        return firstFolds.computeIfAbsent(split, asked -> guesses(asked, 0));
    }

    /** The answers for all words. */
    List<Guess> guesses(Split split) {
        List<Guess> guesses = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            guesses.addAll(guesses(split, fold));
        }
        return guesses;
    }

    private int fold(Split split, String word) {
        CRC32 sum = new CRC32();
        sum.update((split == Split.FAMILY ? families.of(word) : word).getBytes(StandardCharsets.US_ASCII));
        return (int) (((sum.getValue() * 0x9E3779B97F4A7C15L) >>> 40) % FOLDS);
    }

    /** The dictionary's own counts of a word: bit k stands for k. */
    private int counts(String word) {
        int counts = 0;
        for (List<String> sounds : dictionary.getOrDefault(word, List.of())) {
            counts |= (1 << Phones.nuclei(sounds)) & ~1;
        }
        return counts;
    }

    /**
     * One word's answer.
     *
     * @param counts the right counts: bit k stands for k
     * @param ordinary whether the word is in Debian's word list
     * @param best the likeliest count
     * @param confidence how likely it is
     * @param second the next likely
     * @param runnerUp how likely that is
     */
    record Guess(String word, int counts, boolean ordinary, int best, double confidence, int second, double runnerUp) {

        static Guess of(String word, int counts, boolean ordinary, double[] distribution) {
            int best = 0;
            int second = 0;
            for (int k = 1; k < distribution.length; k++) {
                if (distribution[k] > distribution[best]) {
                    second = best;
                    best = k;
                } else if (distribution[k] > distribution[second]) {
                    second = k;
                }
            }
            return new Guess(word, counts, ordinary, best, distribution[best], second, distribution[second]);
        }

        boolean right() {
            return (counts >>> best & 1) == 1;
        }

        boolean rightAtSecond() {
            return !right() && (counts >>> second & 1) == 1;
        }
    }
}
