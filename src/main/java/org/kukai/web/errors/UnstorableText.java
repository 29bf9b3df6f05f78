package org.kukai.web.errors;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** Input with a character that PostgreSQL keeps in no text: NUL. The database is the one place that sees every such input. */
final class UnstorableText {
    static final String EXPLANATION =
            "The input holds a character that cannot be stored, such as NUL. Take it out and try again.";

    /** {@code character_not_in_repertoire}, in the appendix of error codes of PostgreSQL's manual. */
    private static final String STATE = "22021";

    private UnstorableText() {}

    static boolean isCauseOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && STATE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
