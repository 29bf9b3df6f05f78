package org.kukai.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Raters with known noise and poems with known qualities: votes fall as {@link Chance} says. */
final class SimulatedVotes {
    static final int WIN = 0;
    static final int TIE = 1;
    static final int LOSS = 2;

    private static final int STEPS = 400;
    private static final double REACH = 8;

    private final SplittableRandom random;
    private final Random normal;
    private final double tie;

    SimulatedVotes(long seed, double tie) {
        this.random = new SplittableRandom(seed);
        this.normal = Random.from(random);
        this.tie = tie;
    }

    double normal(double spread) {
        return spread == 0 ? 0 : spread * normal.nextGaussian();
    }

    double[] qualities(int poems, double spread) {
        double[] qualities = new double[poems];
        for (int i = 0; i < poems; i++) {
            qualities[i] = normal(spread);
        }
        return qualities;
    }

    double uniform() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    SplittableRandom random() {
        return random;
    }

    /** One rater's answer about two poems whose qualities differ so much. */
    int vote(double difference) {
        Chance chance = Chance.of(difference, tie);
        double dice = random.nextDouble();
        return dice < chance.win() ? WIN : dice < chance.win() + chance.tie() ? TIE : LOSS;
    }

    Bout bout(int first, int second, double difference, int votes) {
        int[] counts = new int[3];
        for (int i = 0; i < votes; i++) {
            counts[vote(difference)]++;
        }
        return new Bout(first, second, counts[WIN], counts[TIE], counts[LOSS]);
    }

    /** The mean chances of a vote over poems that differ by the middle and a normal variable of the spread: by the midpoint rule. */
    static Chance average(double middle, double spread, double tie) {
        double win = 0;
        double level = 0;
        double weights = 0;
        for (int i = 0; i < STEPS; i++) {
            double z = REACH * (2 * (i + 0.5) / STEPS - 1);
            double weight = Math.exp(-z * z / 2);
            Chance chance = Chance.of(middle + spread * z, tie);
            win += weight * chance.win();
            level += weight * chance.tie();
            weights += weight;
        }
        return new Chance(win / weights, level / weights, 1 - (win + level) / weights);
    }

    /** What one vote tells of a difference that is believed to be normal around zero: Fisher's information, by the same rule. */
    static double information(double spread, double tie) {
        double told = 0;
        double weights = 0;
        for (int i = 0; i < STEPS; i++) {
            double z = REACH * (2 * (i + 0.5) / STEPS - 1);
            double weight = Math.exp(-z * z / 2);
            told += weight * Chance.of(spread * z, tie).information();
            weights += weight;
        }
        return told / weights;
    }

    /** Alpha of endlessly many pairs whose qualities differ normally by the spread, and raters who vote independently. */
    static double alpha(double spread, double tie) {
        double same = 0;
        double weights = 0;
        for (int i = 0; i < STEPS; i++) {
            double z = REACH * (2 * (i + 0.5) / STEPS - 1);
            double weight = Math.exp(-z * z / 2);
            Chance chance = Chance.of(spread * z, tie);
            same += weight
                    * (chance.win() * chance.win() + chance.tie() * chance.tie() + chance.loss() * chance.loss());
            weights += weight;
        }
        Chance mean = average(0, spread, tie);
        double byChance = mean.win() * mean.win() + mean.tie() * mean.tie() + mean.loss() * mean.loss();
        return 1 - (1 - same / weights) / (1 - byChance);
    }

    /** What strengths of models mean when their poems differ too: those that endlessly many votes would give. */
    static Strengths inTheLongRun(double[] models, double spreadOfPoems, double tie) {
        List<Bout> bouts = new ArrayList<>();
        for (int one = 0; one < models.length; one++) {
            for (int other = 0; other < one; other++) {
                Chance mean = average(models[one] - models[other], spreadOfPoems * Math.sqrt(2), tie);
                bouts.add(new Bout(one, other, 1000 * mean.win(), 1000 * mean.tie(), 1000 * mean.loss()));
            }
        }
        return Strengths.of(models.length, bouts, Prior.NONE);
    }
}
