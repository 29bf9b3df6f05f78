package org.kukai.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.interpolation.SplineInterpolator;

/**
 * What the strengths of items are drawn from, when that is not known but learned from votes on many of them: how far they differ, which stays
 * uncertain (hierarchical Bayes, as in Gelman and others, Bayesian Data Analysis, 3rd ed. 2013, chapter 5), and how readily people see no
 * difference, of which the likeliest is taken. A few priors stand for what is believed, each with its weight.
 *
 * <p>The spread is believed to be log-normal beforehand: around 2, between 1 and 4 with two thirds, and never less than a half nor more than 16. It
 * is learned from how likely the votes were with each of some spreads ({@link Posterior#logEvidence}) and the odds of a tie that go with it.
 */
public final class Priors {
    /** The spreads that the votes are asked about; between them what they say is smooth. */
    private static final double[] ASKED = {0.5, 1, 2, 4, 8, 16};

    private static final double MIDDLE = Math.log(2);
    private static final double DEVIATION = Math.log(2);
    private static final int POINTS = 200;
    /** How much the logarithm of the spread must be uncertain to make a difference. */
    private static final double LEAST = 0.1;

    private static final int MOST_ROUNDS = 30;
    private static final double CLOSE = 0.01;
    /** A step by the ratio alone falls short by a share that hardly varies. */
    private static final double STRIDE = 1.4;

    private final double spread;
    private final List<Weighed> weighed;

    private Priors(double spread, List<Weighed> weighed) {
        this.spread = spread;
        this.weighed = List.copyOf(weighed);
    }

    /** Items that were compared with each other, numbered from 0, and the votes on them. */
    public record Group(int items, List<Bout> bouts) {
        public Group {
            bouts = List.copyOf(bouts);
        }

        private double sum(ToDoubleFunction<Bout> votes) {
            return bouts.stream().mapToDouble(votes).sum();
        }
    }

    /** A prior, and how likely it is. */
    record Weighed(Prior prior, double weight) {}

    /** What votes say of a spread: how likely they were with it, and the odds of a tie that go with it. */
    private record Told(double logEvidence, double tie) {}

    /**
     * Learned from groups of items that are taken for alike; from no votes, it is what is believed beforehand. Votes that led to others, as where
     * pairs are chosen by earlier votes, must not be left out, and each must count once, whatever weight it has elsewhere.
     */
    public static Priors learned(Collection<Group> groups) {
        double[] logs = new double[ASKED.length];
        double[] evidence = new double[ASKED.length];
        double[] ties = new double[ASKED.length];
        double votes =
                groups.stream().mapToDouble(group -> group.sum(Bout::votes)).sum();
        double tied =
                groups.stream().mapToDouble(group -> group.sum(Bout::ties)).sum();
        // As if there were one vote more, half a tie.
        double tie = Prior.USUAL.withTieShare((tied + 0.5) / (votes + 1)).tie();
        for (int i = 0; i < ASKED.length; i++) {
            Told told = told(groups, tied, ASKED[i], tie);
            tie = told.tie();
            logs[i] = Math.log(ASKED[i]);
            evidence[i] = told.logEvidence();
            ties[i] = Math.log(tie);
        }
        SplineInterpolator between = new SplineInterpolator();
        return believed(
                between.interpolate(logs, evidence), between.interpolate(logs, ties), logs[0], logs[logs.length - 1]);
    }

    /**
     * The mean and the deviation of the logarithm of the spread, by sums over points; and priors at the points of Gauss and Hermite for the two, as
     * far as they are between the least and the most. The odds of a tie are logarithms.
     */
    private static Priors believed(UnivariateFunction evidence, UnivariateFunction tie, double low, double high) {
        double[] logs = new double[POINTS];
        double[] heights = new double[POINTS];
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < POINTS; i++) {
            logs[i] = low + (high - low) * i / (POINTS - 1);
            double off = (logs[i] - MIDDLE) / DEVIATION;
            heights[i] = evidence.value(logs[i]) - off * off / 2;
            top = Math.max(top, heights[i]);
        }
        double mass = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < POINTS; i++) {
            double weight = Math.exp(heights[i] - top);
            mass += weight;
            first += weight * logs[i];
            second += weight * logs[i] * logs[i];
        }
        double mean = first / mass;
        double deviation = Math.sqrt(Math.max(0, second / mass - mean * mean));
        List<Weighed> weighed = new ArrayList<>();
        if (deviation < LEAST) {
            weighed.add(new Weighed(prior(mean, tie), 1));
        } else {
            double reach = Math.sqrt(3) * deviation;
            weighed.add(new Weighed(prior(Math.max(low, mean - reach), tie), 1.0 / 6));
            weighed.add(new Weighed(prior(mean, tie), 2.0 / 3));
            weighed.add(new Weighed(prior(Math.min(high, mean + reach), tie), 1.0 / 6));
        }
        return new Priors(Math.exp(mean), weighed);
    }

    private static Prior prior(double log, UnivariateFunction tie) {
        return new Prior(Math.exp(log), Math.exp(tie.value(log)));
    }

    /**
     * The likeliest odds of a tie, with the prior for them that fits have too: where they explain as many ties as there were, drawn a little
     * towards even odds. Found step by step, each by the ratio of the two.
     */
    private static Told told(Collection<Group> groups, double tied, double spread, double start) {
        double tie = start;
        for (int round = 1; ; round++) {
            double evidence = -Prior.USUAL.tiePrecision() * Math.log(tie) * Math.log(tie) / 2;
            double explained = 0;
            for (Group group : groups) {
                Posterior posterior = Posterior.of(group.items(), group.bouts(), new Prior(spread, tie));
                evidence += posterior.logEvidence();
                explained += posterior.ties();
            }
            double wanted = tied - Prior.USUAL.tiePrecision() * Math.log(tie);
            double ratio = Math.clamp(wanted / explained, 0.1, 10);
            if (explained == 0 || Math.abs(ratio - 1) < CLOSE || round == MOST_ROUNDS) {
                return new Told(evidence, tie);
            }
            tie *= Math.pow(ratio, STRIDE);
        }
    }

    /** How far strengths differ, as a standard deviation: the middle of what is believed. */
    public double spread() {
        return spread;
    }

    List<Weighed> weighed() {
        return weighed;
    }
}
