package org.kukai.web.annotation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Reads what people and scripts write into fields, and says clearly what is wrong with it. */
final class Input {
    private Input() {}

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** The whole number in a field. */
    static int number(String what, @Nullable String given) {
        try {
            return Integer.parseInt(text(given).strip());
        } catch (NumberFormatException e) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, what + " is a whole number, not “" + text(given) + "”.");
        }
    }

    /** The whole number in a field that may be left empty. */
    static @Nullable Integer optional(String what, @Nullable String given) {
        return text(given).isBlank() ? null : Integer.valueOf(number(what, given));
    }

    /** A number as a field that may be empty shows it. */
    static String shown(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    /** An assignment's identifier; what is none is an assignment that nobody has. */
    static UUID assignment(@Nullable String given) {
        try {
            return UUID.fromString(text(given).strip());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusedException.Kind.UNKNOWN, "There is no assignment “" + text(given) + "”.");
        }
    }

    /** A round's identifier; what is none is a round that is not there. */
    static UUID round(@Nullable String given) {
        try {
            return UUID.fromString(text(given).strip());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusedException.Kind.UNKNOWN, "There is no round “" + text(given) + "”.");
        }
    }

    static <T> T body(@Nullable T given) {
        if (given == null) {
            throw new RefusedException(RefusedException.Kind.INVALID, "The call has no body. Send a JSON object.");
        }
        return given;
    }
}
