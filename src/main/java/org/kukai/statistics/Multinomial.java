package org.kukai.statistics;

import java.util.Random;
import java.util.SplittableRandom;

/** Draws as many things as there are, with putting back, and tells how often each kind came: one resample of a bootstrap. */
final class Multinomial {
    /** From this variance on a binomial count is drawn as a rounded normal one; skewness is below a twentieth there. */
    private static final double LARGE = 400;

    private final long[] kinds;
    private final long all;

    /** How many there are of each kind. */
    Multinomial(long... kinds) {
        this.kinds = kinds.clone();
        long sum = 0;
        for (long kind : kinds) {
            sum += kind;
        }
        this.all = sum;
    }

    long[] draw(SplittableRandom random) {
        long[] drawn = new long[kinds.length];
        long left = all;
        long weight = all;
        for (int i = 0; i < kinds.length && left > 0; i++) {
            drawn[i] = weight == kinds[i] ? left : binomial(left, (double) kinds[i] / weight, random);
            left -= drawn[i];
            weight -= kinds[i];
        }
        return drawn;
    }

    private static long binomial(long trials, double chance, SplittableRandom random) {
        if (chance > 0.5) {
            return trials - binomial(trials, 1 - chance, random);
        }
        double variance = trials * chance * (1 - chance);
        if (variance > LARGE) {
            double normal = Random.from(random).nextGaussian();
            return Math.clamp(Math.round(trials * chance + normal * Math.sqrt(variance)), 0, trials);
        }
        // By the distances between successes, which are geometric (Devroye 1986, Non-Uniform Random Variate Generation,
        // X.4.3).
        if (chance <= 0) {
            return 0;
        }
        double logOfMiss = Math.log1p(-chance);
        long found = 0;
        double place = Math.floor(Math.log(1 - random.nextDouble()) / logOfMiss);
        while (place < trials) {
            found++;
            place += 1 + Math.floor(Math.log(1 - random.nextDouble()) / logOfMiss);
        }
        return found;
    }
}
