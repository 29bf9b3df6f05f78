package org.kukai.web.quality;

import java.math.BigDecimal;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Reads what people and scripts write into fields, and says clearly what is wrong with it. */
final class Fields {
    private Fields() {}

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    static int number(String what, @Nullable String given) {
        try {
            return Integer.parseInt(text(given).strip());
        } catch (NumberFormatException e) {
            throw invalid(what + " is a whole number, not “" + text(given) + "”.");
        }
    }

    static BigDecimal weight(@Nullable String given) {
        String text = text(given).strip();
        try {
            return new BigDecimal(text.length() > 10 ? "" : text);
        } catch (NumberFormatException e) {
            throw invalid("A weight is a number from 0 to 1 such as 0.5, not “" + text + "”.");
        }
    }

    static UUID id(@Nullable String given) {
        try {
            return UUID.fromString(text(given).strip());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(RefusedException.Kind.UNKNOWN, "There is no “" + text(given) + "”.");
        }
    }

    /** Whether a poem is to be withdrawn; else it is to be kept. */
    static boolean withdraws(@Nullable String decision) {
        return switch (text(decision)) {
            case "withdraw" -> true;
            case "keep" -> false;
            default -> throw invalid("A flagged poem is decided as keep or withdraw, not “" + text(decision) + "”.");
        };
    }

    static <T> T body(@Nullable T given) {
        if (given == null) {
            throw invalid("The call has no body. Send a JSON object.");
        }
        return given;
    }

    private static RefusedException invalid(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, message);
    }
}
