package org.kukai.dataset;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts text that others wrote into Markdown, so that it stays text. */
final class Markdown {
    private static final Pattern FENCE = Pattern.compile("`{3,}");
    private static final Pattern ACTIVE = Pattern.compile("[\\\\`*_\\[\\]<>|#&]");
    private static final Pattern BREAKS = Pattern.compile("\\s+");

    private Markdown() {}

    /** A fenced block, by a fence that the text does not have. */
    static String block(String text) {
        int longest = FENCE.matcher(text)
                .results()
                .mapToInt(m -> m.end() - m.start())
                .max()
                .orElse(2);
        String fence = "`".repeat(longest + 1);
        return fence + "text\n" + text.strip() + "\n" + fence + "\n";
    }

    /** Words within a line. */
    static String inline(String text) {
        return ACTIVE.matcher(BREAKS.matcher(text.strip()).replaceAll(" "))
                .replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()));
    }
}
