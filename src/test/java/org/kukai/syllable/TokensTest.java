package org.kukai.syllable;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TokensTest {

    @Test
    void keepsWordsWithTheirApostrophesAndHyphensTogether() {
        assertThat(Tokens.of("\"Don’t,\" said y'all'd've; snow-covered, ne'er—o'er...the dogs' 'twas"))
                .containsExactly(
                        "Don’t", "said", "y'all'd've", "snow-covered", "ne'er", "o'er", "the", "dogs'", "'twas");
        assertThat(Tokens.of("rock-'n'-roll, will-o'-the-wisp, runnin' o' th' mill"))
                .containsExactly("rock-'n'-roll", "will-o'-the-wisp", "runnin'", "o'", "th'", "mill");
    }

    @Test
    void keepsNumbersAndAbbreviationsTogether() {
        assertThat(Tokens.of("at 3 a.m., 1,000.5 or 12:30, the 21st of U.S.A. $5 & 50%"))
                .containsExactly(
                        "at", "3", "a.m.", "1,000.5", "or", "12:30", "the", "21st", "of", "U.S.A.", "$5", "&", "50",
                        "%");
    }

    @Test
    void takesQuotesDashesAndSlashesForSeparators() {
        assertThat(Tokens.of("'old pond' -- frog/jump… *splash* “sound”"))
                .containsExactly("old", "pond", "frog", "jump", "splash", "sound");
    }

    @Test
    void findsNothingInPunctuationAndEmoji() {
        assertThat(Tokens.of("… — '' 🌸🌸 !? \u0000\u202e")).isEmpty();
    }
}
