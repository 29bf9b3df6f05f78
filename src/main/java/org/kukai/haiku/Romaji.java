package org.kukai.haiku;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Japanese in Latin letters, which some models write line by line with the English of it. */
final class Romaji {

    private static final int LINES = 6;

    private static final Pattern WORDS = Pattern.compile(
            "(?:(?:(?:[kgszjtdnhbpmrwf]|ky|gy|sh|ch|ny|hy|by|py|my|ry|ts|y)?[aiueo\u0101\u012b\u016b\u0113\u014d]|n(?![aiueo])|kk|ss|tt|pp|[ '\u2019,.!\u2014-]))+",
            Pattern.CASE_INSENSITIVE);

    private Romaji() {}

    /** Every other one of six lines, where those between are Japanese and these are not; none else. */
    static List<Integer> english(List<Integer> lines, IntFunction<String> text) {
        if (lines.size() != LINES) {
            return List.of();
        }
        for (int first = 0; first < 2; first++) {
            int other = 1 - first;
            boolean turns = IntStream.range(0, LINES).allMatch(i -> is(text.apply(lines.get(i))) == (i % 2 == other));
            if (turns) {
                int start = first;
                return IntStream.range(0, LINES / 2)
                        .mapToObj(i -> lines.get(2 * i + start))
                        .toList();
            }
        }
        return List.of();
    }

    static boolean is(String text) {
        return text.length() <= RawLine.LONGEST && WORDS.matcher(text).matches();
    }
}
