package org.kukai.web.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Named amounts side by side: a table whose last column is a bar. Shown by {@code {#bars chart /}}.
 *
 * @param caption what the table shows, in words
 * @param bars from the top down
 */
public record Bars(String caption, List<Bar> bars) {
    /** The width of the longest bar, in the drawing's own units. */
    private static final double FULL = 100;

    /**
     * One row.
     *
     * @param width 0 to 100
     * @param best whether to draw it in the colour of the seal
     */
    public record Bar(String label, String shown, double width, boolean best) {}

    /** An amount to draw; {@code shown} is how it is written. */
    public record Amount(String label, double value, String shown, boolean best) {}

    public Bars {
        bars = List.copyOf(bars);
    }

    /** Bars in proportion to the largest amount. */
    public static Bars of(String caption, List<Amount> amounts) {
        double largest = amounts.stream().mapToDouble(Amount::value).max().orElse(0);
        return scaled(caption, amounts, largest);
    }

    /** Bars in proportion to the whole: amounts are shares from 0 to 1. */
    public static Bars ofShares(String caption, List<Amount> shares) {
        return scaled(caption, shares, 1);
    }

    private static Bars scaled(String caption, List<Amount> amounts, double largest) {
        return new Bars(
                caption,
                amounts.stream()
                        .map(a ->
                                new Bar(a.label(), a.shown(), largest <= 0 ? 0 : FULL * a.value() / largest, a.best()))
                        .toList());
    }

    /** Counts of the scores 0, 1, 2 ... in this order, the last drawn as the best. */
    public static Bars ofScores(String caption, List<Long> counts) {
        int best = counts.size() - 1;
        return of(
                caption,
                IntStream.rangeClosed(0, best)
                        .mapToObj(score -> new Amount(
                                score == best ? score + " (5-7-5)" : String.valueOf(score),
                                counts.get(score),
                                String.valueOf(counts.get(score)),
                                score == best))
                        .toList());
    }

    public boolean isEmpty() {
        return bars.stream().allMatch(bar -> bar.width() <= 0);
    }
}
