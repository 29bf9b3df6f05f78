package org.kukai.syllable;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Words that counters get wrong, with the counts that a careful reader accepts (ascending) and the usual one. */
class HardWordsTest {

    private final Syllables english = Syllables.english();

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "fire:1 2:2",
                "hour:1 2:1",
                "flower:1 2:2",
                "poem:1 2:2",
                "quiet:2:2",
                "being:2:2",
                "world:1:1",
                "camera:2 3:3",
                "evening:2 3:2",
                "every:2 3:2",
                "chocolate:2 3:2",
                "rhythm:2:2",
                "prism:2:2",
                "learned:1 2:1",
                "blessed:1 2:1",
                "winged:1 2:1",
                "aged:1 2:1",
                "crooked:1 2:2",
                "naked:2:2",
                "wicked:2:2",
                "loved:1:1",
                "TV:2:2",
                "e-mail:2:2",
                "cooperate:4:4",
                "moonlit:2:2",
                "wildfire:2 3:3",
                "firefly:2 3:3",
                "someone:2:2",
                "wherever:3:3",
                "fireplace:2 3:3",
                "family:2 3:3",
                "violet:2 3:3",
                "memory:2 3:3",
                "prayer:1 2:1",
                "spring:1:1",
                "miles:1:1",
                "fine:1:1",
                "us:1:1",
                "solely:2:2",
                "anemone:4:4",
                "wildflowers:2 3:3",
                "desire:2 3:2",
                "jewel:1 2:2",
                "towel:1 2:2",
                "trial:1 2:2",
                "cruel:1 2:2",
                "wandering:2 3:3",
                "opening:2 3:3",
                "rustling:2 3:2",
                "murmuration:4:4",
                "haiku:2:2",
                "beautifully:4:4",
                "JSON:2:2",
                "ChatGPT:4:4",
                "edamame:4:4",
                "teddybear:3:3",
                "kukai:2 3:3",
                "theorem:2 3:3",
                "quinoa:2 3:2",
                "oil:1 2:1",
                "boiled:1 2:1",
                "drawers:1 2:1",
                "rhythms:2:2",
                "algorithm:4:4",
                "logarithms:4:4"
            })
    void readsTheWordsOfTheLexiconAsPoetsDo(String word, String counts, int usual) {
        assertCount(word, counts, usual, Source.LEXICON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "1999:5 9 10:5",
                "3:1:1",
                "2,000:3:3",
                "21st:3:3",
                "22nd:4:4",
                "LED:1 3:3",
                "30th:3:3",
                "1990s:4 8 9:4",
                "3.5:3:3",
                "0:2:2",
                "100:3:3",
                "2005:4 5:4",
                "re-entry:3:3",
                "y'all'd've:2 3:2",
                "wand'ring:2:2",
                "pinecone:2:2",
                "tidepool:2:2",
                "blessèd:2:2",
                "rosé:2:2",
                "XKCD:4:4",
                "&:1:1",
                "%:2:2",
                "shhh:1:1",
                "moonbeam-silver:4:4",
                "sooo:1:1",
                "mp3:3:3",
                "$5:3:3",
                "will-o'-the-lake:4:4",
                "7am:4:4",
                "3½:4:4",
                "20°C:7:7",
                "$1.50:5 6 7:5",
                "U.S.:2:2",
                "1066:4 6 7:4",
                "X.Y.Z.:3:3"
            })
    void derivesWordsFromTheirKnownParts(String word, String counts, int usual) {
        assertCount(word, counts, usual, Source.RULE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            quoteCharacter = '"',
            value = {
                "naïve:2",
                "café:2",
                "coöperate:4",
                "Zoë:2",
                "o'er:1",
                "ne'er:1",
                "'twas:1",
                "’tis:1",
                "mustn't:2",
                "Boötes:3",
                "Hiroshige's:4",
                "Noël:2",
                "Chloë:2",
                "coöp:2",
                "zoölogy:4",
                "cap'n:2",
                "th'ocean:2",
                "heav'n:1",
                "murm'ring:2",
                "Joneses':2",
                "a.m.:2",
                "Mr.:2",
                "ﬂower:2",
                "Dewdrop:2",
                "𝐩𝐨𝐧𝐝:1",
                "flow'r:1"
            })
    void seesThroughAccentsApostrophesAndCapitals(String word, int usual) {
        assertThat(english.count(word).usual()).as(word).isEqualTo(usual);
    }

    @ParameterizedTest
    @CsvSource({"dewdrop,2", "snowmelt,2", "doomscrolling,3", "Elrond,2", "vaporwave,3", "frostlight,2", "unfriended,3"
    })
    void guessesWordsItNeverSaw(String word, int usual) {
        WordCount count = english.count(word);
        assertThat(count.usual()).as(word).isEqualTo(usual);
        assertThat(count.source()).isIn(Source.MODEL, Source.RULE);
        assertThat(count.confidence()).isBetween(0.3, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "春", "мир", "日本", "--", "'", "' '", "\u0000", "o\u0000o"})
    void claimsNothingOfWhatIsNotEnglish(String word) {
        WordCount count = english.count(word);
        assertThat(count.source()).isEqualTo(Source.UNKNOWN);
        assertThat(count.counts()).isEmpty();
        assertThat(count.doubtful()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "50%,4",
        "St.,1",
        "Mt.,1",
        "No.,1",
        "3/4,2",
        "#1,3",
        "Dr.,2",
        "Mr.,2",
        "(pond),1",
        "\"quiet\",2",
        "and/or,2",
        "J.,1",
        "p.m.,2",
        "$5,3",
        "’twas,1",
        "6:30,3",
        "U.S.A.,3",
        "daren't,2"
    })
    void countsOneWordAsTheLineDoes(String word, int usual) {
        WordCount count = english.count(word);
        List<WordCount> line = english.line(word);
        assertThat(count.word()).isEqualTo(word);
        assertThat(count.usual()).as(word).isEqualTo(usual);
        assertThat(count.source()).isNotEqualTo(Source.UNKNOWN);
        assertThat(line.stream().mapToInt(WordCount::usual).sum()).as(word).isEqualTo(usual);
        assertThat(line.stream().mapToInt(each -> each.counts().getLast()).sum())
                .isEqualTo(count.counts().getLast());
    }

    @Test
    void doesNotShortenWordsThatOnlyLookLikeSyncope() {
        for (String word :
                List.of("preferring", "beginning", "discouraging", "submarine", "coward", "liar", "dialogue")) {
            assertThat(english.count(word).counts()).as(word).hasSize(1);
        }
    }

    @Test
    void letsAnInstallationsOwnCountsComeFirst() {
        Syllables own = english.overriding(java.util.Map.of("komorebi", List.of(4), "fire", List.of(1, 2)));
        assertThat(own.count("Fire").usual()).isEqualTo(1);
        assertThat(own.count("fire").counts()).containsExactly(1, 2);
        assertThat(own.count("fire").source()).isEqualTo(Source.OVERRIDE);
        assertThat(own.version()).isNotEqualTo(english.version());
    }

    private void assertCount(String word, String counts, int usual, Source source) {
        WordCount count = english.count(word);
        assertThat(count.counts())
                .as(word)
                .isEqualTo(List.of(counts.split(" ", -1)).stream()
                        .map(Integer::valueOf)
                        .toList());
        assertThat(count.usual()).as(word).isEqualTo(usual);
        assertThat(count.source()).as(word).isEqualTo(source);
    }
}
