package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.kukai.haiku.Removal.Reason;

/**
 * One line of an answer.
 *
 * @param raw as it stood
 * @param text without its decorations
 * @param role what it is by itself
 * @param marked whether a heading mark or emphasis around the whole line sets it apart, as titles are
 * @param removals the decorations taken off
 * @param tail what follows words of preamble in the same line and may be verse, or null
 */
record RawLine(
        String raw,
        String text,
        Role role,
        boolean marked,
        List<Removal> removals,
        @Nullable String tail) {

    /** Longer lines are prose whatever they wear or say; not looking into them keeps the time linear. */
    static final int LONGEST = 400;

    /** What a line is by itself, before its neighbours are looked at. */
    enum Role {
        /** May be a line of a poem. */
        VERSE,
        BLANK,
        /** A mark or a note that does not part the lines around it. */
        NOTE,
        /** A rule or fence, which parts. */
        RULE,
        TITLE,
        PREAMBLE,
        CLOSING;

        Reason reason() {
            return switch (this) {
                case TITLE -> Reason.TITLE;
                case PREAMBLE -> Reason.PREAMBLE;
                case NOTE -> Reason.ANNOTATION;
                case RULE -> Reason.FENCE;
                case VERSE, BLANK, CLOSING -> Reason.CLOSING;
            };
        }
    }

    RawLine {
        removals = List.copyOf(removals);
    }

    /** The same line, known from its neighbours to be one of a poem. */
    RawLine asVerse() {
        return new RawLine(raw, text, Role.VERSE, marked, removals, tail);
    }

    /** The same line, known from its neighbours to be no line of a poem, though it does not part them. */
    RawLine asNote() {
        return new RawLine(raw, text, Role.NOTE, marked, removals, null);
    }

    /** The line with all that was taken off it. */
    RawLine asWritten() {
        return new RawLine(raw, raw, Role.VERSE, marked, List.of(), null);
    }

    /** The line without the preamble before its tail. */
    RawLine withoutPreamble() {
        if (tail == null) {
            return this;
        }
        String preamble = text.substring(0, text.length() - tail.length()).strip();
        RawLine verse = LinePeeler.peel(tail);
        List<Removal> all = new ArrayList<>(removals);
        all.add(new Removal(Reason.PREAMBLE, preamble));
        all.addAll(verse.removals);
        return new RawLine(raw, verse.text, Role.VERSE, false, all, null);
    }

    /** Whether marks of emphasis or of a heading stand around all of it; quotes are none. */
    boolean isEmphasised() {
        return marked && hasEmphasis();
    }

    /** Whether such marks stand anywhere in it. */
    boolean hasEmphasis() {
        return removals.stream()
                .anyMatch(removal -> removal.reason() == Reason.EMPHASIS || removal.reason() == Reason.TITLE);
    }

    boolean isVerse() {
        return role == Role.VERSE;
    }

    private int spaces() {
        int spaces = 0;
        for (int i = 0; i < text.length(); i++) {
            spaces += text.charAt(i) == ' ' ? 1 : 0;
        }
        return spaces;
    }

    /** Too long for a line of a poem, even of a bad one. */
    boolean isProse() {
        return text.length() > 90 || (text.length() > 15 && spaces() > 14);
    }
}
