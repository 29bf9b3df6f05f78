package org.kukai.web.annotation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Round;
import org.kukai.ranking.RoundAgreement;

/**
 * How far raters agree, as the API tells it.
 *
 * @param raw the share of agreeing pairs of votes on the same pair; null while no pair has two votes
 */
record AgreementView(@Nullable Double raw, List<Rater> raters) {
    /** One rater; {@code agreement} is with the others' votes on the same pairs. */
    record Rater(
            String rater,
            long votes,
            double medianSeconds,
            @Nullable Double leftShare,
            double leftBiasP,
            @Nullable Double agreement) {}

    static AgreementView of(Round round) {
        OptionalDouble raw = RoundAgreement.raw(round);
        List<Rater> raters = RaterRow.of(round).stream()
                .flatMap(row -> row.habits() == null
                        ? Stream.empty()
                        : Stream.of(rater(row.rater().name(), row.habits())))
                .toList();
        return new AgreementView(raw.isEmpty() ? null : raw.getAsDouble(), raters);
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
