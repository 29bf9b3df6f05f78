package org.kukai.haiku;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kukai.haiku.Removal.Reason;

/** Finds the poem in what a program would read that is no JSON: the arguments of a call, one for each line, or a quoted field of CSV (RFC 4180). */
final class Fields {

    private static final int LINES = 3;
    private static final int LONGEST = 1000;

    private static final Pattern ARGUMENT = Pattern.compile(
            "\\b(?:line|verse|first|second|third)[ _-]?(?:[123]|one|two|three|line)?\\s*[=:]\\s*[\"']([^\"\\n]{1,120}?)[\"'](?=\\s*[,)\\n])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER = Pattern.compile("[\\w \"]{1,40}(?:,[\\w \"]{1,40}){0,9}");
    private static final Pattern LAST_FIELD = Pattern.compile("(?:^|[,\\n])\"((?:[^\"]|\"\"){1,600})\"\\s*$");

    private Fields() {}

    /** The text with the poem alone; the same text when there is none in such a field. */
    static String plain(String text, List<Removal> removals) {
        if (text.length() > LONGEST || (text.indexOf('"') < 0 && text.indexOf('\'') < 0)) {
            return text;
        }
        if (text.endsWith(")")) {
            List<String> arguments = ARGUMENT.matcher(text)
                    .results()
                    .map((MatchResult argument) -> argument.group(1))
                    .toList();
            return arguments.size() == LINES ? found(text, String.join("\n", arguments), removals) : text;
        }
        int end = text.indexOf('\n');
        if (end < 0
                || !text.endsWith("\"")
                || !HEADER.matcher(text.substring(0, end)).matches()) {
            return text;
        }
        Matcher field = LAST_FIELD.matcher(text);
        boolean lines = field.find(end) && field.group(1).strip().indexOf('\n') > 0;
        return lines && text.substring(0, end).indexOf(',') > 0
                ? found(text, field.group(1).replace("\"\"", "\""), removals)
                : text;
    }

    private static String found(String text, String poem, List<Removal> removals) {
        removals.add(new Removal(Reason.WRAPPER, Cleaning.shortened(text)));
        return poem;
    }
}
