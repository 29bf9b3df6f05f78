package org.kukai.haiku;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.kukai.haiku.Removal.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kukai.haiku.Removal.Reason.*;

/** Every kind of chatter around one poem, and what is not a poem at all. */
class ExtractionTest {

    private static final String A = "An old silent pond";
    private static final String B = "A frog jumps into the pond";
    private static final String C = "Splash! Silence again.";
    private static final String POEM = A + "\n" + B + "\n" + C;

    private final Scorer scorer = new Scorer();

    private static Arguments of(String raw, Reason... reasons) {
        return Arguments.of(raw, List.of(reasons));
    }

    static Stream<Arguments> chatter() {
        return Stream.of(
                of("```\n" + POEM + "\n```", FENCE),
                of("```text\n" + POEM + "\n```\n", FENCE),
                of("Here is a haiku:\n\n```\n" + POEM + "\n```\n\nI hope you like it!", PREAMBLE, FENCE, CLOSING),
                of("\"" + POEM + "\"", QUOTE),
                of("\u201c" + POEM + "\u201d", QUOTE),
                of("\"" + A + "\"\n\"" + B + "\"\n\"" + C + "\"", QUOTE),
                of("'" + POEM + "'", QUOTE),
                of("**" + POEM + "**", EMPHASIS),
                of("*" + A + "*\n*" + B + "*\n*" + C + "*", EMPHASIS),
                of("_" + A + "_  \n_" + B + "_  \n_" + C + "_", EMPHASIS),
                of("1. " + A + "\n2. " + B + "\n3. " + C, LIST),
                of("1) " + A + "\n2) " + B + "\n3) " + C, LIST),
                of("- " + A + "\n- " + B + "\n- " + C, LIST),
                of("\u2022 " + A + "\n\u2022 " + B + "\n\u2022 " + C, LIST),
                of("> " + A + "\n> " + B + "\n> " + C, LIST),
                of("Line 1: " + A + "\nLine 2: " + B + "\nLine 3: " + C, LABEL),
                of("**Line 1 (5):** " + A + "\n**Line 2 (7):** " + B + "\n**Line 3 (5):** " + C, LABEL, EMPHASIS),
                of("First line: " + A + "\nSecond line: " + B + "\nThird line: " + C, LABEL),
                of("Haiku: " + POEM, LABEL),
                of("# The Old Pond\n\n" + POEM, TITLE),
                of("**The Old Pond**\n\n" + POEM, TITLE),
                of("**The Old Pond**\n" + POEM, TITLE),
                of("The Old Pond\n\n" + POEM, TITLE),
                of("The Old Pond\n" + POEM, TITLE),
                of("Title: The Old Pond\n" + POEM, TITLE),
                of("Haiku about a pond\n\n" + POEM, TITLE),
                of("Sure! Here is a haiku about a pond:\n\n" + POEM, PREAMBLE),
                of("Sure! Here's one for you:\n" + POEM, PREAMBLE),
                of("Certainly!\n\n" + POEM, PREAMBLE),
                of("I'd be happy to write a haiku for you.\n\n" + POEM, PREAMBLE),
                of("Write a haiku about a pond.\n\n" + POEM, PREAMBLE),
                of(POEM + "\n\nI hope you enjoy this haiku!", CLOSING),
                of(POEM + "\nLet me know if you would like another one.", CLOSING),
                of(POEM + "\n\nThis haiku captures the stillness of a pond, broken for a moment by a frog.", CLOSING),
                of(POEM + "\n\nExplanation: the pond stands for the mind.\nThe frog stands for a thought.", CLOSING),
                of(A + " (5)\n" + B + " (7)\n" + C + " (5)", ANNOTATION),
                of(A + " (5 syllables)\n" + B + " (7 syllables)\n" + C + " (5 syllables)", ANNOTATION),
                of(A + " - 5\n" + B + " - 7\n" + C + " - 5", ANNOTATION),
                of(A + " \u2013 5\n" + B + " \u2013 8\n" + C + " \u2013 5", ANNOTATION),
                of(A + ": 5\n" + B + ": 7\n" + C + ": 5", ANNOTATION),
                of(A + " 5\n" + B + " 7\n" + C + " 5", ANNOTATION),
                of("5: " + A + "\n7: " + B + "\n5: " + C, ANNOTATION),
                of("5 - " + A + "\n7 - " + B + "\n5 - " + C, ANNOTATION),
                of("1: " + A + "\n2: " + B + "\n3: " + C, LIST),
                of("Haiku - " + POEM, LABEL),
                of(POEM + "\n(5-7-5)", ANNOTATION),
                of(POEM + " (5-7-5)", ANNOTATION),
                of(A + "\n(5 syllables)\n" + B + "\n(7 syllables)\n" + C + "\n(5 syllables)", ANNOTATION),
                of(
                        "An old si\u00b7lent pond\nA frog jumps in\u00b7to the pond\nSplash! Si\u00b7lence a\u00b7gain.",
                        SPLIT),
                of("An old si-lent pond\nA frog jumps in-to the pond\nSplash! Si-lence a-gain.", SPLIT),
                of(POEM + "\n- Basho", SIGNATURE),
                of(POEM + "\n\n\u2014 Matsuo Bash\u014d", SIGNATURE),
                of(POEM + "\n\n*by Matsuo Basho*", SIGNATURE),
                of("\ud83d\udc38 " + A + " \ud83d\udc38\n" + B + " \ud83c\udf38\u2728\n" + C + " \ud83d\udca6", EMOJI),
                of(POEM + "\n\n\ud83d\udc38\ud83d\udc38", EMOJI),
                of(A + "<br>" + B + "<br/>" + C, HTML),
                of("<p><em>" + A + "</em></p><p><em>" + B + "</em></p><p><em>" + C + "</em></p>", HTML),
                of(A + " / " + B + " / " + C, SEPARATOR),
                of(A + " | " + B + " | " + C, SEPARATOR),
                of("Here is a haiku: " + A + " / " + B + " / " + C, PREAMBLE, SEPARATOR),
                of(A + " /\n" + B + " /\n" + C, SEPARATOR),
                of(A + "\\n" + B + "\\n" + C, SEPARATOR),
                of(A + "\n\n" + B + "\n\n" + C, SEPARATOR),
                of(
                        "Here is your haiku:\n\n" + A + "\n\n" + B + "\n\n" + C + "\n\nEnjoy!",
                        PREAMBLE,
                        SEPARATOR,
                        CLOSING),
                of(POEM + "\n\nWinter is coming\nThe leaves have fallen from trees\nSnow will soon be here", CLOSING),
                of("Haiku 1:\n" + POEM + "\n\nHaiku 2:\nWinter is coming\nThe leaves are gone now\nSnow here", TITLE),
                of("<think>\nThe user wants a haiku.\n</think>\n\n" + POEM, PREAMBLE),
                of("\ufeff" + POEM, UNPRINTABLE),
                of("\u202e" + A + "\u0000\n" + B + "\n" + C, UNPRINTABLE),
                of(POEM + "<|im_end|>", TURN),
                of("A: " + A + "\nB: " + B + "\nC: " + C, LIST),
                of("i - " + A + "\nii - " + B + "\niii - " + C, LIST),
                of("five / " + A + "\nseven / " + B + "\nfive / " + C, ANNOTATION),
                of(A + " /5\n" + B + " /7\n" + C + " /5", ANNOTATION),
                of(A + " \u2192 5\n" + B + " \u2192 7\n" + C + " \u2192 5", ANNOTATION),
                of(POEM + " - 5", ANNOTATION),
                of(POEM + " \u2013 5", ANNOTATION),
                of(POEM + " \u2464", ANNOTATION),
                of(POEM + " [1]", ANNOTATION),
                of(POEM + " [END]", TURN),
                of(POEM + "<end>", TURN),
                of(A + "\\n\n" + B + "\\n\n" + C, SEPARATOR),
                of(POEM + " <br", HTML),
                of("Draft: " + POEM, LABEL),
                of("Me: " + POEM, LABEL),
                of("**A**n old silent pond\n**A** frog jumps into the pond\n**S**plash! Silence again.", EMPHASIS),
                of("_A_n old silent pond\nA frog j*um*ps into the pond\n__S__plash! Silence again.", EMPHASIS),
                of("{\"draft\":\"One\\nTwo\\nThree\",\"final\":\"" + POEM.replace("\n", "\\n") + "\"}", WRAPPER),
                of("\\boxed{" + POEM + "}", WRAPPER),
                of(POEM + "\n\n<think>\nI count the syllables of it", CLOSING),
                of("---\n" + POEM + "\n---", FENCE));
    }

