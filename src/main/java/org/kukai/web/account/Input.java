package org.kukai.web.account;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Reads what people and scripts write into fields, and says clearly what is wrong with it. */
final class Input {
    private Input() {}

    /** The whole number in a field. */
    static int number(String field, @Nullable String given) {
        try {
            return Integer.parseInt(given == null ? "" : given.strip());
        } catch (NumberFormatException e) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    field + " is a whole number, not “" + (given == null ? "" : given) + "”.");
        }
    }

    /** The identifier in a field that may be left empty. */
    static @Nullable UUID identifier(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(given.strip());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusedException.Kind.UNKNOWN, "There is no " + field + " “" + given + "”.");
        }
    }

    /** The body of a call, which may be missing. */
    static <T> T body(@Nullable T given) {
        if (given == null) {
            throw new RefusedException(RefusedException.Kind.INVALID, "The call has no body. Send a JSON object.");
        }
        return given;
    }

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
