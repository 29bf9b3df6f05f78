package org.kukai.generation;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.haiku.Verdict;

/**
 * What came of a claim, to be stored.
 *
 * @param calls 1, or 0 when another outcome of the same call counts it
 * @param haikuId the haiku that it became, with its verdict and the version of who gave it; null when it did not
 * @param pause after which it is to be tried again; null when it has ended
 */
record Outcome(
        Claim claim,
        Answer answer,
        int calls,
        AttemptState state,
        @Nullable String reason,
        @Nullable UUID haikuId,
        @Nullable Verdict verdict,
        @Nullable String scorer,
        @Nullable Duration pause) {
    static Outcome kept(Claim claim, Answer answer, UUID haikuId, Verdict verdict, String scorer) {
        return new Outcome(claim, answer, 1, AttemptState.COMPLETED, null, haikuId, verdict, scorer, null);
    }

    static Outcome failed(Claim claim, Answer answer, String reason) {
        return new Outcome(claim, answer, 1, AttemptState.FAILED, Answer.storable(reason), null, null, null, null);
    }

    static Outcome again(Claim claim, Answer answer, String reason, Duration pause) {
        return new Outcome(claim, answer, 1, AttemptState.PLANNED, Answer.storable(reason), null, null, null, pause);
    }

    Outcome withoutCall() {
        return new Outcome(claim, answer, 0, state, reason, haikuId, verdict, scorer, pause);
    }
}
