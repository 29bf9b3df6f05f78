package org.kukai.haiku;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HintTest {
    private final Scorer scorer = new Scorer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "an old silent pond / a frog jumps into the pool now / splash! silence again = One syllable too many in line 2; it fits without “the”.",
                "an old silent pond / a frog jumps into cold ponds now / splash! silence again = One syllable too many in line 2.",
                "an old pond / a frog jumps into the pond / splash = 2 syllables too few in line 1. 4 syllables too few in line 3.",
                "an old silent pond / fire and memory and smoke / splash! silence again = Line 2 fits when “fire” is read as one.",
                "an old silent pond 春 / a frog jumps into the pond / splash! silence again = Line 1 fits only if its word of unknown sound adds nothing.",
                "an old pond / a frog = It has two lines: one is missing.",
                "a / b / c / d = It has four lines: a haiku has three.",
                "an old silent pond = It is one line: break it into three.",
                "I'm sorry, but I can't help with that. = It is a refusal, not a poem."
            })
    void saysInPlainWordsWhatIsMissing(String poem, String hint) {
        assertThat(scorer.verdict(poem.strip().replace(" / ", "\n")).hint()).isEqualTo(hint);
    }

    @Test
    void sendsTheReaderToWordsThatAreGuesses() {
        Verdict verdict = scorer.verdict("an old blorvaxian pond\na frog jumps into the pond\nsplash! silence again");

        assertThat(verdict.lines().getFirst().words().get(2).doubtful()).isTrue();
        assertThat(verdict.hint()).contains("“blorvaxian” is a guess");
    }

    @Test
    void isSilentWhereEveryLineFitsByItsUsualCounts() {
        assertThat(scorer.verdict("an old silent pond\na frog jumps into the pond\nsplash! silence again")
                        .hint())
                .isNull();
    }
}