    @ParameterizedTest
    @MethodSource("chatter")
    void keepsThePoemAndSaysWhatItTookAway(String raw, List<Reason> reasons) {
        Verdict verdict = scorer.verdict(raw);

        assertThat(verdict.text()).isEqualTo(POEM);
        assertThat(verdict.problem()).isNull();
        assertThat(verdict.chatter()).isTrue();
        assertThat(verdict.score()).isEqualTo(4);
        assertThat(verdict.removals()).extracting(Removal::reason).containsAll(reasons);
    }

    @ParameterizedTest
    @MethodSource("clean")
    void takesNothingFromACleanAnswer(String raw) {
        Verdict verdict = scorer.verdict(raw);

        assertThat(verdict.removals()).isEmpty();
        assertThat(verdict.chatter()).isFalse();
        assertThat(verdict.problem()).isNull();
        assertThat(verdict.text()).isEqualTo(raw.strip().replaceAll("\\s*\\R\\s*", "\n"));
    }

    static Stream<String> clean() {
        return Stream.of(
                POEM,
                POEM + "\n",
                "  " + A + "  \r\n  " + B + "\r\n" + C + "\r\n\r\n",
                "she whispers \"stay here\"\nthe candle bends toward the door\n\"go\" says the cold moon",
                "'twas the first of snow\nthe dogs' breath hung in the lane\no'er roofs, nothin'",
                "here is the moonlight\nresting on the rice bowl's rim\nsure as a heron",
                "Thank you, autumn rain\nfor the sound upon the roof\nI cannot sleep now",
                "snow-covered mountains\nthe wind-blown and rain-washed pines\nhalf-moon, half-shadow",
                "moss\u2014\nold stones\u2014 the sound of water\u2026\n(almost) a temple",
                "the old clock strikes 5\ntwo cats in 1999\nnobody counts 7");
    }

