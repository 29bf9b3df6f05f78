package org.kukai.annotation.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A poem that raters have flagged, without who wrote it.
 *
 * @param said the flags, as {@code kind: note}
 * @param decision what stands about it; null while nothing does
 */
public record FlaggedPoem(
        UUID haiku,
        String prompt,
        String text,
        int raters,
        List<String> said,
        @Nullable UUID decision,
        boolean withdrawn,
        @Nullable String reason,
        @Nullable String by,
        @Nullable Instant at) {
    public FlaggedPoem {
        said = List.copyOf(said);
    }

    public boolean isDecided() {
        return decision != null;
    }
}
