package org.kukai.prompt.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list written as lines: with numbers, with bullets, or with nothing in front of them. */
final class LineItems {
    private static final Pattern MARK = Pattern.compile(
            "^\\s*(?:#{1,6}\\s+|>\\s*)?(?:\\*\\*|__)?(?:[\\[(]?\\d{1,3}[.):\\]]{1,2}|[a-z][.)]|[-*+•‣◦·–—](?=\\s)"
                    + "|(?i:request|prompt|topic|command|question)\\s*#?\\d{1,3}\\s*[:.)-])(?:\\*\\*|__)?(?:\\s+(.*)|)$");
    private static final Pattern INLINE = Pattern.compile("(?:^|\\s)(\\d{1,2})[.)]\\s+");
    private static final Pattern PREAMBLE = Pattern.compile(
            "(?i)^(?:sure|certainly|of course|absolutely|ok(?:ay)?|great|here(?:'s|’s| are| is| you go)|below (?:are|is)|as requested|the following)\\b.*");
    private static final Pattern CLOSING = Pattern.compile(
            "(?i)^(?:let me know|i hope|hope (?:this|these)|feel free|these (?:requests|prompts|topics)|would you like (?:me|more)|enjoy|each of these|note:).*");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.?!…][\"”’')*]*$");

    private LineItems() {}

    /** @param cut whether the text ended at the limit of tokens, so that its last entry may be a part only */
    static List<Item> of(String text, boolean cut) {
        List<String> lines = text.lines().toList();
        List<String> entries = inline(lines);
        if (entries.isEmpty()) {
            entries = areMarked(lines) ? marked(lines) : plain(lines);
        }
        List<Item> items = new ArrayList<>();
        for (String entry : entries) {
            boolean last = items.size() == entries.size() - 1;
            items.add(new Item(Tidy.entry(entry), cut && last));
        }
        return items;
    }

    private static boolean areMarked(List<String> lines) {
        long filled = lines.stream().filter(line -> !line.isBlank()).count();
        long marked =
                lines.stream().filter(line -> MARK.matcher(line).matches()).count();
        return marked >= 2 || (marked > 0 && marked * 2 >= filled);
    }

    /** Entries that go on over several lines are joined; what stands before the first and between blank lines is talk. */
    private static List<String> marked(List<String> lines) {
        List<String> entries = new ArrayList<>();
        boolean open = false;
        for (String line : lines) {
            Matcher mark = MARK.matcher(line);
            if (mark.matches()) {
                entries.add(mark.group(1) == null ? "" : mark.group(1));
                open = true;
            } else if (line.isBlank()) {
                open = false;
            } else if (open && !SENTENCE_END.matcher(entries.getLast().strip()).matches()) {
                entries.add(entries.removeLast() + " " + line.strip());
            }
        }
        return entries;
    }

    private static List<String> plain(List<String> lines) {
        List<String> entries = new ArrayList<>(lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> {
                    Matcher mark = MARK.matcher(line);
                    return mark.matches() && mark.group(1) != null ? mark.group(1) : line.strip();
                })
                .toList());
        while (entries.size() > 1 && isPreamble(entries.getFirst())) {
            entries.removeFirst();
        }
        while (entries.size() > 1 && CLOSING.matcher(entries.getLast()).matches()) {
            entries.removeLast();
        }
        return entries;
    }

    private static boolean isPreamble(String line) {
        return line.endsWith(":")
                || line.startsWith("#")
                || PREAMBLE.matcher(line).matches();
    }

    /** A numbered list in one paragraph: "1. ... 2. ... 3. ..."; empty when this is none. */
    private static List<String> inline(List<String> lines) {
        List<String> filled = lines.stream()
                .filter(line -> !line.isBlank() && !isPreamble(line.strip()))
                .toList();
        if (filled.size() != 1) {
            return List.of();
        }
        String line = filled.getFirst();
        List<String> entries = new ArrayList<>();
        Matcher number = INLINE.matcher(line);
        int begun = -1;
        while (number.find()) {
            if (Integer.parseInt(number.group(1)) != entries.size() + (begun < 0 ? 1 : 2)) {
                continue;
            }
            if (begun >= 0) {
                entries.add(line.substring(begun, number.start()));
            }
            begun = number.end();
        }
        if (entries.isEmpty()) {
            return List.of();
        }
        entries.add(line.substring(begun));
        return entries;
    }
}
