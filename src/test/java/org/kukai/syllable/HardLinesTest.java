package org.kukai.syllable;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The words that every counter stumbles over, each in a line: its accepted counts, the usual sum of the line, and why it is hard. */
class HardLinesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "fire            | the fire burns low now        | 1 2   | 6 | a long vowel glides into R: one syllable or two",
                "hour            | one hour before dawn          | 1 2   | 5 | the same sound, but mostly one",
                "flower          | a flower opens                | 1 2   | 5 | the same sound, but the spelling shows two",
                "poem            | she folds the poem            | 1 2   | 5 | two vowels in a row, often run together",
                "quiet           | how quiet it is               | 2     | 5 | two vowels in a row that stay apart",
                "being           | just being here now           | 2     | 5 | no silent e: be and ing",
                "world           | a world of dew falls          | 1     | 5 | poets do not count the glide before L",
                "camera          | the camera clicks             | 2 3   | 5 | the weak vowel before R may go",
                "evening         | evening settles in            | 2 3   | 5 | eve-ning, seldom e-ven-ing",
                "every           | every leaf is wet             | 2 3   | 5 | ev-ry, seldom ev-e-ry",
                "chocolate       | hot chocolate steam           | 2 3   | 4 | choc-late: a whole letter is not heard",
                "rhythm          | the rhythm of oars            | 2     | 5 | a syllable without a vowel letter",
                "prism           | a prism of ice                | 2     | 5 | likewise",
                "learned         | a learned man bows            | 1 2   | 4 | verb or adjective",
                "blessed         | blessed by the rain           | 1 2   | 4 | verb or adjective",
                "winged          | winged seeds spinning         | 1 2   | 4 | verb or adjective",
                "aged            | the aged pine leans           | 1 2   | 4 | verb or adjective",
                "crooked         | a crooked old fence           | 1 2   | 5 | adjective with -ed heard",
                "naked           | the naked branches            | 2     | 5 | no verb at all",
                "wicked          | a wicked north wind           | 2     | 5 | no verb at all",
                "loved           | the dog we loved once         | 1     | 5 | -ed without a syllable",
                "o'er            | mist o'er the meadow          | 1     | 5 | a contraction that drops V",
                "ne'er           | the moon ne'er answers        | 1     | 5 | likewise",
                "'twas           | 'twas only the wind           | 1     | 5 | an apostrophe that opens a word, not a quotation",
                "1999            | the year 1999                 | 5 9 10 | 7 | a year is read by its halves",
                "a.m.            | rain at 3 a.m.                | 2     | 5 | letters with full stops, within a line",
                "am              | rain at 3 am                  | 2     | 5 | letters without full stops, after a number only",
                "TV              | the blue TV light             | 2     | 5 | capitals are spelled, not read as television",
                "e-mail          | no e-mail today               | 2     | 5 | one word with a hyphen",
                "re-entry        | re-entry at dawn              | 3     | 5 | a hyphen keeps two vowels apart",
                "cooperate       | cooperate now                 | 4     | 5 | two vowels in a row without a hyphen",
                "II              | after World War II            | 1 3   | 5 | a numeral behind a name: two, or the second",
                "VIII            | King Henry VIII snores        | 1 2   | 6 | behind a ruler's name: the eighth, or eight",
                "naïve           | naive or naïve                | 2     | 5 | a diaeresis keeps vowels apart, and so without it",
                "café            | the café closes               | 2     | 5 | an accent voices the e",
                "dewdrop         | a dewdrop trembles            | 2     | 5 | a compound: no e to be heard within",
                "moonlit         | moonlit garden path           | 2     | 5 | a compound",
                "wildfire        | wildfire on the ridge         | 2 3   | 6 | a compound with fire",
                "firefly         | a firefly blinks              | 2 3   | 5 | a compound with a silent e within",
                "someone         | someone left the gate         | 2     | 5 | a compound with two silent e",
                "wherever        | wherever it fell              | 3     | 5 | here the e within is heard",
                "fireplace       | ash in the fireplace          | 2 3   | 6 | a compound with fire",
                "Joneses'        | the Joneses' old barn         | 2     | 5 | plural and possessive: one syllable after a hiss, not two",
                "y'all'd've      | y'all'd've loved that rain    | 2 3   | 5 | three contractions in one word"
            })
    void readsAHardWordInItsLine(String word, String line, String counts, int sum, String why) {
        List<WordCount> words = Syllables.english().line(line);

        assertThat(words)
                .filteredOn(each -> each.word().equals(word))
                .as(why)
                .singleElement()
                .satisfies(each -> assertThat(each.counts().stream().map(String::valueOf))
                        .as(word)
                        .containsExactly(counts.split(" ", -1)));
        assertThat(words.stream().mapToInt(WordCount::usual).sum()).as(line).isEqualTo(sum);
    }
}
