package org.kukai.web.annotation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Round;
import org.kukai.ranking.Agreement;
import org.kukai.ranking.RoundAgreement;
import org.kukai.statistics.FleissKappa;
import org.kukai.statistics.Interval;

/**
 * How far raters agree, as the API tells it; what cannot be told is null.
 *
 * @param raw the share of agreeing pairs of votes on the same pair
 * @param alpha Krippendorff's, nominal
 * @param alphaInterval of 95 %, from low to high
 * @param kappa Fleiss', of the {@code kappaPairs} pairs that have {@code kappaVotes} votes each
 * @param pairs how many pairs have two votes or more
 * @param quarters the same over time
 */
record AgreementView(
        @Nullable Double raw,
        @Nullable Double alpha,
        @Nullable List<Double> alphaInterval,
        @Nullable Double kappa,
        @Nullable Long kappaVotes,
        @Nullable Long kappaPairs,
        long pairs,
        List<Quarter> quarters,
        List<Rater> raters) {
    /** A quarter of the pairs, by their last vote. */
    record Quarter(
            Instant from,
            Instant to,
            long pairs,
            double raw,
            @Nullable Double alpha,
            @Nullable List<Double> alphaInterval) {
        static Quarter of(Agreement.Quarter quarter) {
            return new Quarter(
                    quarter.from(),
                    quarter.to(),
                    quarter.pairs(),
                    quarter.raw(),
                    quarter.alpha(),
                    limits(quarter.interval()));
        }
    }

    /** One rater; {@code agreement} is with the others' votes on the same pairs. */
    record Rater(
            String rater,
            long votes,
            double medianSeconds,
            @Nullable Double leftShare,
            double leftBiasP,
            @Nullable Double agreement) {}

    static AgreementView of(Round round, Agreement agreement, List<RoundAgreement.Rater> habits) {
        List<Rater> raters = RaterRow.of(round, habits).stream()
                .flatMap(row -> row.habits() == null
                        ? Stream.empty()
                        : Stream.of(rater(row.rater().name(), row.habits())))
                .toList();
        FleissKappa kappa = agreement.kappa();
        return new AgreementView(
                agreement.raw(),
                agreement.alpha(),
                limits(agreement.interval()),
                kappa == null ? null : (Double) kappa.kappa(),
                kappa == null ? null : (Long) kappa.votes(),
                kappa == null ? null : (Long) kappa.items(),
                agreement.pairs(),
                agreement.quarters().stream().map(Quarter::of).toList(),
                raters);
    }

    private static @Nullable List<Double> limits(@Nullable Interval interval) {
        return interval == null ? null : List.of(interval.low(), interval.high());
    }

    private static Rater rater(String name, RoundAgreement.Rater habits) {
        return new Rater(
                name,
                habits.votes(),
                habits.medianSeconds(),
                habits.leftShare(),
                habits.leftBiasP(),
                habits.agreement());
    }
}
