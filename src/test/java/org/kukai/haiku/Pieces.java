package org.kukai.haiku;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What the answers of {@link FuzzTest} are made of. */
final class Pieces {
    static final String[] LINES = {
        "old pond in the rain",
        "a frog jumps into the sound",
        "every hour the bell",
        "Sure, the ice will hold",
        "I'm sorry, my love",
        "Here is the river",
        "10 crows on the fence",
        "3 a.m. — the fridge hums",
        "- no one answers it",
        "“Not yet,” says the plum",
        "snow (or is it ash)",
        "Silent fields at dusk",
        "WAVES AGAINST THE PIER",
        "Winter Evening Train",
        "well - the moon knows why",
        "si-lent au-tumn rain",
        "the e-mail says * nothing *",
        "*this* one and **that** one",
        "this haiku has lines",
        "and then…",
        "5",
        "one: two: three: the crows",
        "Note the falling leaves",
        "古池や",
        "שלום עולם",
        "a",
        "the hours and the flowers of the fire",
        "Sure! Here is a haiku about rain:",
        "I cannot write that.",
        "Let me know if you'd like another one!",
        "This haiku follows the 5-7-5 structure."
    };
    static final String[] MARKS = {
        "",
        "",
        "",
        "**",
        "*",
        "_",
        "`",
        "```",
        "```text\n",
        "\n```",
        "# ",
        "## ",
        "> ",
        "- ",
        "• ",
        "1. ",
        "2) ",
        "(5)",
        " (7)",
        "[5]",
        " - 5",
        " (5-7-5)",
        "\"",
        "“",
        "”",
        "'",
        "‘",
        "’",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "<br>",
        "<p>",
        "</p>",
        "<think>",
        "</think>",
        "<haiku>",
        "</haiku>",
        "Line 1: ",
        "**Line 2:** ",
        "Haiku:",
        "Title: ",
        "🌸",
        " 🍁",
        "— Basho",
        "- Issa",
        "~ Anon",
        ".",
        ",",
        ";",
        ":",
        "—",
        "–",
        "-",
        "…",
        "...",
        "!",
        "?",
        "\\",
        "/",
        "|",
        "||",
        "{\"haiku\": \"",
        "\"}",
        "&nbsp;",
        "&amp;",
        "<",
        ">",
        "5",
        "5-7-5",
        "=",
        "~",
        "·",
        "<|im_end|>",
        "</s>",
        "$",
        "%",
        "&",
        "#"
    };
    static final String[] ENDS = {
        "\n", "\n", "\n\n", "\r\n", "\r", " ", "\t", " / ", " | ", "\n---\n", "\u2028", "\u0085", "\f"
    };
    static final String[] WORDS = {
        "moon",
        "river",
        "fire",
        "every",
        "flower",
        "quiet",
        "hour",
        "memory",
        "dragged",
        "blessed",
        "heron",
        "frost",
        "evening",
        "camera",
        "silence",
        "the",
        "a",
        "chrysanthemum"
    };

    private Pieces() {}

    /** Any characters at all: control characters, halves of surrogate pairs, right to left, marks that stack. */
    static Arbitrary<String> strange() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(6);
        Arbitrary<String> bad = Arbitraries.strings()
                .withChars(
                        '\0', '\u0001', '\u001b', '\u007f', '\u00a0', '\u00ad', '\u0301', '\u200b', '\u200d', '\u200f',
                        '\u202e')
                .withChars(
                        '\u2066', '\u2069', '\ufeff', '\ufffd', '\ud800', '\udc00', '\u0600', '\u3000', '\ufb01',
                        '\u212b')
                .ofMaxLength(4);
        Arbitrary<String> pictures =
                Arbitraries.of("👨‍👩‍👧", "🇯🇵", "✨", "❄️", "½", "²", "①", "℃", "Ⅳ", "㎏", "ﷺ", "e\u0301", "I\u0307");
        return Arbitraries.oneOf(any, bad, pictures);
    }
}
