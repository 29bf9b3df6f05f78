package org.kukai.haiku;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTest {

    @Test
    void seesThroughCaseAccentsPunctuationAndSpacing() {
        assertThat(Fingerprint.of("An old café—\n  a frog jumps in,\r\n\nSplash!"))
                .isEqualTo(Fingerprint.of("an old cafe\na frog  jumps in\nsplash"))
                .hasSize(64);
    }

    @Test
    void tellsOtherLineBreaksAndOtherWordsApart() {
        assertThat(Fingerprint.of("an old pond\na frog"))
                .isNotEqualTo(Fingerprint.of("an old\npond a frog"))
                .isNotEqualTo(Fingerprint.of("an old pond\na toad"));
    }
}
