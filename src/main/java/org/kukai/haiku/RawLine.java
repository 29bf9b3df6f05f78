package org.kukai.haiku;

import java.util.List;

import org.kukai.haiku.Removal.Reason;

/**
 * One line of an answer.
 *
 * @param raw as it stood
 * @param text without its decorations
 * @param role what it is by itself
 * @param marked whether a heading mark or emphasis around the whole line sets it apart, as titles are
 * @param removals the decorations taken off
 */
record RawLine(String raw, String text, Role role, boolean marked, List<Removal> removals) {

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
        return new RawLine(raw, text, Role.VERSE, marked, removals);
    }

    boolean isVerse() {
        return role == Role.VERSE;
    }

    /** Too long for a line of a poem, even of a bad one. */
    boolean isProse() {
        return text.length() > 90 || text.chars().filter(c -> c == ' ').count() > 14;
    }
}
