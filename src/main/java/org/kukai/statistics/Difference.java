package org.kukai.statistics;

/**
 * What is believed of the difference of two strengths after some votes on the two, where it was believed to be normal before.
 *
 * @param before the mean that was believed before
 * @param sharpBefore one over the variance that was believed before
 * @param logMass the logarithm of how likely these votes were before
 * @param ties how many of as many votes more would be ties
 */
record Difference(double before, double sharpBefore, double logMass, double mean, double variance, double ties) {
    private static final int STEPS = 12;
    private static final double LONGEST = 4;
    private static final double NEAR = 0.02;
    /** So many points each way, over so many deviations: the trapezoidal rule, which for smooth functions that vanish errs very little. */
    private static final int POINTS = 13;

    private static final double REACH = 6.5;

    /** After a bout; by sums over points around the top of the density. */
    static Difference after(Bout bout, double before, double variance, double tie) {
        double top = before;
        for (int step = 0; step < STEPS; step++) {
            Chance chance = Chance.of(top, tie);
            double slope = (bout.wins() - bout.losses() - bout.votes() * (chance.win() - chance.loss())) / 2
                    - (top - before) / variance;
            double move = slope / (1 / variance + bout.votes() * chance.information());
            top += Math.clamp(move, -LONGEST, LONGEST);
            if (Math.abs(move) < NEAR) {
                break;
            }
        }
        double sharp = 1 / variance + bout.votes() * Chance.of(top, tie).information();
        double width = REACH / POINTS / Math.sqrt(sharp);
        double height = logDensity(bout, top, before, variance, tie);
        double mass = 0;
        double first = 0;
        double second = 0;
        double level = 0;
        for (int point = -POINTS; point <= POINTS; point++) {
            double off = point * width;
            double weight = Math.exp(logDensity(bout, top + off, before, variance, tie) - height);
            mass += weight;
            first += weight * off;
            second += weight * off * off;
            level += weight * Chance.of(top + off, tie).tie();
        }
        double mean = first / mass;
        double norm = Math.log(mass * width) + height - Math.log(2 * Math.PI * variance) / 2;
        return new Difference(
                before, 1 / variance, norm, top + mean, second / mass - mean * mean, bout.votes() * level / mass);
    }

    /** Of the votes and the difference; the normal density's constant is left out. */
    private static double logDensity(Bout bout, double difference, double before, double variance, double tie) {
        double half = Math.abs(difference) / 2;
        double all = half + Math.log(1 + tie * Math.exp(-half) + Math.exp(-2 * half));
        double off = difference - before;
        return (bout.wins() - bout.losses()) * difference / 2
                + (bout.ties() > 0 ? bout.ties() * Math.log(tie) : 0)
                - bout.votes() * all
                - off * off / (2 * variance);
    }
}
