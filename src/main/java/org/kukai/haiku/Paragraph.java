package org.kukai.haiku;

import java.util.List;
import java.util.stream.IntStream;

/** Finds the poem in a paragraph that holds more: a title or a word to the reader above it, a signature or an explanation below. */
final class Paragraph {

    private static final int LINES = 3;
    private static final int MOST_IN_STANZA = 30;
    private static final int LONG_FOR_VERSE = 45;
    private static final List<Integer> TANKA_END = List.of(7, 7);

    private final List<RawLine> lines;
    private final Form form;

    Paragraph(List<RawLine> lines, Form form) {
        this.lines = lines;
        this.form = form;
    }

    /** A stanza without what stands before and after its poem; the stanza itself when it cannot be told. */
    List<Integer> bare(List<Integer> stanza) {
        if (stanza.size() <= LINES || stanza.size() > MOST_IN_STANZA) {
            return stanza;
        }
        List<Integer> first = List.of();
        for (int start = 0; start <= stanza.size() - LINES; start++) {
            List<Integer> before = stanza.subList(0, start);
            List<Integer> after = stanza.subList(start + LINES, stanza.size());
            boolean opened = before.isEmpty() || opens(before) || (start == 1 && isTitle(stanza.subList(0, LINES + 1)));
            if (opened && (after.isEmpty() || isAfterwords(after))) {
                List<Integer> poem = stanza.subList(start, start + LINES);
                if (fits(poem)) {
                    return poem;
                }
                first = first.isEmpty() ? poem : first;
            }
        }
        if (!first.isEmpty()) {
            return first;
        }
        return isRowOfPoems(stanza) ? stanza.subList(0, LINES) : stanza;
    }

    /** Whether three lines have the form. */
    boolean fits(List<Integer> three) {
        return form.fits(three.stream().map(this::text).toList());
    }

    /** Lines before a poem in its paragraph: the last ends with a colon, or all talk. */
    private boolean opens(List<Integer> before) {
        return text(before.getLast()).endsWith(":") || before.stream().allMatch(line -> Talk.is(text(line)));
    }

    /** Lines after a poem in its paragraph: a signature, a farewell, an explanation; but not the end of a tanka. */
    boolean isAfterwords(List<Integer> after) {
        List<String> texts = after.stream().map(this::text).toList();
        if (after.size() == 2 && form.reachAll(texts, TANKA_END)) {
            return false;
        }
        RawLine first = lines.get(after.getFirst());
        if (Chatter.closes(first) || Talk.is(first.text())) {
            return true;
        }
        boolean talked = texts.stream().anyMatch(Talk::is) || Chatter.closes(lines.get(after.getLast()));
        return texts.stream().allMatch(Talk::isSentence)
                && (talked || texts.stream().allMatch(text -> text.length() > LONG_FOR_VERSE));
    }

    private boolean isTitle(List<Integer> stanza) {
        RawLine first = lines.get(stanza.getFirst());
        List<RawLine> rest = stanza.stream().skip(1).map(lines::get).toList();
        if (first.marked() && rest.stream().noneMatch(RawLine::marked)) {
            return true;
        }
        boolean titled = Chatter.isTitleCase(first.text());
        boolean setApart = first.text().endsWith(":") || titled;
        return setApart
                && (rest.stream().noneMatch(line -> Chatter.isTitleCase(line.text()))
                        || (titled && form.fits(rest.stream().map(RawLine::text).toList())));
    }

    /** Poems without a blank line between them, each in the form. */
    private boolean isRowOfPoems(List<Integer> stanza) {
        if (stanza.size() % LINES != 0) {
            return false;
        }
        return IntStream.range(0, stanza.size() / LINES)
                .allMatch(poem -> fits(stanza.subList(poem * LINES, poem * LINES + LINES)));
    }

    private String text(int line) {
        return lines.get(line).text();
    }
}
