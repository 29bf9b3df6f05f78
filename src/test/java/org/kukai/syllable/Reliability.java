package org.kukai.syllable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.kukai.syllable.HeldOut.Guess;

/** How often the model is right where it says that it is so sure, after DeGroot and Fienberg, "The comparison and evaluation of forecasters", 1983. */
final class Reliability {

    private static final double[] EDGES = {0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.01};

    private final int words;
    private final List<Bin> bins = new ArrayList<>();

    /** Those guesses whose confidence is between two edges. */
    record Bin(double from, double to, double confidence, Tally right) {}

    Reliability(List<Guess> guesses) {
        words = guesses.size();
        for (int i = 0; i + 1 < EDGES.length; i++) {
            double from = EDGES[i];
            double to = EDGES[i + 1];
            List<Guess> inside = guesses.stream()
                    .filter(guess -> guess.confidence() >= from && guess.confidence() < to)
                    .toList();
            double mean =
                    inside.stream().mapToDouble(Guess::confidence).average().orElse(0);
            bins.add(new Bin(from, Math.min(1, to), mean, Tally.of(inside, Guess::right)));
        }
    }

    List<Bin> bins() {
        return bins;
    }

    /** By how much confidence and share differ on the average word (expected calibration error), 0 to 1. */
    double error() {
        return bins.stream()
                        .filter(bin -> bin.right.all() > 0)
                        .mapToDouble(bin -> bin.right.all() * Math.abs(bin.confidence - bin.right.share()))
                        .sum()
                / words;
    }

    void print() {
        System.out.println("| as sure as | words | mean confidence | right |\n|---|---|---|---|");
        for (Bin bin : bins) {
            System.out.printf(
                    Locale.ROOT,
                    "| %.1f to %.1f %% | %,d | %.2f | %s |%n",
                    100 * bin.from,
                    100 * bin.to,
                    bin.right.all(),
                    100 * bin.confidence,
                    bin.right);
        }
        System.out.printf(Locale.ROOT, "%nThe average word is off by %.2f points.%n%n", 100 * error());
    }
}
