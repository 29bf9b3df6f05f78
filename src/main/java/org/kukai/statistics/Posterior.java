package org.kukai.statistics;

import java.util.List;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * What is believed of strengths after some votes: the normal distribution that comes nearest, by expectation propagation (Minka 2001,
 * Uncertainty in Artificial Intelligence 17, 362-369), and how likely these votes were beforehand. With few votes on each item the top of the
 * density, and how sharp it is there, mislead; this does not (Kuss and Rasmussen 2005, Journal of Machine Learning Research 6, 1679-1704).
 *
 * <p>Each bout is replaced by a normal factor of the difference of its two items, chosen so that putting the bout itself in the factor's place
 * changes neither mean nor variance. The votes of a bout are a log-concave function of the difference, so no factor has a negative precision.
 *
 * <p>Cost: some sweeps of order (bouts) × (items)².
 */
final class Posterior {
    private static final int MOST_SWEEPS = 40;
    /** The sweeps end when no factor moves by more than this, as a part of what is believed of its difference. */
    private static final double CLOSE = 1e-3;

    /** A factor that would move by less is left as it is, which spares the dear step. */
    private static final double STILL = 1e-5;

    private final int items;
    private final List<Bout> bouts;
    private final Prior prior;
    private final double[] mean;
    private final double[][] covariance;
    /** Of each bout's factor {@code exp(-precision d²/2 + pull d)}; and the logarithm of what it must be multiplied by. */
    private final double[] precision;

    private final double[] pull;
    private final double[] scale;

    private Posterior(int items, List<Bout> bouts, Prior prior) {
        boolean tied = bouts.stream().anyMatch(bout -> bout.ties() > 0);
        if (Double.isNaN(prior.tie()) || (tied && prior.tie() == 0)) {
            throw new IllegalArgumentException("these votes need known odds of a tie: " + prior);
        }
        this.items = items;
        this.bouts = bouts;
        this.prior = prior;
        this.mean = new double[items];
        this.covariance = new double[items][items];
        for (int i = 0; i < items; i++) {
            covariance[i][i] = prior.spread() * prior.spread();
        }
        this.precision = new double[bouts.size()];
        this.pull = new double[bouts.size()];
        this.scale = new double[bouts.size()];
        double moved = 1;
        for (int sweep = 0; sweep < MOST_SWEEPS && moved > CLOSE; sweep++) {
            moved = 0;
            for (int bout = 0; bout < bouts.size(); bout++) {
                moved = Math.max(moved, improve(bout));
            }
        }
    }

    /**
     * What votes leave of strengths that were independent and as the prior says.
     *
     * @throws IllegalArgumentException when the prior does not know the odds of a tie, or says that there is none and there are
     */
    static Posterior of(int items, List<Bout> bouts, Prior prior) {
        return new Posterior(items, bouts, prior);
    }

    RealVector mean() {
        return new ArrayRealVector(mean);
    }

    RealMatrix covariance() {
        return new Array2DRowRealMatrix(covariance);
    }

    /** How many of the votes would be ties, by what is believed now of each difference. */
    double ties() {
        double sum = 0;
        for (int i = 0; i < bouts.size(); i++) {
            Without without = without(i);
            sum += Difference.after(bouts.get(i), without.mean(), without.sharp(), prior.tie())
                    .ties();
        }
        return sum;
    }

    /** What is believed of a bout's difference from everything but the bout: its mean, and one over its variance. */
    private record Without(double mean, double sharp, double variance) {}

    private Without without(int index) {
        int one = bouts.get(index).first();
        int other = bouts.get(index).second();
        double variance = covariance[one][one] + covariance[other][other] - 2 * covariance[one][other];
        double sharp = 1 / variance - precision[index];
        return new Without(((mean[one] - mean[other]) / variance - pull[index]) / sharp, sharp, variance);
    }

    /** Chooses a bout's factor anew and says how far it moved, as a part of what is believed of the difference. */
    private double improve(int index) {
        Bout bout = bouts.get(index);
        Without without = without(index);
        double sharp = without.sharp();
        if (!(sharp > 0)) {
            // Rounding left nothing but the bout; the others must move first.
            return 0;
        }
        Difference told = Difference.after(bout, without.mean(), sharp, prior.tie());
        double fresh = Math.max(0, 1 / told.variance() - sharp);
        double freshPull = told.mean() * (fresh + sharp) - without.mean() * sharp;
        double more = fresh - precision[index];
        double morePull = freshPull - pull[index];
        scale[index] = told.logMass()
                + Math.log1p(fresh / sharp) / 2
                - (told.mean() * told.mean() * (fresh + sharp) - without.mean() * without.mean() * sharp) / 2;
        double moved =
                Math.max(Math.abs(more) * without.variance(), Math.abs(morePull) * Math.sqrt(without.variance()));
        if (moved > STILL) {
            precision[index] = fresh;
            pull[index] = freshPull;
            believe(bout.first(), bout.second(), more, morePull);
        }
        return moved;
    }

    /** Multiplies what is believed by a normal factor of the difference. */
    private void believe(int one, int other, double more, double morePull) {
        double[] shift = new double[items];
        for (int i = 0; i < items; i++) {
            shift[i] = covariance[i][one] - covariance[i][other];
        }
        double variance = shift[one] - shift[other];
        double share = more / (1 + more * variance);
        double step = (morePull - more * (mean[one] - mean[other])) / (1 + more * variance);
        for (int i = 0; i < items; i++) {
            mean[i] += step * shift[i];
            for (int j = 0; j <= i; j++) {
                covariance[i][j] -= share * shift[i] * shift[j];
                covariance[j][i] = covariance[i][j];
            }
        }
    }

    /**
     * The logarithm of how likely the votes were beforehand, whatever the strengths: the factors and what was believed beforehand are all
     * normal, so the integral of their product is known.
     */
    double logEvidence() {
        double sum = 0;
        double[] pulled = new double[items];
        for (int i = 0; i < bouts.size(); i++) {
            sum += scale[i];
            pulled[bouts.get(i).first()] += pull[i];
            pulled[bouts.get(i).second()] -= pull[i];
        }
        for (int i = 0; i < items; i++) {
            sum += mean[i] * pulled[i] / 2 - Math.log(prior.spread());
        }
        // The determinant is the square of that of its root, a triangle.
        RealMatrix root = new CholeskyDecomposition(covariance()).getL();
        for (int i = 0; i < items; i++) {
            sum += Math.log(root.getEntry(i, i));
        }
        return sum;
    }
}
