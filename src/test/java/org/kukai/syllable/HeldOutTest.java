package org.kukai.syllable;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.kukai.syllable.HeldOut.Guess;
import org.kukai.syllable.HeldOut.Split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * How good the model is on words it never saw, for one fold of each split: it must not fall below what is recorded here. Training gives
 * the same bytes everywhere, so what is recorded is what it gives, rounded down. {@link Evaluation} asks all folds.
 */
class HeldOutTest {

    private static List<Guess> random = List.of();
    private static List<Guess> family = List.of();

    @BeforeAll
    static void train() throws IOException {
        random = HeldOut.shared().firstFold(Split.RANDOM);
        family = HeldOut.shared().firstFold(Split.FAMILY);
    }

    @ParameterizedTest
    @CsvSource({"RANDOM, 0.9720", "FAMILY, 0.9660"})
    void guessesWordsHeldOutFromTraining(Split split, double recorded) {
        Tally all = Tally.of(guesses(split), Guess::right);
        System.out.println("Held out, " + split + ": " + all + " % right");
        assertThat(all.all()).isGreaterThan(20_000);
        assertThat(all.share()).isGreaterThanOrEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({"RANDOM, 0.9853", "FAMILY, 0.9741"})
    void guessesOrdinaryWordsHeldOutFromTraining(Split split, double recorded) {
        boolean required = Boolean.parseBoolean(System.getenv("KUKAI_REQUIRE_WORD_LIST"));
        assumeTrue(
                required || HeldOut.hasWordList(),
                "Debian's package wamerican is not installed: which words are ordinary is not known");
        assertThat(HeldOut.hasWordList())
                .as("KUKAI_REQUIRE_WORD_LIST is set, so Debian's package wamerican must be installed")
                .isTrue();
        List<Guess> words = guesses(split).stream().filter(Guess::ordinary).toList();
        Tally ordinary = Tally.of(words, Guess::right);
        System.out.println("Held out, " + split + ", ordinary words: " + ordinary + " % right");
        assertThat(ordinary.all()).isGreaterThan(7_000);
        assertThat(ordinary.share()).isGreaterThanOrEqualTo(recorded);
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void isAsOftenRightAsItIsSure(Split split) {
        Reliability reliability = new Reliability(guesses(split));
        assertThat(reliability.error()).isLessThan(0.01);
    }

    @ParameterizedTest
    @EnumSource(Split.class)
    void isHardlyEverWrongWhereItIsSure(Split split) {
        List<Guess> sure = guesses(split).stream()
                .filter(guess -> guess.confidence() >= 0.95)
                .toList();
        assertThat(sure.size()).isGreaterThan(guesses(split).size() * 8 / 10);
        assertThat(Tally.of(sure, Guess::right).share()).isGreaterThan(0.99);
    }

    private static List<Guess> guesses(Split split) {
        return split == Split.RANDOM ? random : family;
    }
}
