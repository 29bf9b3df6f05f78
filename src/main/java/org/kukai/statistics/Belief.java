package org.kukai.statistics;

import java.util.List;

import org.kukai.statistics.ActivePairing.Asked;

/**
 * What is believed of the strengths of a few items: jointly normal. Votes that will come make it narrower. How wrong the ranks
 * may be is told by {@code J Σ Jᵀ}, where {@code J} says how much a rank moves with each strength.
 */
final class Belief {
    /** Added to variances of differences, so that a rank never moves endlessly fast. */
    private static final double SOFT = 0.05;

    private final double[] mean;
    private final double[][] covariance;
    /** {@code J Σ}, and this times itself: (J Σ)ᵀ(J Σ), from which the gain of a pair is read off. */
    private final double[][] moves;

    private final double[][] gains;
    private final double tie;

    private Belief(double[] mean, double[][] covariance, double tie) {
        this.mean = mean;
        this.covariance = covariance;
        this.tie = tie;
        int size = mean.length;
        double[][] steep = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (i != j) {
                    double variance = variance(i, j) + SOFT;
                    double distance = mean[i] - mean[j];
                    double density = Math.exp(-distance * distance / (2 * variance)) / Math.sqrt(variance);
                    steep[i][j] -= density;
                    steep[i][i] += density;
                }
            }
        }
        this.moves = product(steep, covariance);
        this.gains = product(transposed(moves), moves);
    }

    static Belief after(int items, List<Asked> asked, Prior prior) {
        double[] mean = new double[items];
        double[][] covariance = new double[items][items];
        List<Bout> bouts =
                asked.stream().map(Asked::bout).filter(bout -> bout.votes() > 0).toList();
        if (bouts.isEmpty()) {
            for (int i = 0; i < items; i++) {
                covariance[i][i] = prior.spread() * prior.spread();
            }
        } else {
            Strengths strengths = Strengths.of(items, bouts, prior);
            for (int i = 0; i < items; i++) {
                mean[i] = strengths.raw(i);
                for (int j = 0; j < items; j++) {
                    covariance[i][j] = strengths.covariance(i, j);
                }
            }
        }
        Belief belief = new Belief(mean, covariance, prior.tie());
        for (Asked one : asked) {
            if (one.pending() > 0) {
                belief.expect(one.bout().first(), one.bout().second(), one.pending());
            }
        }
        return belief;
    }

    /** How much less wrong, in squares, so many votes on the two are expected to make the ranks. */
    double gain(int first, int second, double votes) {
        double told = votes * information(first, second);
        double moved = gains[first][first] + gains[second][second] - 2 * gains[first][second];
        return told * Math.max(0, moved) / (1 + told * variance(first, second));
    }

    /** Believes what so many votes on the two are expected to leave. */
    void expect(int first, int second, double votes) {
        int size = mean.length;
        double told = votes * information(first, second);
        double share = told / (1 + told * variance(first, second));
        double[] shift = new double[size];
        double[] move = new double[size];
        double square = 0;
        for (int i = 0; i < size; i++) {
            shift[i] = covariance[i][first] - covariance[i][second];
            move[i] = moves[i][first] - moves[i][second];
            square += move[i] * move[i];
        }
        double[] turned = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                turned[j] += moves[i][j] * move[i];
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                gains[i][j] +=
                        share * (share * square * shift[i] * shift[j] - turned[i] * shift[j] - shift[i] * turned[j]);
                moves[i][j] -= share * move[i] * shift[j];
                covariance[i][j] -= share * shift[i] * shift[j];
            }
        }
    }

    private double variance(int first, int second) {
        return Math.max(0, covariance[first][first] + covariance[second][second] - 2 * covariance[first][second]);
    }

    private double information(int first, int second) {
        return Chance.information(mean[first] - mean[second], variance(first, second), tie);
    }

    private static double[][] product(double[][] one, double[][] other) {
        double[][] product = new double[one.length][one.length];
        for (int i = 0; i < one.length; i++) {
            for (int k = 0; k < one.length; k++) {
                double factor = one[i][k];
                for (int j = 0; j < one.length; j++) {
                    product[i][j] += factor * other[k][j];
                }
            }
        }
        return product;
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] turned = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
    }
}
