package org.kukai.generation;

import java.sql.SQLException;

/** Tells what the database says of a statement: whether the data are to blame, or the moment. */
final class RootCause {
    private RootCause() {}

    /** Whether the same data would be refused again: a value out of range, a constraint, the same row twice. */
    static boolean isOfTheData(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String type = sql.getSQLState().substring(0, 2);
                return type.equals("21") || type.equals("22") || type.equals("23") || type.equals("42");
            }
        }
        return false;
    }

    /** The message at the bottom, without what was wrapped around it. */
    static String of(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
