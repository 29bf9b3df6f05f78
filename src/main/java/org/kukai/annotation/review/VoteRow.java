package org.kukai.annotation.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One vote, as it is exported. Skips and checks of the rater are among them; {@code kind} tells them apart.
 *
 * @param kind {@code asked}, {@code attention} or {@code repeat}
 * @param rater a name, or a number of the rater within the round
 * @param first null for an attention pair, whose poems are none of the pool
 * @param choice what was chosen, by side
 * @param preferred the same by poem: {@code first}, {@code second}, {@code tie}, {@code neither}; null for a skip
 * @param expected what an attention pair's clear answer is; null for the others
 * @param weight what the rater's votes count for now
 */
public record VoteRow(
        UUID assignment,
        UUID pair,
        String kind,
        String rater,
        @Nullable UUID prompt,
        @Nullable UUID first,
        @Nullable UUID second,
        boolean firstOnLeft,
        String choice,
        @Nullable String preferred,
        @Nullable String expected,
        @Nullable String strength,
        List<String> reasons,
        @Nullable String comment,
        int millis,
        Instant castAt,
        @Nullable Instant changedAt,
        BigDecimal weight) {
    public VoteRow {
        reasons = List.copyOf(reasons);
    }
}
