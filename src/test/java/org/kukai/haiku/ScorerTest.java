package org.kukai.haiku;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScorerTest {

    private final Scorer scorer = new Scorer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "an old silent pond / a frog jumps into the pond / splash! silence again = 4",
                "winter solitude / in a world of one color / the sound of the wind = 4",
                "the quick brown fox jumps over / a lazy dog / and = 1",
                "an old silent pond / a frog jumps into the deep pond / splash! silence again = 3",
                "an old pond / a frog jumps into the pond / splash! silence again = 3",
                "an old silent pond / a frog / splash = 2",
                "spring rain falls again / the miles of fine and open road / us two = 2",
                "wildflowers in bloom / solely the anemone / TV is off now = 4"
            })
    void countsTheLinesOnTarget(String poem, int score) {
        Verdict verdict = scorer.verdict(poem.strip().replace(" / ", "\n"));
        assertThat(verdict.score()).as(poem + " " + sums(verdict)).isEqualTo(score);
    }

    private static String sums(Verdict verdict) {
        return verdict.lines().stream()
                .map(line -> line.counts().toString())
                .toList()
                .toString();
    }

    @Test
    void isStrictOnlyByTheUsualCounts() {
        Verdict usual = scorer.verdict("an old silent pond\na frog jumps into the pond\nsplash! silence again");
        assertThat(usual.form575()).isTrue();
        assertThat(usual.strict575()).isTrue();

        Verdict lenient = scorer.verdict("an old silent pond\nfire and memory and smoke\nsplash! silence again");
        assertThat(lenient.lines().get(1).counts()).containsExactly(6, 7, 8);
        assertThat(lenient.lines().get(1).usual()).isEqualTo(8);
        assertThat(lenient.form575()).isTrue();
        assertThat(lenient.strict575()).isFalse();
    }

    @Test
    void doesNotVouchForALineWithAWordOfUnknownSound() {
        Verdict verdict = scorer.verdict("an old silent pond 春\na frog jumps into the pond\nsplash! silence again");
        assertThat(verdict.score()).isEqualTo(3);
        assertThat(verdict.lines().getFirst().onTarget()).isFalse();
    }

    @Test
    void givesTheEvidenceForEveryWord() {
        Line line = scorer.verdict("old pond\n\na\nb").lines().getFirst();
        assertThat(line.target()).isEqualTo(5);
        assertThat(line.words()).extracting(word -> word.word()).containsExactly("old", "pond");
    }

    @Test
    void saysWhichScorerItIs() {
        assertThat(scorer.version()).matches("\\d+\\.\\d+\\.[0-9a-f]{8}");
    }
}
