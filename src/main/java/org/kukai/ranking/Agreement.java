package org.kukai.ranking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Round;
import org.kukai.statistics.FleissKappa;
import org.kukai.statistics.Interval;
import org.kukai.statistics.Krippendorff;
import org.kukai.statistics.RawAgreement;
import org.kukai.statistics.RawAgreement.Tally;

/**
 * How far the raters of a round say the same, over the four answers left (first), right (second), tie and neither. Every rater who
 * is not excluded counts alike, whatever their weight. Where pairs are settled early or asked again when raters split, the
 * number of votes depends on how they fell; then only the first votes of each pair count that it would have had anyway, so that
 * split pairs do not weigh more.
 *
 * @param raw the share of agreeing pairs of votes on one pair of poems; null while no pair has two votes
 * @param alpha Krippendorff's; null when there is none
 * @param interval of alpha, with 95 %; null when there is none
 * @param kappa Fleiss', of the pairs with the commonest number of votes; null when there is none
 * @param pairs how many pairs have two votes or more
 * @param quarters the same over time: pairs by their last vote, in four parts; empty when there are too few
 */
public record Agreement(
        @Nullable Double raw,
        @Nullable Double alpha,
        @Nullable Interval interval,
        @Nullable FleissKappa kappa,
        long pairs,
        List<Quarter> quarters) {
    private static final double LEVEL = 0.95;
    private static final int RESAMPLES = 2000;
    private static final long SEED = 1;
    /** Fewer pairs than this are not cut into quarters. */
    private static final int FEWEST = 40;

    private static final String TALLIES = """
            with numbered as (
                select pair_id, preferred, cast_at,
                       case when :adaptive then row_number() over (partition by pair_id order by cast_at, rater_id) else 1 end as turn
                from ballot where round_id = :round),
            tallies as (
                select pair_id, max(cast_at) as last,
                       count(*) filter (where preferred = 'FIRST') as first,
                       count(*) filter (where preferred = 'SECOND') as second,
                       count(*) filter (where preferred = 'TIE') as tie,
                       count(*) filter (where preferred = 'NEITHER') as neither
                from numbered where turn <= :sure group by pair_id having count(*) > 1),
            placed as (select *, ntile(4) over (order by last, pair_id) as quarter from tallies)
            select quarter, first, second, tie, neither, count(*), min(last), max(last)
            from placed group by quarter, first, second, tie, neither order by 1, 2, 3, 4, 5""";

    /** A quarter of the pairs, those whose last vote came between the two moments. */
    public record Quarter(
            Instant from,
            Instant to,
            long pairs,
            double raw,
            @Nullable Double alpha,
            @Nullable Interval interval) {}

    static Agreement of(Round round) {
        boolean adaptive = round.rules.settleEarly() || round.rules.moreVotes() > 0;
        List<Row> rows = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(TALLIES, Object[].class)
                .setParameter("round", round.id)
                .setParameter("adaptive", adaptive)
                .setParameter("sure", round.rules.settleEarly() ? round.votesPerPair / 2 + 1 : round.votesPerPair)
                .getResultList()
                .stream()
                .map(Row::of)
                .toList();
        List<Tally> tallies = rows.stream().map(Row::tally).toList();
        long pairs = pairs(tallies);
        return new Agreement(
                orNull(RawAgreement.of(tallies)),
                orNull(Krippendorff.alpha(tallies)),
                interval(tallies),
                FleissKappa.ofCommonest(tallies).orElse(null),
                pairs,
                pairs < FEWEST ? List.of() : quarters(rows));
    }

    private static List<Quarter> quarters(List<Row> rows) {
        Map<Integer, List<Row>> quarters =
                rows.stream().collect(Collectors.groupingBy(Row::quarter, TreeMap::new, Collectors.toList()));
        return quarters.values().stream()
                .map(quarter -> {
                    List<Tally> tallies = quarter.stream().map(Row::tally).toList();
                    return new Quarter(
                            quarter.stream()
                                    .map(Row::from)
                                    .min(Instant::compareTo)
                                    .orElseThrow(),
                            quarter.stream()
                                    .map(Row::to)
                                    .max(Instant::compareTo)
                                    .orElseThrow(),
                            pairs(tallies),
                            RawAgreement.of(tallies).orElseThrow(),
                            orNull(Krippendorff.alpha(tallies)),
                            interval(tallies));
                })
                .toList();
    }

    private static @Nullable Interval interval(List<Tally> tallies) {
        return Krippendorff.interval(tallies, RESAMPLES, LEVEL, SEED).orElse(null);
    }

    private static long pairs(List<Tally> tallies) {
        return tallies.stream().mapToLong(Tally::items).sum();
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isEmpty() ? null : (Double) value.getAsDouble();
    }

    /** Pairs of one quarter that got the same votes. */
    private record Row(int quarter, Tally tally, Instant from, Instant to) {
        static Row of(Object[] row) {
            return new Row(
                    Numbers.whole(row[0]),
                    new Tally(
                            List.of(
                                    (long) Numbers.whole(row[1]),
                                    (long) Numbers.whole(row[2]),
                                    (long) Numbers.whole(row[3]),
                                    (long) Numbers.whole(row[4])),
                            Numbers.whole(row[5])),
                    (Instant) row[6],
                    (Instant) row[7]);
        }
    }
}
