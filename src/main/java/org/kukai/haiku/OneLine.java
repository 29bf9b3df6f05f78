package org.kukai.haiku;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A poem on one line, its lines parted by strokes. */
final class OneLine {

    private static final Pattern STROKE = Pattern.compile("\\s+/{1,2}\\s*|\\s*/{1,2}\\s+|\\s*//\\s*|\\s*\\|\\s*");
    private static final Pattern TIGHT = Pattern.compile("/");

    private OneLine() {}

    /** The parts of a line between strokes that have words; the line itself when it has no stroke. */
    static List<String> segments(String line) {
        List<String> segments = parts(STROKE, line);
        if (segments.size() > 1 || line.length() > 400) {
            return segments;
        }
        List<String> tight = parts(TIGHT, line);
        return tight.size() == 3 && tight.stream().allMatch(part -> part.indexOf(' ') > 0) ? tight : segments;
    }

    private static List<String> parts(Pattern stroke, String line) {
        return Arrays.stream(stroke.split(line, -1))
                .map(String::strip)
                .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }
}
