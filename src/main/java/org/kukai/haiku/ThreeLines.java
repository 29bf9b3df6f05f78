package org.kukai.haiku;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.kukai.haiku.RawLine.Role;
import org.kukai.haiku.Removal.Reason;

/**
 * An answer of three lines and nothing else is most likely a poem. What looks like decoration or talk on one of them is a
 * part of it where the three have the form as they stand (<i>"Come in," says the moon</i>), and a remark cannot stand
 * before the poem, nor a preamble after it.
 */
final class ThreeLines {

    /** What may be the poet's own on a line; never marks of emphasis, HTML or emoji. */
    private static final Set<Reason> OWN =
            EnumSet.of(Reason.QUOTE, Reason.LABEL, Reason.PREAMBLE, Reason.ANNOTATION, Reason.LIST);

    private static final int LINES = 3;
    private static final int LONGEST = 60;

    private final Form form;

    ThreeLines(Form form) {
        this.form = form;
    }

    List<RawLine> read(List<RawLine> lines) {
        List<Integer> speaking = new ArrayList<>();
        for (int i = 0; i < lines.size() && speaking.size() <= LINES; i++) {
            if (!lines.get(i).text().isEmpty() && lines.get(i).role() != Role.NOTE) {
                speaking.add(i);
            }
        }
        if (speaking.size() != LINES) {
            return lines;
        }
        List<RawLine> three = speaking.stream().map(lines::get).toList();
        if (form.fits(three.stream().map(RawLine::raw).toList())) {
            return three.stream().allMatch(line -> line.removals().isEmpty()) || !own(three)
                    ? lines
                    : replaced(
                            lines,
                            speaking,
                            three.stream().map(RawLine::asWritten).toList());
        }
        boolean plain = speaking.getLast() - speaking.getFirst() == LINES - 1
                && three.stream()
                        .noneMatch(line -> line.text().length() > LONGEST || Chatter.mentionsPoems(line.text()));
        return plain ? replaced(lines, speaking, placed(three)) : lines;
    }

    /** Not where every line is decorated: so is a poem in quotes line by line. */
    private static boolean own(List<RawLine> three) {
        return three.stream().anyMatch(line -> line.removals().isEmpty())
                && three.stream()
                        .flatMap(line -> line.removals().stream())
                        .allMatch(removal -> OWN.contains(removal.reason()));
    }

    private static List<RawLine> placed(List<RawLine> three) {
        List<RawLine> placed = new ArrayList<>();
        for (RawLine line : three) {
            boolean verse = switch (line.role()) {
                case PREAMBLE -> !placed.isEmpty();
                case CLOSING -> placed.size() < LINES - 1;
                case VERSE, BLANK, NOTE, RULE, TITLE -> false;
            };
            boolean speaks = isQuoted(line) && !three.stream().allMatch(ThreeLines::isQuoted);
            placed.add(speaks ? line.asWritten() : verse ? line.asVerse() : line);
        }
        return placed;
    }

    /** <i>"have a blessed day"</i>: speech on one line is the poet's, quotes on every line are not. */
    static boolean isQuoted(RawLine line) {
        return !line.removals().isEmpty()
                && line.removals().stream().allMatch(removal -> removal.reason() == Reason.QUOTE)
                && !line.raw().startsWith("[");
    }

    private static List<RawLine> replaced(List<RawLine> lines, List<Integer> at, List<RawLine> by) {
        List<RawLine> all = new ArrayList<>(lines);
        for (int i = 0; i < LINES; i++) {
            all.set(at.get(i), by.get(i));
        }
        return all;
    }
}
