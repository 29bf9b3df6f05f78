package org.kukai.statistics;

import java.util.Collection;
import java.util.List;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Finds the strengths that explain votes best by the model of {@link Chance}: the largest posterior density, or likelihood
 * when there is no prior. The logarithm of it is concave, so Newton's steps, halved while they do not climb, find its only
 * top. Parameters are the strengths and, when votes shall tell it, the logarithm of the odds of a tie.
 *
 * <p>Cost: a few steps of order (items)³.
 */
final class StrengthFit {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    private static final double CLOSE = 1e-10;

    private final int items;
    private final List<Bout> bouts;
    private final Prior prior;
    private final ComparisonGraph graph;
    private final boolean tieIsFree;
    private final double fixedTie;

    StrengthFit(int items, Collection<Bout> bouts, Prior prior) {
        this.items = items;
        this.bouts = List.copyOf(bouts);
        this.prior = prior;
        this.graph = new ComparisonGraph(items, this.bouts);
        boolean ties = this.bouts.stream().anyMatch(bout -> bout.ties() > 0);
        // Without a tie among the votes the best odds of one are nought.
        this.tieIsFree = Double.isNaN(prior.tie()) && ties;
        this.fixedTie = Double.isNaN(prior.tie()) ? 0 : prior.tie();
        if (Double.isInfinite(prior.spread())) {
            boolean decided = this.bouts.stream().anyMatch(bout -> bout.wins() + bout.losses() > 0);
            if (graph.isSeparated() || !decided) {
                throw new IllegalArgumentException("these votes have no largest likelihood; a prior is needed");
            }
        }
    }

    Strengths run() {
        RealVector at = new ArrayRealVector(items + (tieIsFree ? 1 : 0));
        double height = height(at);
        for (int step = 0; step < MOST_STEPS; step++) {
            RealVector slope = slope(at);
            RealVector move =
                    new CholeskyDecomposition(curvature(at)).getSolver().solve(slope);
            double promise = slope.dotProduct(move);
            if (promise < CLOSE) {
                at = at.add(move);
                break;
            }
            double share = 1;
            for (int halving = 0;
                    halving < MOST_HALVINGS && height(at.add(move.mapMultiply(share))) < height;
                    halving++) {
                share /= 2;
            }
            at = at.add(move.mapMultiply(share));
            height = height(at);
        }
        return Strengths.fitted(items, at, tie(at), graph, inverse(at), this);
    }

    private double tie(RealVector at) {
        return tieIsFree ? Math.exp(at.getEntry(items)) : fixedTie;
    }

    private Chance chance(Bout bout, RealVector at) {
        return Chance.of(at.getEntry(bout.first()) - at.getEntry(bout.second()), tie(at));
    }

    private double height(RealVector at) {
        double sum = 0;
        for (Bout bout : bouts) {
            Chance chance = chance(bout, at);
            sum += part(bout.wins(), chance.win())
                    + part(bout.ties(), chance.tie())
                    + part(bout.losses(), chance.loss());
        }
        for (int i = 0; i < items; i++) {
            sum -= prior.precision() * at.getEntry(i) * at.getEntry(i) / 2;
        }
        return tieIsFree ? sum - prior.tiePrecision() * at.getEntry(items) * at.getEntry(items) / 2 : sum;
    }

    private static double part(double votes, double chance) {
        return votes == 0 ? 0 : votes * Math.log(chance);
    }

    private RealVector slope(RealVector at) {
        RealVector slope = score(bouts, at);
        for (int i = 0; i < items; i++) {
            slope.addToEntry(i, -prior.precision() * at.getEntry(i));
        }
        if (tieIsFree) {
            slope.addToEntry(items, -prior.tiePrecision() * at.getEntry(items));
        }
        return slope;
    }

    /** The slope of the logarithm of the likelihood of some votes. */
    RealVector score(Collection<Bout> some, RealVector at) {
        RealVector score = new ArrayRealVector(at.getDimension());
        for (Bout bout : some) {
            Chance chance = chance(bout, at);
            double push = (bout.wins() - bout.losses() - bout.votes() * (chance.win() - chance.loss())) / 2;
            score.addToEntry(bout.first(), push);
            score.addToEntry(bout.second(), -push);
            if (tieIsFree) {
                score.addToEntry(items, bout.ties() - bout.votes() * chance.tie());
            }
        }
        return score;
    }

    private RealMatrix curvature(RealVector at) {
        int size = at.getDimension();
        double[][] sum = new double[size][size];
        for (Bout bout : bouts) {
            Chance chance = chance(bout, at);
            int one = bout.first();
            int other = bout.second();
            double told = bout.votes() * chance.information();
            sum[one][one] += told;
            sum[other][other] += told;
            sum[one][other] -= told;
            sum[other][one] -= told;
            if (tieIsFree) {
                double both = -bout.votes() * chance.tie() * (chance.win() - chance.loss()) / 2;
                sum[one][items] += both;
                sum[items][one] += both;
                sum[other][items] -= both;
                sum[items][other] -= both;
                sum[items][items] += bout.votes() * chance.tie() * (1 - chance.tie());
            }
        }
        addPrior(sum);
        return new Array2DRowRealMatrix(sum, false);
    }

    private void addPrior(double[][] sum) {
        double precision = prior.precision();
        for (int i = 0; i < items; i++) {
            sum[i][i] += precision;
            if (precision == 0) {
                // Votes say nothing of the level of a component; one that holds it in place changes no difference.
                for (int j = 0; j < items; j++) {
                    sum[i][j] += graph.component(i) == graph.component(j) ? 1.0 / items : 0;
                }
            }
        }
        if (tieIsFree) {
            sum[items][items] += prior.tiePrecision();
        }
    }

    private RealMatrix inverse(RealVector at) {
        return new CholeskyDecomposition(curvature(at)).getSolver().getInverse();
    }
}
