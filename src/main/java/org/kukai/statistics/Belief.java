package org.kukai.statistics;

import java.util.List;

import org.kukai.statistics.ActivePairing.Asked;

/** What is believed of the strengths of a few items: jointly normal. Votes that will come make it narrower. */
final class Belief {
    // A normal variable's mean over three points (Gauss-Hermite): in the middle and at the root of three deviations.
    private static final double REACH = Math.sqrt(3);
    private static final double MIDDLE_WEIGHT = 2.0 / 3;
    private static final double SIDE_WEIGHT = 1.0 / 6;

    private final double[] mean;
    private final double[][] covariance;
    private final double tie;

    private Belief(double[] mean, double[][] covariance, double tie) {
        this.mean = mean;
        this.covariance = covariance;
        this.tie = tie;
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

    /** How many nats so many votes on the two are expected to tell. */
    double gain(int first, int second, double votes) {
        return Math.log1p(votes * information(first, second) * variance(first, second)) / 2;
    }

    /** Believes what so many votes on the two are expected to leave. */
    void expect(int first, int second, double votes) {
        double told = votes * information(first, second);
        double share = told / (1 + told * variance(first, second));
        double[] shift = new double[mean.length];
        for (int i = 0; i < shift.length; i++) {
            shift[i] = covariance[i][first] - covariance[i][second];
        }
        for (int i = 0; i < shift.length; i++) {
            for (int j = 0; j < shift.length; j++) {
                covariance[i][j] -= share * shift[i] * shift[j];
            }
        }
    }

    double variance(int first, int second) {
        return Math.max(0, covariance[first][first] + covariance[second][second] - 2 * covariance[first][second]);
    }

    double information(int first, int second) {
        double middle = mean[first] - mean[second];
        double reach = REACH * Math.sqrt(variance(first, second));
        return MIDDLE_WEIGHT * Chance.of(middle, tie).information()
                + SIDE_WEIGHT * Chance.of(middle - reach, tie).information()
                + SIDE_WEIGHT * Chance.of(middle + reach, tie).information();
    }
}
