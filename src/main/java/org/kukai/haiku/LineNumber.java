package org.kukai.haiku;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A number that labels a line, as its count of syllables or its place: in digits, words, letters, Roman or Chinese numerals, with or
 * without a unit, with brackets or a mark that parts it from the verse. Only what it looks like is told here; whether it is meant
 * {@link Marks} says, which sees all lines.
 *
 * @param value what it says
 * @param word whether it could be a word of a verse, so that only a mark shows what it is
 * @param comma whether that mark is a comma, which parts words of a verse too
 * @param start where what goes with it begins
 * @param end where that ends
 */
record LineNumber(int value, boolean word, boolean comma, int start, int end) {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("first", 1),
            Map.entry("second", 2),
            Map.entry("third", 3),
            Map.entry("i", 1),
            Map.entry("ii", 2),
            Map.entry("iii", 3),
            Map.entry("iv", 4),
            Map.entry("v", 5),
            Map.entry("vi", 6),
            Map.entry("vii", 7),
            Map.entry("viii", 8),
            Map.entry("a", 1),
            Map.entry("b", 2),
            Map.entry("c", 3));
    /** Words with which a line may end that tells its count. */
    private static final Set<String> UNITS =
            Set.of("syllable", "syllables", "syl", "beat", "beats", "mora", "morae", "sound", "sounds");

    private static final int LONGEST_WORD = 6;

    private static final String CHINESE = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d";
    /** Each a row of signs from nought on. */
    private static final List<String> SIGNS = List.of(
            "0123456789",
            "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079",
            "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089",
            "\u24ea\u2460\u2461\u2462\u2463\u2464\u2465\u2466\u2467\u2468",
            "\u24ff\u2776\u2777\u2778\u2779\u277a\u277b\u277c\u277d\u277e",
            "\u3007" + CHINESE);

    private static final String SIGN = "(?<sign>[" + String.join("", SIGNS) + "]\ufe0f?\u20e3?)";
    private static final String WORD =
            "(?<word>\\b(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|viii|vii|vi|iv|v|iii|ii|i|[abc])\\b)";
    private static final String UNIT = "(?:[-\\s]?(?:syl\\p{L}*\\.?|beats?|mora[es]?|sounds?|\u97f3|\u5b57))";
    private static final String OF_THREE = "(?:\\s?(?:/|of)\\s?3)";
    private static final String EITHER = "(?:" + SIGN + "|" + WORD + ")(?:" + UNIT + "|" + OF_THREE + ")?";
    private static final String BRACKETED = "[(\\[{<\uff08\u3010]\\s*" + EITHER + "\\s*[)\\]}>\uff09\u3011]";

    private static final List<Pattern> BEFORE = List.of(
            pattern("^" + BRACKETED + "\\s*(?:[:.,;/|=>\u2013\u2014-]+\\s+)?(?=\\S)"),
            pattern(
                    "^" + EITHER
                            + "(?:\\s*(?<mark>[:;.,!)\\]/|=~\u2192>\u2013\u2014\uff1a\u3001\u00b7\u2022]+)(?!\\d)|\\s+-+>?(?=\\s))\\s*(?=\\S)"),
            pattern("^" + SIGN + "(?:" + UNIT + "|" + OF_THREE + ")?(?:\\s+|(?<![0-9]))(?=\\p{L})"),
            Pattern.compile("^(?<word>VII|V|III|II|I)\\s+(?=\\S)"));
    private static final List<Pattern> AFTER = List.of(
            pattern("(?<=\\S)\\s*" + BRACKETED + "[.,;]?$"),
            pattern(
                    "(?<=[^\\s\\d])(?:\\s*(?<mark>[,;:/|=~\u2192\u2013\u2014\u00b7\u2022#]+)\\s*|\\s+\\.{2,}\\s*|(?<=[.!?\u2026])\\s+|\\s+-+>?\\s*)"
                            + EITHER + "[.,;]*$"),
            pattern("(?<=[^\\s\\d])(?:\\s+|(?![0-9]))" + SIGN + UNIT + "?[.,;]?$"),
            pattern("(?<=[^\\s\\d])\\s+" + WORD + UNIT + "(?<!\\b(?:i|a)\\s?\\p{L}{0,12})[.,;]?$"));
    private static final List<Pattern> ALONE =
            List.of(pattern("^[(\\[]?(?:line\\s+)?" + EITHER + "\\s*[)\\]:.\u2013\u2014-]*$"));

    private static final String TRAILING = ".,;:!?*_)]}> \uff09\u3011\u2026\u2713\u2714\u2705\u201d\"'";
    private static final String OPENING = "([{<\uff08\u3010*_" + String.join("", SIGNS);
    private static final String CLOSING = "\ufe0f\u20e3\u97f3\u5b57" + String.join("", SIGNS);

    private static final int LONGEST_ALONE = 24;

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /** The number that a line begins with, or null. */
    static @Nullable LineNumber before(String line) {
        return mayBegin(line) ? find(BEFORE, line) : null;
    }

    /** The number that a line ends with, or null. */
    static @Nullable LineNumber after(String line) {
        return mayEnd(line) ? find(AFTER, line) : null;
    }

    /** The number that is all of a line, or null. */
    static @Nullable LineNumber alone(String line) {
        return line.length() <= LONGEST_ALONE && (mayBegin(line) || line.regionMatches(true, 0, "line", 0, 4))
                ? find(ALONE, line)
                : null;
    }

    /** Whether it is a digit that only a space parts from the verse. */
    boolean isBare(String line) {
        String itself = line.substring(start, end).strip();
        return itself.length() == 1 && itself.charAt(0) < 0x80 && Character.isDigit(itself.charAt(0));
    }

    /** The line without it. */
    String without(String line) {
        return (line.substring(0, start) + line.substring(end)).strip();
    }

    private static @Nullable LineNumber find(List<Pattern> patterns, String line) {
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                String sign = group(matcher, "sign");
                String word = group(matcher, "word");
                int value = sign != null ? value(sign.charAt(0)) : WORDS.getOrDefault(lower(word), 0);
                boolean comma = ",".equals(group(matcher, "mark"));
                return new LineNumber(value, word != null, comma, matcher.start(), matcher.end());
            }
        }
        return null;
    }

    private static @Nullable String group(Matcher matcher, String name) {
        return matcher.namedGroups().containsKey(name) ? matcher.group(name) : null;
    }

    private static String lower(@Nullable String word) {
        return word == null ? "" : word.toLowerCase(Locale.ROOT);
    }

    private static int value(char sign) {
        return SIGNS.stream().mapToInt(row -> row.indexOf(sign)).max().orElse(0);
    }

    /** Whether a line of letters and common punctuation may begin or end with one; spares nearly all of them the long way. */
    static boolean mayLabel(String line) {
        return (mayBegin(line) && isParted(line, firstWord(line), 1))
                || (mayEnd(line) && isParted(line, lastWord(line, end(line)) - 1, -1))
                || line.startsWith("VII ")
                || line.startsWith("II ")
                || UNITS.contains(lower(line.substring(lastWord(line, end(line)), end(line))));
    }

    /** A look that spares most lines the patterns: at a word with which a line begins, or another sign. */
    private static boolean mayBegin(String line) {
        int end = firstWord(line);
        return end > 0 ? isNumber(line, 0, end) : !line.isEmpty() && OPENING.indexOf(line.charAt(0)) >= 0;
    }

    private static boolean mayEnd(String line) {
        int end = end(line);
        int start = lastWord(line, end);
        return start < end
                ? isNumber(line, start, end) || UNITS.contains(lower(line.substring(start, end)))
                : end > 0 && CLOSING.indexOf(line.charAt(end - 1)) >= 0;
    }

    private static int firstWord(String line) {
        int end = 0;
        while (end < line.length() && isLatin(line.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int lastWord(String line, int end) {
        int start = end;
        while (start > 0 && isLatin(line.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where a line ends without the marks that may stand behind a number. */
    private static int end(String line) {
        int end = line.length();
        while (end > 0 && TRAILING.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }

    private static boolean isNumber(String line, int start, int end) {
        return end - start <= LONGEST_WORD && WORDS.containsKey(lower(line.substring(start, end)));
    }

    /** Whether something else than a space, an apostrophe or a hyphen parts a word from the next. */
    private static boolean isParted(String line, int at, int step) {
        int mark = at;
        while (mark >= 0 && mark < line.length() && line.charAt(mark) == ' ') {
            mark += step;
        }
        return mark >= 0
                && mark < line.length()
                && !Character.isLetter(line.charAt(mark))
                && "'\u2019-".indexOf(line.charAt(mark)) < 0;
    }
}
