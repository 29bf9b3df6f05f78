package org.kukai.syllable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How good the model is on words it never saw: trained on four fifths of the dictionary, asked about the last fifth. Right is
 * what is among the dictionary's own counts. Prints its figures; fails when they fall below what is recorded in the docs.
 */
class HeldOutTest {
    private static final Path DICTIONARY = Path.of("target/cmudict/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict");
    /** Debian's word list, where it is installed: its words are the ordinary ones, the others mostly names. */
    private static final Path ORDINARY = Path.of("/usr/share/dict/american-english");

    @Test
    void guessesWordsHeldOutFromTraining() throws IOException {
        Map<String, List<List<String>>> dictionary = PronouncingDictionary.read(DICTIONARY);
        SortedMap<String, Lexicon.Known> words =
                new LexiconBuilder(dictionary, Reviewed.read(Path.of("src/main/lexicon"))).build();
        SortedMap<String, Lesson> lessons = Lesson.of(dictionary, words);
        SortedMap<String, Lesson> seen = new TreeMap<>(lessons);
        seen.keySet().removeIf(HeldOutTest::isHeldOut);
        NucleusModel model = NucleusModel.train(seen);

        Tally all = new Tally();
        Tally ordinary = new Tally();
        Set<String> list = Files.exists(ORDINARY) ? Set.copyOf(Files.readAllLines(ORDINARY)) : Set.of();
        lessons.keySet().stream().filter(HeldOutTest::isHeldOut).forEach(word -> {
            Set<Integer> right = dictionary.getOrDefault(word, List.of()).stream()
                    .map(Phones::nuclei)
                    .collect(Collectors.toCollection(TreeSet::new));
            double[] distribution = model.distribution(word);
            all.add(distribution, right);
            if (list.contains(word)) {
                ordinary.add(distribution, right);
            }
        });

        System.out.println("Held-out words: " + all + (list.isEmpty() ? "" : "; ordinary ones: " + ordinary));
        assertThat(all.words).isGreaterThan(20_000);
        assertThat(all.share()).isGreaterThan(0.968);
        assertThat(all.sureShare()).isGreaterThan(0.985);
        assertThat(list.isEmpty() || ordinary.share() > 0.984).isTrue();
    }

    private static boolean isHeldOut(String word) {
        return Math.floorMod((word.hashCode() * 0x9E3779B9) >>> 16, 5) == 0;
    }

    /** Counts the words asked and those guessed right, in all and where the model was at least 95 % sure. */
    private static final class Tally {
        private int words;
        private int right;
        private int sure;
        private int sureAndRight;

        void add(double[] distribution, Set<Integer> counts) {
            int best = 1;
            for (int k = 1; k < distribution.length; k++) {
                best = distribution[k] > distribution[best] ? k : best;
            }
            int good = counts.contains(best) ? 1 : 0;
            boolean confident = distribution[best] >= 0.95;
            words++;
            right += good;
            sure += confident ? 1 : 0;
            sureAndRight += confident ? good : 0;
        }

        double share() {
            return right / (double) words;
        }

        double sureShare() {
            return sureAndRight / (double) sure;
        }

        @Override
        public String toString() {
            double error = 196 * Math.sqrt(share() * (1 - share()) / words);
            return "%.2f %% right of %d (± %.2f); %.2f %% where at least 95 %% sure, which is %.1f %% of them"
                    .formatted(100 * share(), words, error, 100 * sureShare(), 100.0 * sure / words);
        }
    }
}
