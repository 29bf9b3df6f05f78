package org.kukai.haiku;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.kukai.syllable.Syllables;

import static org.assertj.core.api.Assertions.assertThat;

/** The short way for clean answers must say what the long one says. */
class PlainAnswerTest {
    private static final List<String> WORDS = List.of(
            "sure",
            "Sure!",
            "here",
            "is",
            "a",
            "haiku",
            "about",
            "the",
            "pond",
            "frog",
            "I",
            "I'm",
            "sorry,",
            "cannot",
            "write",
            "line",
            "poem",
            "my",
            "moon",
            "fire",
            "every",
            "evening",
            "snow-white",
            "si-lent",
            "silent",
            "old",
            "\u2014",
            "- Basho",
            "again.",
            "Splash!",
            "okay,",
            "enjoy!",
            "hope",
            "you",
            "like",
            "it",
            "let",
            "me",
            "know",
            "Of",
            "course",
            "thank",
            "rain,",
            "autumn\u2026",
            "remembering",
            "a.",
            "II.",
            "'twas",
            "nothin'",
            "o\u2019er",
            "no",
            "great",
            "as",
            "an",
            "AI",
            "verse",
            "quiet;",
            "wind?",
            "re-entry",
            "to-night");

    private final Scorer scorer = new Scorer();
    private final Extractor longWay = new Extractor(Syllables.english());

    @Test
    void saysWhatTheLongWaySays() {
        Random random = new Random(575);
        int plain = 0;
        for (int i = 0; i < 10_000; i++) {
            String raw = line(random) + "\n" + line(random) + "\n" + line(random);
            if (PlainAnswer.lines(raw) != null) {
                plain++;
                Verdict verdict = scorer.verdict(raw);
                Extraction expected = longWay.extract(raw, false);
                assertThat(verdict.text()).as(raw).isEqualTo(expected.text());
                assertThat(verdict.problem()).as(raw).isEqualTo(expected.problem());
                assertThat(verdict.removals()).as(raw).isEqualTo(expected.removals());
            }
        }
        assertThat(plain).isGreaterThan(3_000);
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        for (int words = 1 + random.nextInt(6); words > 0; words--) {
            line.append(WORDS.get(random.nextInt(WORDS.size()))).append(words > 1 ? " " : "");
        }
        return line.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one\ntwo", "one\n\ntwo\nthree", "one\ntwo\nthree\nfour", "- one\ntwo\nthree", "one\ntwo\n3",
                        "one\ntwo\nthree: four",
                "*one*\ntwo\nthree", "\"one\ntwo\nthree\"", "si-lent\na-gain\nthree", "one\ntw\u00b7o\nthree",
                        "one\ntwo\nthree\ud83c\udf38", ""
            })
    void leavesAllElseToTheLongWay(String raw) {
        assertThat(PlainAnswer.lines(raw)).isNull();
    }
}
