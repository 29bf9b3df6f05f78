package org.kukai.dataset;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Two poems on one prompt, of which one may be preferred.
 *
 * @param second null when the prompt has only one poem, told apart by fingerprint
 * @param first null when it has not even that
 * @param voted whether a round has shown the pair to raters
 */
record CandidatePair(
        UUID promptId,
        String prompt,
        boolean heldOut,
        @Nullable Poem first,
        @Nullable Poem second,
        boolean voted,
        Votes votes) {}
