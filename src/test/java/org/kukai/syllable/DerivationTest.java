package org.kukai.syllable;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules on spelling: what each is for, what it must leave alone, and that it does no worse than the model on a fifth of the words; {@link Evaluation} asks all. */
class DerivationTest {

    private static SortedMap<String, Lexicon.Known> words = new TreeMap<>();
    private static List<HeldOut.Guess> guesses = List.of();

    @BeforeAll
    static void train() throws java.io.IOException {
        words = HeldOut.shared().lexicon();
        guesses = HeldOut.shared().firstFold(HeldOut.Split.FAMILY);
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
    void doesNoWorseThanTheModelOnTheWordsItAppliesTo() {
        SortedMap<Derivation, RuleTally> tallies = RuleTally.of(words, guesses);
        RuleTally.print(tallies);
        assertThat(tallies).hasSize(Derivation.values().length);
        // of two hundred words, one or two are chance; Evaluation asks all
        tallies.forEach((rule, tally) ->
                assertThat(tally.right() + tally.words() / 50).as(rule.name()).isGreaterThanOrEqualTo(tally.model()));
    }
}
