package org.kukai.annotation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What people may write into fields, and what they are told when it will not do. */
class WrittenTest {
    @Test
    void onlyLeftAndRightAreSidesOfAPair() {
        assertThat(Choice.sideOfSpelled("left")).isEqualTo(Choice.LEFT);
        assertThat(Choice.sideOfSpelled("right")).isEqualTo(Choice.RIGHT);
        assertThatThrownBy(() -> Choice.sideOfSpelled(""))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Say which of the two poems: left or right.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tie", "neither", "skip", "up", "LEFT"})
    void whatIsNoSideIsRefusedWithoutNamingMoreThanSides(String spelled) {
        assertThatThrownBy(() -> Choice.sideOfSpelled(spelled))
                .hasMessage("Say which of the two poems: left or right, not “" + spelled + "”.");
    }

    @Test
    void aTextWithAZeroCharacterIsRefusedForThatAndNotForItsLength() {
        assertThatCode(() -> WrittenText.refuseUnstorable("A note", "Bashō, 1686"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> WrittenText.refuseUnstorable("A note", "a\0b"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("A note can hold no zero character (NUL). Take it out and try again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83C", "\uDF38", "a \uDF38\uD83C b"})
    void aTextWithHalfACharacterIsRefused(String half) {
        assertThatCode(() -> WrittenText.refuseUnstorable("A note", "\uD83C\uDF38"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> WrittenText.refuseUnstorable("A note", half))
                .isInstanceOf(RefusedException.class)
                .hasMessage("A note can hold no half of a character (a surrogate alone). Take it out and try again.");
    }
}
