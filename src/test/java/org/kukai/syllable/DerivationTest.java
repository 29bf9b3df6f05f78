package org.kukai.syllable;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules on spelling: what each is for, what it must leave alone, and that it beats the model where it is used. */
class DerivationTest {

    private static SortedMap<String, Lexicon.Known> words = new TreeMap<>();
    private static Map<String, Integer> guesses = Map.of();

    @BeforeAll
    static void train() throws java.io.IOException {
        words = Training.words();
        guesses = Training.guessesOfUnseenFamilies();
    }

    @ParameterizedTest
    @EnumSource(Derivation.class)
    void countsItsExamples(Derivation rule) {
        for (String example : rule.examples.split(" ", -1)) {
            String word = example.substring(0, example.indexOf('='));
            Counts counts = rule.of(word, stem -> stem.equals(word) ? null : words.get(stem));
            assertThat(counts).as(example).isNotNull();
            assertThat(word + "=" + Objects.requireNonNull(counts).usual()).isEqualTo(example);
        }
    }

    @ParameterizedTest
    @EnumSource(Derivation.class)
    void leavesItsExceptionsAlone(Derivation rule) {
        for (String word : rule.exceptions.split(" ", -1)) {
            assertThat(rule.of(word, stem -> stem.equals(word) ? null : words.get(stem)))
                    .as(word)
                    .isNull();
        }
    }

    @Test
    void beatsTheModelOnTheWordsItAppliesTo() {
        Map<Derivation, int[]> tallies = new TreeMap<>();
        guesses.forEach((word, guess) -> {
            for (Derivation rule : Derivation.values()) {
                Counts counts = rule.of(word, stem -> stem.equals(word) ? null : words.get(stem));
                if (counts != null) {
                    int mask = Objects.requireNonNull(words.get(word)).counts().mask();
                    int[] tally = tallies.computeIfAbsent(rule, none -> new int[3]);
                    tally[0]++;
                    tally[1] += mask >>> counts.usual() & 1;
                    tally[2] += mask >>> guess & 1;
                    break;
                }
            }
        });

        System.out.println("| rule | words | right | the model on them |\n|---|---|---|---|");
        tallies.forEach((rule, tally) -> System.out.printf(
                "| %s | %,d | %.1f %% | %.1f %% |%n",
                rule.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                tally[0],
                100.0 * tally[1] / tally[0],
                100.0 * tally[2] / tally[0]));
        assertThat(tallies).hasSize(Derivation.values().length);
        tallies.forEach((rule, tally) -> assertThat(tally[1]).as(rule.name()).isGreaterThan(tally[2]));
    }
}
