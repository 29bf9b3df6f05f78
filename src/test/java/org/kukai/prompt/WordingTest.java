package org.kukai.prompt;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WordingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "write a haiku about moss",
                "  Write a haiku   about moss. ",
                "WRITE A HAIKU\tABOUT\nMOSS!?",
                "Write a haiku about moss…",
                "Write a haiku\u00a0about moss -",
                "Write a ｈａｉｋｕ about moss"
            })
    void knowsTheSameRequestInOtherDress(String text) {
        assertThat(Wording.of(text).key())
                .isEqualTo(Wording.of("Write a haiku about moss.").key());
    }

    @Test
    void foldsCaseBeyondLowerCase() {
        assertThat(Wording.of("Straße").key()).isEqualTo(Wording.of("STRASSE").key());
    }

    @Test
    void tellsOtherWordsApart() {
        assertThat(Wording.of("Write a haiku about moss on a stone").key())
                .isNotEqualTo(Wording.of("Write a haiku about moss, on a stone").key());
    }

    @Test
    void keepsTheTextButForItsEnds() {
        assertThat(Wording.of("\n Write of Moss.\r\nIn three lines. ").text())
                .isEqualTo("Write of Moss.\nIn three lines.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "7.", "…", "a\u0000b", "a\u0007b", "half a \ud83d pair"})
    void refusesWhatCannotBeAsked(String text) {
        assertThatThrownBy(() -> Wording.of(text)).isInstanceOf(RefusedException.class);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(Wording.of("a" + "🌕".repeat(1_999)).text()).hasSize(3_999);
        assertThatThrownBy(() -> Wording.of("a".repeat(100_000)))
                .hasMessage("The prompt has 100,000 characters; at most 2,000 are taken.");
    }

    @Test
    void holdsOutAboutATenthAndAlwaysTheSame() {
        long heldOut = IntStream.range(0, 10_000)
                .filter(i -> Split.drawnFor("a topic numbered " + i) == Split.HELD_OUT)
                .count();
        assertThat(heldOut).isBetween(900L, 1_100L);
        assertThat(Split.drawnFor("Moss on a stone step.")).isEqualTo(Split.drawnFor("moss on a stone step"));
    }
}
