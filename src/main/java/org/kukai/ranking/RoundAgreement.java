package org.kukai.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.annotation.Round;
import org.kukai.statistics.RaterTests;
import org.kukai.statistics.RawAgreement;
import org.kukai.statistics.RawAgreement.Tally;
import org.kukai.statistics.SignTest;

/** How far the raters of a round say the same. Skips say nothing and are left out. */
public final class RoundAgreement {
    private static final double MILLIS = 1000;

    private RoundAgreement() {}

    /** The share of agreeing pairs of votes on the same pair of poems; empty while no pair has two votes. */
    public static OptionalDouble raw(Round round) {
        return RawAgreement.of(Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                                select first, second, tie, neither, count(*) from (
                                    select count(*) filter (where preferred = 'FIRST') as first,
                                           count(*) filter (where preferred = 'SECOND') as second,
                                           count(*) filter (where preferred = 'TIE') as tie,
                                           count(*) filter (where preferred = 'NEITHER') as neither
                                    from ballot where round_id = :round group by pair_id) tallies
                                group by first, second, tie, neither""", Object[].class)
                .setParameter("round", round.id)
                .getResultList()
                .stream()
                .map(row -> new Tally(
                        List.of(number(row[0]), number(row[1]), number(row[2]), number(row[3])), number(row[4])))
                .toList());
    }

    /**
     * What can be told of one rater.
     *
     * @param medianSeconds from being shown a pair to the vote
     * @param leftShare of the votes for a side, those for the left one; null when there is none for a side
     * @param leftBiasP how likely chance alone is as one-sided as that (exact sign test), corrected over the raters of the
     *     round; small is odd
     * @param agreement the share of other people's votes on the same pairs that say the same; null when there are none
     */
    public record Rater(
            UUID id,
            long votes,
            double medianSeconds,
            @Nullable Double leftShare,
            double leftBiasP,
            @Nullable Double agreement) {}

    /** Everybody whose votes count, the busiest first; sides are tested together with those who are excluded. */
    public static List<Rater> raters(Round round) {
        List<Object[]> rows = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select rater_id, count(*), percentile_cont(0.5) within group (order by millis),
                               count(*) filter (where choice = 'LEFT'), count(*) filter (where choice = 'RIGHT'),
                               sum(same), sum(others), max(weight) > 0
                        from (
                            select rater_id, millis, choice, weight,
                                   count(*) filter (where weight > 0) over (partition by pair_id, preferred) - 1 as same,
                                   count(*) filter (where weight > 0) over (partition by pair_id) - 1 as others
                            from said_vote where round_id = :round) votes
                        group by rater_id order by count(*) desc, rater_id""", Object[].class)
                .setParameter("round", round.id)
                .getResultList();
        List<Double> sides = RaterTests.together(rows, row -> SignTest.p(number(row[3]), number(row[4])));
        List<Rater> raters = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if ((Boolean) rows.get(i)[7]) {
                raters.add(rater(rows.get(i), sides.get(i)));
            }
        }
        return raters;
    }

    private static Rater rater(Object[] row, double sideP) {
        long left = number(row[3]);
        return new Rater(
                (UUID) row[0],
                number(row[1]),
                ((Number) row[2]).doubleValue() / MILLIS,
                share(left, left + number(row[4])),
                sideP,
                share(number(row[5]), number(row[6])));
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
