package org.kukai.web.annotation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Round;
import org.kukai.annotation.RoundPace;
import org.kukai.annotation.RoundProgress;
import org.kukai.annotation.TakenOut;
import org.kukai.ranking.LateFigures.Told;

/**
 * A round as the API tells an admin of it.
 *
 * @param pairs how many it got, of {@code pairsWanted}
 * @param agreement the share of agreeing pairs of votes on the same pair; null while no pair has two votes
 * @param agreementAt when that was counted; with many votes it is counted now and then, and this is null before the first time
 * @param growing whether more pairs are on their way
 * @param takenOut pairs that are asked no more, because an admin has dropped them or withdrawn one of their poems
 * @param raters how many have voted
 * @param votesPerHour by the last ten minutes
 * @param secondsLeft until all votes are there, at that pace; null while nobody votes
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
        int votesAtMost,
        boolean settleEarly,
        @Nullable Integer votesPerRater,
        @Nullable Integer votesPerDay,
        int parts,
        @Nullable Integer poems,
        boolean growing,
        long votesWanted,
        long votes,
        long settled,
        long takenOut,
        @Nullable Double agreement,
        @Nullable Instant agreementAt,
        long raters,
        long votesPerHour,
        @Nullable Long secondsLeft,
        Instant createdAt,
        @Nullable Instant closedAt) {
    static RoundView of(Round round, Instant now, Optional<Told<OptionalDouble>> agreeing) {
        RoundProgress progress = RoundProgress.of(round);
        RoundPace pace = RoundPace.of(round, now);
        OptionalLong left = pace.secondsFor(Math.max(0, progress.votesWanted() - progress.votes()));
        OptionalDouble agreement = agreeing.map(Told::figures).orElseGet(OptionalDouble::empty);
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
                round.votesPerPair + round.rules.moreVotes(),
                round.rules.settleEarly(),
                round.rules.votesPerRater(),
                round.rules.votesPerDay(),
                round.rules.parts(),
                round.rules.poems(),
                round.growing,
                progress.votesWanted(),
                progress.votes(),
                progress.settled(),
                TakenOut.count(round.id),
                agreement.isEmpty() ? null : agreement.getAsDouble(),
                agreeing.map(Told::at).orElse(null),
                progress.raters(),
                pace.perHour(),
                left.isEmpty() ? null : left.getAsLong(),
                round.createdAt,
                round.closedAt);
    }
}
