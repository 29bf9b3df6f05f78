package org.kukai.haiku;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.kukai.haiku.RawLine.Role;

/**
 * Finds a poem of four lines, three of which have the form: the fourth is verse too where it only begins as words to the reader
 * do (<i>Thank you for the rain</i>), or stands below a blank line and neither explains nor takes leave.
 */
final class FourthVerse {

    private static final int LINES = 3;
    private static final List<Integer> LENGTHS = List.of(5, 7);
    private static final Pattern BEGINS_LIKE_TALK = Pattern.compile(
            "(?:(?:i |we )?hope|let me|thank(?:s| you) for the|the (?:poem|poet|verse) of)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L} ,'\u2019-]*\\p{L}");

    private FourthVerse() {}

    static boolean isIn(List<RawLine> answer, Form form) {
        int start = 0;
        while (start < answer.size() && isBefore(answer.get(start))) {
            start++;
        }
        List<RawLine> lines = answer.subList(start, answer.size());
        int[] speaking = IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).text().isEmpty() || lines.get(i).role() != Role.BLANK)
                .limit(LINES + 2)
                .toArray();
        if (speaking.length != LINES + 1
                || speaking[LINES - 1] != speaking[0] + LINES - 1
                || IntStream.of(speaking).anyMatch(i -> lines.get(i).raw().length() > RawLine.LONGEST)) {
            return false;
        }
        List<RawLine> four = IntStream.of(speaking).mapToObj(lines::get).toList();
        if (speaking[LINES] > speaking[LINES - 1] + 1) {
            return isVerse(four.getLast(), four.get(LINES - 1)) && fits(four.getLast(), four.subList(0, LINES), form);
        }
        return (beginsLikeTalk(four.getLast()) && fits(four.getLast(), four.subList(0, LINES), form))
                || (beginsLikeTalk(four.getFirst()) && fits(four.getFirst(), four.subList(1, LINES + 1), form));
    }

    private static boolean isBefore(RawLine line) {
        return line.role() == Role.BLANK || line.role() == Role.PREAMBLE || line.role() == Role.TITLE;
    }

    private static boolean fits(RawLine fourth, List<RawLine> others, Form form) {
        return form.fits(others.stream().map(RawLine::text).toList())
                && LENGTHS.stream().anyMatch(length -> form.reaches(fourth.text(), length));
    }

    private static boolean beginsLikeTalk(RawLine line) {
        return !line.marked()
                && !line.text().endsWith(":")
                && BEGINS_LIKE_TALK.matcher(line.text()).matches()
                && !Courtesy.is(line.text());
    }

    private static boolean opensLarge(String text) {
        return !text.isEmpty() && Character.isUpperCase(text.charAt(0));
    }

    /** Whether a line below the poem is written as verse is: begun like the line before, without a full stop, no title, name or remark. */
    private static boolean isVerse(RawLine line, RawLine before) {
        String text = line.text();
        return line.isVerse()
                && !line.marked()
                && line.removals().isEmpty()
                && PLAIN.matcher(text).matches()
                && Character.isUpperCase(text.charAt(0)) == opensLarge(before.text())
                && !Chatter.isTitleCase(text)
                && !Chatter.closes(line)
                && !Talk.is(text)
                && !Courtesy.is(text);
    }
}
