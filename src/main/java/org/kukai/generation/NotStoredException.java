package org.kukai.generation;

import java.sql.SQLException;

/** The database did not take an outcome; the cause says whether it ever will. */
final class NotStoredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotStoredException(SQLException cause) {
        super(cause);
    }
}
