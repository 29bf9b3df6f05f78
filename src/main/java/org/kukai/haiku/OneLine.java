package org.kukai.haiku;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A poem on one line: its lines are parted by strokes, by their own numbers, or by other marks where the parts have the form. */
final class OneLine {

    private static final int LINES = 3;
    /** Shorter texts have no seventeen syllables in three parts. */
    private static final int SHORTEST = 30;

    private static final Pattern STROKE = Pattern.compile(
            "\\s+/{1,2}\\s*|\\s*/{1,2}\\s+|\\s*//\\s*|\\s*\\|\\s*|\\s*[\uff0f\uff5c]\\s*|\\s+\\\\{1,2}\\s+|\\s*[\u23ce\u21b5\u2424\u00b6]\\s*");
    private static final Pattern TIGHT = Pattern.compile("/");
    private static final Pattern SOFT = Pattern.compile(
            "\\s+(?:-{1,3}|[\u2013\u2014\u2022\u00b7\u2219\u22c5~;*\u2192]|\\.\\.\\.|\u2026)\\s+|\\s*\u2014\\s*|;\\s+");
    private static final Pattern PHRASE = Pattern.compile("(?<=[,;.!?])\\s+");
    private static final Pattern NUMBER = Pattern.compile("(?:^|\\s)(?:(?i:line )?([123])[.):]|\\(([123])\\))\\s+");
    private static final Pattern COUNT = Pattern.compile("\\s*[(\\[]([57])(?: syllables)?[)\\]][.,;]?(?:\\s+|$)");

    private static final String SOFT_MARKS = "-\u2013\u2014\u2022\u00b7\u2219\u22c5~;*\u2192.\u2026";
    private static final String MARKS = "\uff0f\uff5c/|\\\u23ce\u21b5\u2424\u00b6";

    private OneLine() {}

    /** The parts of a line between strokes that have words; the line itself when it has no stroke. */
    static List<String> segments(String line) {
        if (!Glance.has(line, MARKS)) {
            return List.of(line);
        }
        List<String> segments = parts(STROKE, line);
        if (segments.size() > 1 || line.length() > RawLine.LONGEST) {
            return segments;
        }
        List<String> tight = parts(TIGHT, line);
        return tight.size() == LINES && tight.stream().allMatch(OneLine::hasWords) ? tight : segments;
    }

    /** The same; also parts between other marks, when they have the form. */
    static List<String> segments(RawLine whole, Form form) {
        String line = whole.text();
        if (line.length() < SHORTEST) {
            return segments(line);
        }
        List<String> segments = segments(line);
        if (segments.size() == LINES || whole.raw().length() > RawLine.LONGEST) {
            return segments;
        }
        boolean digits = Glance.hasDigit(whole.raw());
        List<String> numbered = digits ? numbered(NUMBER, whole.raw(), "123") : List.of();
        if (numbered.size() == LINES) {
            return numbered;
        }
        List<String> counted = digits ? numbered(COUNT, whole.raw(), "575") : List.of();
        if (counted.size() == LINES) {
            return counted;
        }
        List<String> soft = Glance.has(line, SOFT_MARKS) ? parts(SOFT, line) : List.of();
        if (soft.size() == LINES && form.fits(soft)) {
            return soft;
        }
        return segments;
    }

    /** The first of several lines that each hold a whole poem between strokes; -1 when there are no two such lines. */
    static int firstOfSeveral(List<RawLine> lines) {
        int[] poems = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).isVerse() && isPoem(lines.get(i).text()))
                .limit(2)
                .toArray();
        return poems.length == 2 ? poems[0] : -1;
    }

    private static boolean isPoem(String line) {
        if (!Glance.has(line, MARKS)) {
            return false;
        }
        List<String> segments = segments(line);
        return segments.size() == LINES && segments.stream().allMatch(OneLine::hasWords);
    }

    /** Parts between commas or sentences, where they have the form; none else. */
    static List<String> phrases(String line, Form form) {
        if (line.length() > RawLine.LONGEST) {
            return List.of();
        }
        List<String> phrases = parts(PHRASE, line);
        return phrases.size() == LINES && form.fits(phrases) ? phrases : List.of();
    }

    private static List<String> parts(Pattern stroke, String line) {
        return Arrays.stream(stroke.split(line, -1))
                .map(String::strip)
                .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static boolean hasWords(String part) {
        return part.indexOf(' ') > 0;
    }

    /** The parts between numbers that stand in this order and no other. */
    private static List<String> numbered(Pattern number, String line, String order) {
        StringBuilder numbers = new StringBuilder();
        Matcher matcher = number.matcher(line);
        while (matcher.find()) {
            numbers.append(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        List<String> parts = order.contentEquals(numbers) ? parts(number, line) : new ArrayList<>();
        return parts.stream().allMatch(OneLine::hasWords) ? parts : List.of();
    }
}
