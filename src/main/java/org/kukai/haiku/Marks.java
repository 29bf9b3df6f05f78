package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.kukai.haiku.Removal.Reason;

/**
 * Takes off what nobody reads as verse, whatever the syllables come to with it: marks in sequence on all lines, the count of a line behind
 * it, footnotes, the label of the poem. That it fits the form is no reason to count it.
 */
final class Marks {

    private static final String DASH = "[-\u2013\u2014]";
    private static final String NUMBER = "(\\d|i{1,3}|[abc]|one|two|three|five|seven)";
    private static final Pattern BEFORE = Pattern.compile(
            "^[(\\[]?" + NUMBER + "[)\\]]?(?:\\s*[:.)\\]/](?!\\d)|\\s+" + DASH + "(?=\\s))\\s*(?=\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile(
            "(?<=[^\\s\\d])(?:\\s*[,;:/|=\u2192\u2013\u2014]\\s*|\\s+-+\\s*)(\\d|five|seven)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_AFTER = Pattern.compile("(?<=[^\\s\\d])\\s+(\\d)$");
    private static final Set<List<String>> SEQUENCES = Set.of(
            List.of("1", "2", "3"),
            List.of("a", "b", "c"),
            List.of("i", "ii", "iii"),
            List.of("one", "two", "three"),
            List.of("5", "7", "5"),
            List.of("five", "seven", "five"));
    private static final Set<List<String>> FORM = Set.of(List.of("5", "7", "5"));

    private static final List<Pattern> COUNTS =
            List.of(count("5|five", "\u2464\u2075", "\\s-+|"), count("7|seven", "\u2466\u2077", ""));
    private static final Pattern FOOTNOTE = Pattern.compile(
            "(?<=[\\p{L}\\p{Po}])(?:\\s*\\[\\d{1,2}\\](?=[.,;!?]?$)|\\[\\d{1,2}\\]|(?<=\\p{L}{2}|\\p{Po})[\u00b9\u00b2\u00b3](?![\\p{L}\\d]))");
    private static final Pattern LABEL = Pattern.compile(
            "^(?:(?:poem|haiku|answer|final|final (?:answer|haiku|poem)|draft|ai|bot|assistant|mistral|me|verse|text|a)\\s*:\\s*){1,3}(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    private final List<String> lines;
    private final List<Removal> removals;

    Marks(List<String> lines, List<Removal> removals) {
        this.lines = lines;
        this.removals = removals;
    }

    /** <i>and the sky falls (5)</i>; but <i>the train leaves from track - 7</i> stays. */
    private static Pattern count(String number, String signs, String hyphen) {
        String digit = number.substring(0, 1);
        return Pattern.compile(
                "(?<=[^\\s\\d])\\s*(?:[(\\[{]\\s*(?:" + number + ")\\s*[)\\]}]|[" + signs + "]|(?:[\u2013\u2014|]|"
                        + hyphen + "[\u2705\u2713\u2714]\ufe0f?)\\s*" + digit + ")[.,;]?$",
                Pattern.CASE_INSENSITIVE);
    }

    /** What stands on all lines alike. */
    void sequences() {
        sequence(BEFORE, SEQUENCES, Reason.LIST);
        sequence(AFTER, SEQUENCES, Reason.ANNOTATION);
        sequence(BARE_AFTER, FORM, Reason.ANNOTATION);
    }

    void strip() {
        boolean noted = lines.stream().anyMatch(line -> line.indexOf('\u00b9') > 0); // mc² alone is no note
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (Glance.has(line, "57fFsS\u2464\u2466\u2075\u2077") && i < Form.SYLLABLES.size()) {
                take(i, COUNTS.get(Form.SYLLABLES.get(i) == 5 ? 0 : 1), Reason.ANNOTATION);
            }
            if (line.indexOf('[') > 0 || noted) {
                take(i, FOOTNOTE, Reason.ANNOTATION);
            }
        }
        if (lines.getFirst().indexOf(':') > 0) {
            take(0, LABEL, Reason.LABEL);
        }
    }

    private void sequence(Pattern pattern, Set<List<String>> allowed, Reason reason) {
        List<String> found = new ArrayList<>();
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (!matcher.find()) {
                return;
            }
            MatchResult mark = matcher.toMatchResult();
            found.add(mark.group(1).toLowerCase(Locale.ROOT));
        }
        if (allowed.contains(found)) {
            for (int i = 0; i < lines.size(); i++) {
                take(i, pattern, Character.isDigit(found.getFirst().charAt(0)) ? Reason.ANNOTATION : reason);
            }
        }
    }

    private void take(int line, Pattern pattern, Reason reason) {
        String left = pattern.matcher(lines.get(line)).replaceAll("").strip();
        if (!left.equals(lines.get(line)) && !left.isEmpty()) {
            removals.add(new Removal(reason, lines.get(line)));
            lines.set(line, left);
        }
    }
}
