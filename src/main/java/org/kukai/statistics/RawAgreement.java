package org.kukai.statistics;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The share of agreeing pairs of votes among all pairs of votes on the same item: the observed agreement of Fleiss (1971,
 * Psychological Bulletin 76, 378-382), with items weighted by their number of pairs so that they may have unequal numbers
 * of votes. It is not corrected for chance.
 */
public final class RawAgreement {
    private RawAgreement() {}

    /**
     * Items that got the same votes.
     *
     * @param votes how many votes each category got
     * @param items how many items there are of this kind
     */
    public record Tally(List<Long> votes, long items) {
        public Tally {
            votes = List.copyOf(votes);
        }

        long total() {
            return votes.stream().mapToLong(Long::longValue).sum();
        }

        private double agreeing() {
            return items * votes.stream().mapToDouble(RawAgreement::pairs).sum();
        }

        private double all() {
            return items * pairs(total());
        }
    }

    /** From 0 to 1; empty when no item has two votes. */
    public static OptionalDouble of(Collection<Tally> tallies) {
        double all = tallies.stream().mapToDouble(Tally::all).sum();
        double agreeing = tallies.stream().mapToDouble(Tally::agreeing).sum();
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(agreeing / all);
    }

    private static double pairs(long votes) {
        return votes * (votes - 1) / 2.0;
    }
}
