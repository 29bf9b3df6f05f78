package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.kukai.syllable.WordCount;

/**
 * An answer of three lines of letters and common punctuation, as most are. One look at each character shows that there is
 * nothing to take away, which saves the long way; where there is any doubt, the answer goes that way. Both say the same.
 */
final class PlainAnswer {

    private static final int LINES = 3;
    private static final int LONGEST_LINE = 120;
    private static final int LAST_LATIN = 0x24f;

    /** Words with which a line may open that talks about a poem, offers or refuses one. */
    private static final Set<String> OPENERS =
            Set.of("i", "i'd", "i'll", "i've", "i'm", "sorry", "unfortunately", "oh", "well", "hmm", "ah", "please");
    /** Such words when a mark follows them, as in "Sure! Here". */
    private static final Set<String> INTERJECTIONS =
            Set.of("sure", "certainly", "absolutely", "okay", "ok", "alright", "great", "gladly", "yes", "hello", "hi");
    /** Such words when one of these comes after them. */
    private static final Map<String, Set<String>> PAIRS = Map.ofEntries(
            Map.entry("of", Set.of("course")),
            Map.entry("with", Set.of("pleasure")),
            Map.entry("happy", Set.of("to")),
            Map.entry("no", Set.of("problem")),
            Map.entry("and", Set.of("here", "here's")),
            Map.entry("here", Set.of("you")),
            Map.entry("as", Set.of("a", "an")),
            Map.entry("let", Set.of("me")),
            Map.entry("hope", Set.of("you", "this", "that", "it")),
            Map.entry("feel", Set.of("free")),
            Map.entry("would", Set.of("you")),
            Map.entry("do", Set.of("you")),
            Map.entry("if", Set.of("you", "you'd")),
            Map.entry("my", Set.of("apologies")));
    /** Words of talk about a poem, wherever they stand. */
    private static final Set<String> MENTIONS = Set.of(
            "haiku",
            "haikus",
            "poem",
            "poems",
            "poetry",
            "poet",
            "verse",
            "verses",
            "line",
            "lines",
            "syllable",
            "syllables",
            "stanza");

    private PlainAnswer() {}

    /** Its three lines; null when it is not so plain. */
    static @Nullable List<String> lines(String raw) {
        int end = raw.length();
        while (end > 0 && isBlank(raw.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && isBlank(raw.charAt(start))) {
            start++;
        }
        if (end - start > LINES * LONGEST_LINE) {
            return null;
        }
        List<String> lines = new ArrayList<>(LINES);
        boolean hyphen = false;
        while (start < end) {
            int stop = raw.indexOf('\n', start);
            stop = stop < 0 || stop > end ? end : stop;
            String line = raw.substring(start, stop).strip();
            boolean hyphenated = line.indexOf('-') >= 0;
            if (lines.size() == LINES || !isPlain(line, lines.isEmpty()) || (hyphen && hyphenated)) {
                return null;
            }
            hyphen |= hyphenated;
            lines.add(line);
            start = stop + 1;
        }
        boolean three = lines.size() == LINES;
        return three && !LineNumber.mayLabel(lines.get(1)) && !takesLeave(lines.getLast()) ? lines : null;
    }

    private static boolean takesLeave(String line) {
        int end = line.length();
        while (end > 0 && !isLetter(line.charAt(end - 1))) {
            end--;
        }
        return line.regionMatches(true, end - 5, "enjoy", 0, 5)
                || ((line.contains("Hope ") || line.contains("Let me ")) && hasStopInside(line));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r';
    }

    private static boolean isPlain(String line, boolean first) {
        if (line.isEmpty() || line.length() > LONGEST_LINE) {
            return false;
        }
        char opening = line.charAt(0);
        if (!isLetter(opening) && (first || !isApostrophe(opening))) {
            return false;
        }
        int hyphens = 0;
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean plain = isLetter(c) || isApostrophe(c) || c == ' ' || c == ',' || c == ';' || c == '!' || c == '?';
            if (!plain) {
                boolean letterAfter = i + 1 < line.length() && isLetter(line.charAt(i + 1));
                boolean hyphen = c == '-' && letterAfter && isLetter(line.charAt(i - 1)) && ++hyphens == 1;
                boolean stop = c == '.' && !letterAfter && i > LINES;
                if (!hyphen && !stop && c != '\u2014' && c != '\u2026') {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c > 0xbf && c <= LAST_LATIN && Character.isLetter(c));
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    /** Whether three plain lines are certainly the poem: they have the form, or nothing in them could be talk. */
    static boolean isPoem(List<Line> lines) {
        List<String> texts = lines.stream().map(Line::text).toList();
        if (Tongue.isForeign(texts, i -> lines.get(i).words())) {
            return false;
        }
        boolean form = true;
        for (Line line : lines) {
            form &= line.onTarget();
        }
        if (form) {
            return !Chatter.refusesPoem(texts)
                    && !Courtesy.isAll(texts)
                    && !Imprint.isIn(texts)
                    && !Imprint.isAll(texts)
                    && !Ends.isSigned(texts.getLast());
        }
        for (Line line : lines) {
            if (line.words().isEmpty() || mayBeTalk(line)) {
                return false;
            }
        }
        return lines.getLast().onTarget() || !hasStopInside(lines.getLast().text());
    }

    private static boolean mayBeTalk(Line line) {
        List<WordCount> words = line.words();
        for (int i = 0; i < words.size(); i++) {
            if (MENTIONS.contains(plain(words.get(i)))) {
                return true;
            }
        }
        String first = plain(words.getFirst());
        if (OPENERS.contains(first)) {
            return true;
        }
        String second = words.size() > 1 ? plain(words.get(1)) : "";
        if (INTERJECTIONS.contains(first)) {
            int end = first.length() + 1;
            boolean on = line.text().length() > end
                    && isLetter(line.text().charAt(end))
                    && line.text().charAt(end - 1) == ' ';
            return !on || second.equals("thing");
        }
        Set<String> seconds = PAIRS.get(first);
        return seconds != null && seconds.contains(second);
    }

    private static String plain(WordCount word) {
        return word.word().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    /** After a full stop or a dash a remark or a name may follow. */
    private static boolean hasStopInside(String line) {
        for (int i = 0; i < line.length() - 1; i++) {
            if (".!?\u2014-".indexOf(line.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
