package org.kukai.prompt.writing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes from an entry what models put around it: labels, quotes, emphasis, remarks on its kind. */
final class Tidy {
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|`");
    private static final Pattern LABEL = Pattern.compile(
            "^(?:\\*\\*[^*]{1,60}:\\*\\*|\\*\\*[^*]{1,60}\\*\\*\\s*[:–—-]|(?i:request|prompt|topic|command|question|instruction)\\s*#?\\d{0,3}\\s*:)\\s*(?=\\S)");
    private static final Pattern REMARK = Pattern.compile(
            "\\s*[(\\[](?i:an? )?(?i:polite )?(?i:command|question|imperative|request|statement)[)\\]]\\.?$");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final String OPENING = "\"“«‘'*_";
    private static final String CLOSING = "\"”»’'*_";

    private Tidy() {}

    static String entry(String raw) {
        String text = LABEL.matcher(raw.strip()).replaceFirst("");
        text = EMPHASIS.matcher(text).replaceAll("");
        text = SPACE.matcher(text).replaceAll(" ").strip();
        Matcher remark = REMARK.matcher(text);
        text = remark.find() && remark.start() > 0 ? text.substring(0, remark.start()) : text;
        return unquoted(text);
    }

    private static String unquoted(String entry) {
        String text = entry.endsWith(",") || entry.endsWith(";")
                ? entry.substring(0, entry.length() - 1).strip()
                : entry;
        while (text.length() > 1) {
            int kind = OPENING.indexOf(text.charAt(0));
            if (kind < 0 || text.charAt(text.length() - 1) != CLOSING.charAt(kind)) {
                return text;
            }
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }
}
