package org.kukai.syllable;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnWordsTest {
    private final Syllables english = Syllables.english();

    @Test
    void tellsInItsVersionThatThereAreWordsOfItsOwn() {
        Syllables own = english.overriding(Map.of("komorebi", List.of(4)));
        assertThat(own.version()).matches(java.util.regex.Pattern.quote(english.version()) + "\\+o[0-9a-f]{8}");
        assertThat(english.overriding(Map.of("komorebi", List.of(4))).version()).isEqualTo(own.version());
        assertThat(english.overriding(Map.of("komorebi", List.of(3))).version()).isNotEqualTo(own.version());
        assertThat(english.overriding(Map.of("komorebi", List.of(4, 3))).version())
                .isNotEqualTo(
                        english.overriding(Map.of("komorebi", List.of(3, 4))).version());
    }

    @Test
    void forgetsTheWordsOfBeforeWhenItIsGivenOthers() {
        Syllables own = english.overriding(Map.of("komorebi", List.of(7)));
        Syllables other = own.overriding(Map.of("wabi", List.of(2)));
        assertThat(other.count("komorebi").source()).isNotEqualTo(Source.OVERRIDE);
        assertThat(other.version())
                .isEqualTo(english.overriding(Map.of("wabi", List.of(2))).version());
        assertThat(own.overriding(Map.of()).version()).isEqualTo(english.version());
    }

    @Test
    void spellsAWordAsItIsLookedUp() {
        assertThat(Syllables.entry(" Café ")).isEqualTo("cafe");
        assertThat(Syllables.entry("O’er")).isEqualTo("o'er");
        assertThat(english.overriding(Map.of(Syllables.entry("O’er"), List.of(2)))
                        .count("o'er")
                        .usual())
                .isEqualTo(2);
    }
}
