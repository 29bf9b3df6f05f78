package org.kukai.dataset;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Two poems on one prompt, of which one may be preferred.
 *
 * @param second null when the prompt has only one poem, told apart by fingerprint
 * @param first null when it has not even that
 * @param voted whether a round has shown the pair to raters
 * @param votes heads
 * @param weighed hundredths of a vote: what the same votes count for
 * @param adjudged takes the place of the votes; null where no admin has decided
 * @param withdrawn whether an admin has withdrawn one of the poems
 */
record CandidatePair(
        UUID promptId,
        String prompt,
        boolean heldOut,
        @Nullable Poem first,
        @Nullable Poem second,
        boolean voted,
        Votes votes,
        Votes weighed,
        @Nullable Adjudged adjudged,
        boolean withdrawn) {
    /** What an admin has said of a pair that raters had not decided; {@code low} is the first poem, {@code high} the second. */
    enum Adjudged {
        LOW,
        HIGH,
        TIE,
        NEITHER,
        DROP
    }

    CandidatePair(
            UUID promptId,
            String prompt,
            boolean heldOut,
            @Nullable Poem first,
            @Nullable Poem second,
            boolean voted,
            Votes votes) {
        this(promptId, prompt, heldOut, first, second, voted, votes, votes.inHundredths(), null, false);
    }
}
