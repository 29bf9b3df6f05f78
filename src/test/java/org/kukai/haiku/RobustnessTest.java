package org.kukai.haiku;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a model may answer: no exception, time in proportion to length, and extracting twice is extracting once. */
class RobustnessTest {

    private static final List<String> PIECES = List.of(
            "An old silent pond",
            "A frog jumps into the pond",
            "Splash! Silence again.",
            "\n",
            "\n",
            "\n\n",
            " / ",
            "|",
            "```",
            "**",
            "*",
            "_",
            "\"",
            "\u201c",
            "\u201d",
            "'",
            "# ",
            "- ",
            "1. ",
            "Line 2: ",
            "(5)",
            "(5-7-5)",
            "Haiku:",
            "Sure!",
            "Here is a haiku:",
            "I hope you like this haiku",
            "- Basho",
            "<br>",
            "<p>",
            "&amp;",
            "\ud83c\udf38",
            "\u200d",
            "\u202e",
            "\ufeff",
            "\u0000",
            "\r",
            "\t",
            "si-lent",
            "a\u00b7gain",
            "\u6625",
            "7",
            "~",
            "---",
            ">",
            "Title: Pond",
            "</think>",
            "\ud800",
            "\\n",
            ":",
            ",",
            "\u2014",
            "5 syllables",
            "[",
            "]",
            "(",
            ")",
            "{",
            "Autumn Moon",
            "the",
            "o'er",
            "\u0301");

    private final Scorer scorer = new Scorer();

    @Test
    void neverThrowsAndExtractsTheSameAgain() {
        Random random = new Random(575);
        for (int i = 0; i < 6_000; i++) {
            StringBuilder raw = new StringBuilder();
            for (int pieces = random.nextInt(24); pieces > 0; pieces--) {
                raw.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(3) == 0 ? " " : "");
            }
            holds(raw.toString());
        }
    }

    @Test
    void neverThrowsOnRandomCharacters() {
        Random random = new Random(17);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder raw = new StringBuilder();
            int range = List.of(0x80, 0x800, 0x10000, 0x110000).get(i % 4);
            for (int length = random.nextInt(120); length > 0; length--) {
                raw.appendCodePoint(random.nextInt(6) == 0 ? '\n' : random.nextInt(range));
            }
            holds(raw.toString());
        }
    }

    private void holds(String raw) {
        Verdict once = scorer.verdict(raw);
        Verdict twice = scorer.verdict(once.text());
        assertThat(twice.text()).as("of %s", raw.replace("\n", "\\n")).isEqualTo(once.text());
        assertThat(twice.score()).as("of %s", raw.replace("\n", "\\n")).isEqualTo(once.score());
        assertThat(once.text()).doesNotContain("\u0000", "\r");
        assertThat(once.score()).isBetween(0, 4);
        assertThat(once.form575()).isEqualTo(once.score() == 4);
        assertThat(once.problem() == null || !once.form575()).isTrue();
        once.lines().forEach(line -> assertThat(line.counts()).isSorted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "*",
                "_",
                "**a",
                "(",
                "\"",
                "- ",
                "/ ",
                "|",
                "<",
                "<a",
                "&",
                "a-",
                "a'",
                "'",
                "1",
                "1.",
                "1,",
                ".",
                "a.",
                ":",
                "a\n",
                "*a*\n",
                "(5)\n",
                "- a\n",
                "a / b\n",
                "\n",
                "\u202e",
                "\ud83c\udf38",
                "e\u0301",
                "#",
                "haiku ",
                "haiku:",
                "the pond ",
                "```\n",
                "`",
                "~",
                "aa",
                "sh",
                "\u00b7a",
                "line 1: ",
                "syllable ",
                "5-7-",
                "I hope ",
                "An Old ",
                "\\n"
            })
    void takesTimeInProportionToTheLength(String piece) {
        IntFunction<Long> nanos = length -> {
            String raw = piece.repeat(length / piece.length());
            long start = System.nanoTime();
            holds(raw);
            return System.nanoTime() - start;
        };
        assertThat(nanos.apply(5_000))
                .as("the time of the first, which warms up")
                .isPositive();
        long small = Math.max(20_000_000, nanos.apply(5_000));
        // twenty times the length may take twenty times as long; a quadratic step would take four hundred times
        assertThat(nanos.apply(100_000)).isLessThan(small * 80);
    }

    @Test
    void takesTenThousandLines() {
        Verdict verdict = scorer.verdict("the quiet pond\n".repeat(10_000));
        assertThat(verdict.problem()).isEqualTo("lines:10000");
        assertThat(verdict.lines()).hasSize(40);
    }
}
