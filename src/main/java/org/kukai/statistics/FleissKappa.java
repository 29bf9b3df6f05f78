package org.kukai.statistics;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.kukai.statistics.RawAgreement.Tally;

/**
 * Fleiss' kappa: agreement corrected for chance, for items that all have the same number of votes (Fleiss 1971, Psychological
 * Bulletin 76, 378-382).
 *
 * @param kappa at most 1; 0 is what chance gives
 * @param votes how many each of these items has
 * @param items how many there are
 */
public record FleissKappa(double kappa, long votes, long items) {
    /**
     * Of the items with the commonest number of votes, of two or more; of equally common ones the larger. Empty when there is
     * none, or when all their votes are the same.
     */
    public static Optional<FleissKappa> ofCommonest(Collection<Tally> tallies) {
        Map<Long, Long> items = tallies.stream()
                .filter(tally -> tally.items() > 0 && tally.total() > 1)
                .collect(Collectors.groupingBy(Tally::total, Collectors.summingLong(Tally::items)));
        return items.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<Long, Long> entry) -> entry.getValue())
                        .thenComparingLong(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .flatMap(votes -> of(
                        tallies.stream().filter(tally -> tally.total() == votes).toList(), votes));
    }

    private static Optional<FleissKappa> of(List<Tally> tallies, long votes) {
        long items = tallies.stream().mapToLong(Tally::items).sum();
        double observed = RawAgreement.of(tallies).orElseThrow();
        int categories =
                tallies.stream().mapToInt(tally -> tally.votes().size()).max().orElse(0);
        double expected = 0;
        for (int category = 0; category < categories; category++) {
            int one = category;
            double share = tallies.stream()
                            .mapToDouble(tally -> one < tally.votes().size()
                                    ? (double) tally.items() * tally.votes().get(one)
                                    : 0)
                            .sum()
                    / ((double) items * votes);
            expected += share * share;
        }
        return expected >= 1
                ? Optional.empty()
                : Optional.of(new FleissKappa((observed - expected) / (1 - expected), votes, items));
    }
}
