package org.kukai.statistics;

/**
 * How likely each outcome of one vote on two items is by the model of Davidson (1970, Journal of the American Statistical
 * Association 65, 317-328): odds of win to tie to loss as {@code e^(d/2) : tie : e^(-d/2)}, where {@code d} is the difference
 * of strengths. With {@code tie} 0 it is the model of Bradley and Terry (1952, Biometrika 39, 324-345).
 */
record Chance(double win, double tie, double loss) {
    static Chance of(double difference, double tie) {
        // Divided by the largest of the three, so that none overflows.
        double half = difference / 2;
        double top = Math.max(Math.abs(half), tie > 0 ? Math.log(tie) : 0);
        double win = Math.exp(half - top);
        double loss = Math.exp(-half - top);
        double level = tie * Math.exp(-top);
        double sum = win + loss + level;
        return new Chance(win / sum, level / sum, loss / sum);
    }

    /** What one vote tells of a difference that is believed to be normal: the mean over three points (Gauss-Hermite). */
    static double information(double mean, double variance, double tie) {
        double reach = Math.sqrt(3 * variance);
        return (4 * of(mean, tie).information()
                        + of(mean - reach, tie).information()
                        + of(mean + reach, tie).information())
                / 6;
    }

    /** What one vote tells of the difference: Fisher's information, at most 1/4. */
    double information() {
        double lead = win - loss;
        return (win + loss - lead * lead) / 4;
    }
}
