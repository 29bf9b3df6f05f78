package org.kukai.statistics;

import java.util.Collection;
import java.util.List;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.jspecify.annotations.Nullable;

/**
 * How strong items are, by votes on two of them at a time: Bradley-Terry with Davidson's ties. A strength is the natural
 * logarithm of odds, told against the mean of the item's component in the {@link ComparisonGraph}.
 */
public final class Strengths {
    /** Degrees of freedom of what is normal. */
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final int items;
    private final RealVector top;
    private final double tie;
    private final ComparisonGraph graph;
    private final RealMatrix covariance;
    private final int freedom;
    private final @Nullable StrengthFit fit;

    private Strengths(
            int items,
            RealVector top,
            double tie,
            ComparisonGraph graph,
            RealMatrix covariance,
            int freedom,
            @Nullable StrengthFit fit) {
        this.items = items;
        this.top = top;
        this.tie = tie;
        this.graph = graph;
        this.covariance = covariance;
        this.freedom = freedom;
        this.fit = fit;
    }

    /** As fitted; the inverse of the curvature at the top is their covariance. */
    static Strengths fitted(
            int items, RealVector top, double tie, ComparisonGraph graph, RealMatrix inverse, StrengthFit fit) {
        return new Strengths(items, top, tie, graph, inverse, ENDLESS, fit);
    }

    /**
     * The strengths of items numbered from 0.
     *
     * @throws IllegalArgumentException when there is no prior and the votes alone have no largest likelihood: see {@link
     *     ComparisonGraph#isSeparated}
     */
    public static Strengths of(int items, Collection<Bout> bouts, Prior prior) {
        return new StrengthFit(items, bouts, prior).run();
    }

    /**
     * What is believed of the strengths of items after votes on them, when what they are drawn from is itself only believed: the mean, and the
     * uncertainty of both.
     */
    public static Strengths believed(Priors.Group group, Priors priors) {
        int items = group.items();
        RealVector mean = new ArrayRealVector(items);
        RealMatrix square = new Array2DRowRealMatrix(items, items);
        double tie = 0;
        for (Priors.Weighed one : priors.weighed()) {
            Posterior posterior = Posterior.of(items, group.bouts(), one.prior());
            RealVector middle = posterior.mean();
            RealMatrix about = posterior.covariance().add(middle.outerProduct(middle));
            mean = mean.add(middle.mapMultiply(one.weight()));
            square = square.add(about.scalarMultiply(one.weight()));
            tie += one.weight() * one.prior().tie();
        }
        RealMatrix covariance = square.subtract(mean.outerProduct(mean));
        return new Strengths(items, mean, tie, new ComparisonGraph(items, group.bouts()), covariance, ENDLESS, null);
    }

    /**
     * The same strengths with an uncertainty that holds when the votes within a cluster are alike, as votes on the same poems
     * are: the sandwich estimate, times G/(G-1) for G clusters, and Student's t with G-1 degrees of freedom (Liang and Zeger
     * 1986, Biometrika 73, 13-22; Cameron and Miller 2015, Journal of Human Resources 50, 317-372).
     *
     * @param clusters the same votes as were fitted, cut into at least two parts
     * @throws IllegalStateException when these are not strengths that {@link #of} has fitted
     */
    public Strengths clustered(Collection<? extends Collection<Bout>> clusters) {
        if (fit == null) {
            throw new IllegalStateException("only strengths as fitted can be told by clusters");
        }
        int parts = clusters.size();
        if (parts < 2) {
            throw new IllegalArgumentException("at least two clusters are needed, not " + parts);
        }
        List<RealVector> scores =
                clusters.stream().map(part -> fit.score(part, top)).toList();
        RealVector mean = scores.stream().reduce(RealVector::add).orElseThrow().mapDivide(parts);
        RealMatrix spread = new Array2DRowRealMatrix(top.getDimension(), top.getDimension());
        for (RealVector score : scores) {
            RealVector off = score.subtract(mean);
            spread = spread.add(off.outerProduct(off));
        }
        RealMatrix robust = covariance
                .multiply(spread.scalarMultiply(parts / (parts - 1.0)))
                .multiply(covariance);
        return new Strengths(items, top, tie, graph, robust, parts - 1, null);
    }

    public int items() {
        return items;
    }

    public ComparisonGraph graph() {
        return graph;
    }

    /** The odds of a tie between equals, to a win of one of them. */
    public double tie() {
        return tie;
    }

    public double of(int item) {
        double[] weights = against(item);
        double sum = 0;
        for (int i = 0; i < items; i++) {
            sum += weights[i] * top.getEntry(i);
        }
        return sum;
    }

    public double standardError(int item) {
        return Math.sqrt(Math.max(0, variance(against(item))));
    }

    /** The interval that holds the strength with the probability, such as 0.95. */
    public Interval interval(int item, double level) {
        double middle = of(item);
        double reach = quantile(level) * standardError(item);
        return new Interval(middle - reach, middle + reach);
    }

    /** How uncertain the first one's strength less the second one's is, as a variance. */
    public double varianceOfDifference(int first, int second) {
        double[] weights = new double[items];
        weights[first] += 1;
        weights[second] -= 1;
        return variance(weights);
    }

    /** As it was fitted: with a prior, its mean is zero over everything. */
    double raw(int item) {
        return top.getEntry(item);
    }

    double covariance(int first, int second) {
        return covariance.getEntry(first, second);
    }

    private double quantile(double level) {
        double rank = (1 + level) / 2;
        return freedom == ENDLESS
                ? new NormalDistribution().inverseCumulativeProbability(rank)
                : new TDistribution(freedom).inverseCumulativeProbability(rank);
    }

    private double[] against(int item) {
        int size = 0;
        for (int i = 0; i < items; i++) {
            size += graph.component(i) == graph.component(item) ? 1 : 0;
        }
        double[] weights = new double[items];
        for (int i = 0; i < items; i++) {
            weights[i] = graph.component(i) == graph.component(item) ? -1.0 / size : 0;
        }
        weights[item] += 1;
        return weights;
    }

    private double variance(double[] weights) {
        double sum = 0;
        for (int i = 0; i < items; i++) {
            for (int j = 0; weights[i] != 0 && j < items; j++) {
                sum += weights[i] * weights[j] * covariance.getEntry(i, j);
            }
        }
        return sum;
    }
}
