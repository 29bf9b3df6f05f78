package org.kukai.annotation.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A pair that raters have not decided, or that an admin has, or that was taken out of the round: as blind as raters saw it, but for its votes.
 *
 * @param comments what raters wrote about it
 * @param firstWithdrawn whether an admin has withdrawn the first poem, or one that says the same; the pair is asked no more then
 * @param decision the adjudication that stands; null while there is none
 * @param told who has been told who wrote the poems, after a decision that may have been undone since; they cannot decide the pair
 */
public record SplitPair(
        UUID pair,
        String prompt,
        String first,
        String second,
        int firsts,
        int seconds,
        int ties,
        int neithers,
        List<String> comments,
        boolean firstWithdrawn,
        boolean secondWithdrawn,
        @Nullable UUID decision,
        @Nullable Adjudication decided,
        @Nullable String reason,
        @Nullable String by,
        @Nullable Instant at,
        List<String> told) {
    public SplitPair {
        comments = List.copyOf(comments);
        told = List.copyOf(told);
    }

    public boolean isDecided() {
        return decision != null;
    }

    /** Who wrote the two and how the counter scored them; shown only where a decision stands. */
    public record Writers(
            @Nullable String first,
            int firstScore,
            @Nullable String second,
            int secondScore) {}
}
