package org.kukai.haiku;

import java.util.List;
import java.util.regex.Pattern;

/** Names why an answer holds no poem of three lines. */
final class Problems {

    private static final Pattern HANGING = Pattern.compile(
            "(?i).*(?:[,\u2013\u2014-]|\\b(?:the|a|an|of|and|in|on|with|to|my|its|their|from|for|as|at|into|like|but|or))$");

    private static final int LINES = 3;

    private Problems() {}

    static String name(Cleaning cleaning, List<RawLine> lines, boolean cut) {
        List<RawLine> words = lines.stream()
                .filter(line -> line.text().codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
        if (words.isEmpty()) {
            return cut || cleaning.isThoughtOnly() ? "cut" : "empty";
        }
        if (words.stream().allMatch(line -> Chatter.isPlaceholder(line.raw()))) {
            return "empty";
        }
        if (Chatter.isRefusal(words.getFirst().text())) {
            return "refusal";
        }
        if (words.size() == LINES
                && Courtesy.isAll(words.stream().map(RawLine::text).toList())) {
            return "empty";
        }
        List<RawLine> verses =
                withoutTitle(lines.stream().filter(RawLine::isVerse).toList());
        if (foreign(words)
                || Tongue.isForeign(words.stream()
                        .filter(line -> line.isVerse() || line.role() == RawLine.Role.NOTE)
                        .map(RawLine::text)
                        .toList())) {
            return "not-english";
        }
        List<RawLine> counted = verses.isEmpty() ? words : verses;
        int count = counted.size() == 1
                ? OneLine.segments(counted.getFirst().text()).size()
                : counted.size();
        if (count < LINES && (cut || (count > 1 && hangs(counted.getLast().text())) || opensOnly(lines))) {
            return "cut";
        }
        return count <= 1 ? "one-line" : count == LINES ? "empty" : "lines:" + count;
    }

    /** Without a first line that alone is set apart by emphasis, as titles are. */
    private static List<RawLine> withoutTitle(List<RawLine> verses) {
        boolean titled = verses.size() > 1
                && verses.getFirst().marked()
                && verses.stream().skip(1).noneMatch(RawLine::marked);
        return titled ? verses.subList(1, verses.size()) : verses;
    }

    private static boolean hangs(String text) {
        return HANGING.matcher(text.substring(Math.max(0, text.length() - 20))).matches();
    }

    /** A code fence that was opened and never closed, or the start of a JSON object. */
    private static boolean opensOnly(List<RawLine> lines) {
        boolean object = lines.getFirst().raw().startsWith("{\"")
                && !lines.getLast().raw().endsWith("}");
        return object
                || lines.stream().filter(line -> line.raw().startsWith("```")).count() % 2 == 1;
    }

    /** Whether most letters are of another script. */
    static boolean foreign(List<RawLine> lines) {
        long letters = 0;
        long latin = 0;
        for (RawLine line : lines) {
            String text = line.text();
            for (int i = 0; i < text.length(); ) {
                int c = text.codePointAt(i);
                letters += Character.isLetter(c) ? 1 : 0;
                latin += isLatin(c) ? 1 : 0;
                i += Character.charCount(c);
            }
        }
        return letters > 0 && latin * 2 < letters;
    }

    private static boolean isLatin(int c) {
        if (c < 0x80) {
            return Character.isLetter(c);
        }
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }
}
