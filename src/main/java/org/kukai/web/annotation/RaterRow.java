package org.kukai.web.annotation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Round;
import org.kukai.annotation.RoundProgress;
import org.kukai.ranking.RoundAgreement;
import org.kukai.statistics.RaterTests;

/** What an admin sees of one rater of a round. */
record RaterRow(RoundProgress.Rater rater, RoundAgreement.@Nullable Rater habits) {
    static List<RaterRow> of(Round round) {
        return of(round, RoundAgreement.raters(round));
    }

    static List<RaterRow> of(Round round, List<RoundAgreement.Rater> known) {
        Map<UUID, RoundAgreement.Rater> habits =
                known.stream().collect(Collectors.toMap(RoundAgreement.Rater::id, Function.identity()));
        return RoundProgress.raters(round).stream()
                .map(rater -> new RaterRow(rater, habits.get(rater.id())))
                .toList();
    }

    public String seconds() {
        return habits == null ? "–" : Math.round(habits.medianSeconds()) + " s";
    }

    public String leftShare() {
        return Percent.of(habits == null ? null : habits.leftShare());
    }

    public String agreement() {
        return Percent.of(habits == null ? null : habits.agreement());
    }

    public boolean isOneSided() {
        return habits != null && RaterTests.isOdd(habits.leftBiasP());
    }
}
