package org.kukai.annotation;

/** What a turn is for. Raters cannot tell: they see the same page, and their own progress counts every kind. */
public enum TurnKind {
    /** The round wants to know; the only kind that is counted. */
    ASKED,
    /** A clear answer is known. */
    ATTENTION,
    /** The rater's own earlier pair once more, sides swapped. */
    REPEAT
}
