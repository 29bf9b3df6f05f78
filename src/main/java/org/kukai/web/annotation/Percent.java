package org.kukai.web.annotation;

import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

/** Shares as people read them. */
final class Percent {
    private static final String NOTHING = "–";

    private Percent() {}

    static String of(OptionalDouble share) {
        return share.isEmpty() ? NOTHING : Math.round(100 * share.getAsDouble()) + " %";
    }

    static String of(@Nullable Double share) {
        return share == null ? NOTHING : Math.round(100 * share) + " %";
    }
}
