package org.kukai.web.annotation;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Round;
import org.kukai.annotation.RoundProgress;
import org.kukai.ranking.RoundAgreement;

/**
 * A round as the API tells an admin of it.
 *
 * @param pairs how many it got, of {@code pairsWanted}
 * @param agreement the share of agreeing pairs of votes on the same pair; null while no pair has two votes
 * @param raters how many have voted
 */
record RoundView(
        UUID id,
        String name,
        String question,
        String guidelines,
        String pairing,
        List<String> models,
        String status,
        long pairs,
        int pairsWanted,
        int votesPerPair,
        long votesWanted,
        long votes,
        long settled,
        @Nullable Double agreement,
        long raters,
        Instant createdAt,
        @Nullable Instant closedAt) {
    static RoundView of(Round round) {
        RoundProgress progress = RoundProgress.of(round);
        OptionalDouble agreement = RoundAgreement.raw(round);
        return new RoundView(
                round.id,
                round.name,
                round.question,
                round.guidelines,
                round.pairing.spelled(),
                round.models,
                round.status.spelled(),
                progress.pairs(),
                round.pairsWanted,
                round.votesPerPair,
                progress.votesWanted(),
                progress.votes(),
                progress.settled(),
                agreement.isEmpty() ? null : agreement.getAsDouble(),
                progress.raters(),
                round.createdAt,
                round.closedAt);
    }
}