    static Stream<Arguments> noPoem() {
        return Stream.of(
                Arguments.of("", "empty"),
                Arguments.of(" \n\t\n ", "empty"),
                Arguments.of("\ud83c\udf38\ud83c\udf38", "empty"),
                Arguments.of("...", "empty"),
                Arguments.of("7.", "empty"),
                Arguments.of("An old silent pond", "one-line"),
                Arguments.of("The pond is old. A frog jumps in. There is a splash and then silence again.", "one-line"),
                Arguments.of(POEM + "\nThe moon looks away", "lines:4"),
                Arguments.of("Sure! Here is a haiku:\n\n" + POEM + "\nThe moon looks away", "lines:4"),
                Arguments.of(A + "\n" + B, "lines:2"),
                Arguments.of(A + "\nA frog jumps into the", "cut"),
                Arguments.of(POEM + "\nThe rings go on and on and\nThe moon looks away", "lines:5"),
                Arguments.of(POEM + "\n\nThe rings go on and on and\nThe moon looks away", "lines:5"),
                Arguments.of(A + " / " + B + " / " + C + " / the moon", "lines:4"),
                Arguments.of("I'm sorry, but I can't help with that.", "refusal"),
                Arguments.of("I cannot write that poem.\nPlease ask for something else.\nThank you.", "refusal"),
                Arguments.of("As an AI language model, I have no feelings about ponds.", "refusal"),
                Arguments.of("I'm sorry, I can't\nwrite a haiku about that\nplease try something else", "refusal"),
                Arguments.of("As an AI, I\ncannot write a haiku now\nplease ask me again", "refusal"),
                Arguments.of("[First line of haiku]\n[Second line of the haiku]\n[Third line of haiku]", "empty"),
                Arguments.of("古池や蛙飛び込む水の音", "not-english"),
                Arguments.of("старый пруд\nпрыгнула", "not-english"));
    }

    @ParameterizedTest
    @MethodSource("noPoem")
    void leavesAnAnswerWithoutAPoemAsItIsAndNamesTheProblem(String raw, String problem) {
        Verdict verdict = scorer.verdict(raw);

        assertThat(verdict.problem()).isEqualTo(problem);
        assertThat(verdict.text()).isEqualTo(raw.strip());
        assertThat(verdict.score()).isZero();
        assertThat(verdict.form575()).isFalse();
    }

    @Test
    void callsAnAnswerCutWhenItIsKnownToHaveEndedEarly() {
        assertThat(scorer.verdict(A + "\n" + B, true).problem()).isEqualTo("cut");
        assertThat(scorer.verdict(POEM, true).problem()).isNull();
    }

    @Test
    void takesAPoemAfterAHalfheartedRefusal() {
        Verdict verdict = scorer.verdict("I'm sorry, I am not good at this, but here is a haiku:\n\n" + POEM);
        assertThat(verdict.text()).isEqualTo(POEM);
    }

    @Test
    void keepsAThreeLinePoemInAnotherScriptButVouchesForNothing() {
        Verdict verdict = scorer.verdict("古池や\n蛙飛び込む\n水の音");
        assertThat(verdict.problem()).isEqualTo("not-english");
        assertThat(verdict.score()).isEqualTo(1);
    }
}
