package org.kukai.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.interpolation.SplineInterpolator;

/**
 * What the strengths of items are drawn from, when that is not known but learned from votes on many of them (empirical Bayes, as in Gelman and
 * others, Bayesian Data Analysis, 3rd ed. 2013, chapter 5): how far they differ, which stays uncertain, and how readily people see no
 * difference. A few priors stand for what is believed, each with its weight.
 *
 * <p>The spread is believed to be log-normal beforehand: around 2, and between 1 and 4 with two thirds. It is learned from how likely the votes
 * were with each of some spreads ({@link Posterior#logEvidence}) and the odds of a tie that explain as many ties as there were.
 */
public final class Priors {
    /** The spreads that the votes are asked about; between them what they say is smooth. */
    private static final double[] ASKED = {0.5, 1, 2, 4, 8, 16};

    private static final double MIDDLE = Math.log(2);
    private static final double DEVIATION = Math.log(2);
    private static final int POINTS = 200;
    /** How much the logarithm of the spread must be uncertain to make a difference. */
    private static final double LEAST = 0.1;

    private static final int MOST_ITEMS = 60;
    private static final int MOST_ROUNDS = 20;
    private static final double CLOSE = 0.01;
    /** An EM step falls short by a share that hardly varies; a longer one comes near at once. */
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

        /** Its first items and the votes between them. */
        private Group first(int most) {
            return items <= most
                    ? this
                    : new Group(
                            most,
                            bouts.stream()
                                    .filter(bout -> Math.max(bout.first(), bout.second()) < most)
                                    .toList());
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
     * Learned from groups of items that are taken for alike; from no votes, it is what is believed beforehand. Of a large group the first {@value
     * #MOST_ITEMS} items are enough.
     */
    public static Priors learned(Collection<Group> all) {
        List<Group> groups = all.stream().map(group -> group.first(MOST_ITEMS)).toList();
        double[] logs = new double[ASKED.length];
        double[] evidence = new double[ASKED.length];
        double[] ties = new double[ASKED.length];
        double votes =
                groups.stream().mapToDouble(group -> group.sum(Bout::votes)).sum();
        double tied =
                groups.stream().mapToDouble(group -> group.sum(Bout::ties)).sum();
        double tie = tied == 0 ? 0 : Prior.USUAL.withTieShare(tied / votes).tie();
        for (int i = 0; i < ASKED.length; i++) {
            Told told = told(groups, tied, ASKED[i], tie);
            tie = told.tie();
            logs[i] = Math.log(ASKED[i]);
            evidence[i] = told.logEvidence();
            ties[i] = Math.log(told.tie());
        }
        UnivariateFunction tieOf =
                tied == 0 ? log -> Double.NEGATIVE_INFINITY : new SplineInterpolator().interpolate(logs, ties);
        return between(new SplineInterpolator().interpolate(logs, evidence), tieOf, logs[0], logs[logs.length - 1]);
    }

    /** The mean and the deviation of the logarithm of the spread, by sums over points; and priors that have both, as Gauss and Hermite weigh. The tie is a logarithm. */
    private static Priors between(UnivariateFunction evidence, UnivariateFunction tie, double low, double high) {
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

    /** The odds of a tie are moved until they explain as many ties as there were, which climbs the evidence (EM). */
    private static Told told(Collection<Group> groups, double tied, double spread, double start) {
        double tie = start;
        for (int round = 1; ; round++) {
            double evidence = 0;
            double explained = 0;
            for (Group group : groups) {
                Posterior posterior = Posterior.of(group.items(), group.bouts(), new Prior(spread, tie));
                evidence += posterior.logEvidence();
                explained += posterior.ties();
            }
            if (tied == 0 || Math.abs(explained / tied - 1) < CLOSE || round == MOST_ROUNDS) {
                return new Told(evidence, tie);
            }
            tie *= Math.pow(tied / explained, STRIDE);
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
