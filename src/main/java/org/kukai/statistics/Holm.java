package org.kukai.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes p-values of many tests comparable with one level, so that the chance of a single false alarm among all of them is at
 * most that level (Holm 1979, Scandinavian Journal of Statistics 6, 65-70).
 */
public final class Holm {
    private Holm() {}

    /** The adjusted p-values, in the order given. */
    public static List<Double> adjusted(List<Double> values) {
        List<Integer> order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get))
                .collect(Collectors.toList());
        Double[] adjusted = new Double[values.size()];
        double largest = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            largest = Math.max(largest, Math.min(1, values.get(order.get(rank)) * (values.size() - rank)));
            adjusted[order.get(rank)] = largest;
        }
        return List.of(adjusted);
    }
}
