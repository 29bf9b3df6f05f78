package org.kukai.statistics;

/**
 * What is believed of the difference of two strengths after some votes on the two, where it was believed to be normal before.
 *
 * @param logMass the logarithm of how likely these votes were before
 * @param ties how many of as many votes more would be ties
 */
record Difference(double logMass, double mean, double variance, double ties) {
    private static final int MOST_STEPS = 100;
    private static final double NEAR = 0.02;
    /**
     * So many points each way, over so many deviations as the density is sharp at its top: the trapezoidal rule. Where a single vote meets a very
     * wide belief that leaves out a part of the heavier side, which makes the variance some per cent too small.
     */
    private static final int POINTS = 13;

    private static final double REACH = 6.5;

    /**
     * After a bout; by sums over points around the top of the density.
     *
     * @param before the mean that was believed before
     * @param sharp one over the variance that was believed before
     * @param tie the odds of a tie between equals; above 0 if there are ties
     */
    static Difference after(Bout bout, double before, double sharp, double tie) {
        double top = top(bout, before, sharp, tie);
        double sharpThere = sharp + bout.votes() * Chance.of(top, tie).information();
        double width = REACH / POINTS / Math.sqrt(sharpThere);
        double height = logDensity(bout, top, before, sharp, tie);
        double mass = 0;
        double first = 0;
        double second = 0;
        double level = 0;
        for (int point = -POINTS; point <= POINTS; point++) {
            double off = point * width;
            double weight = Math.exp(logDensity(bout, top + off, before, sharp, tie) - height);
            mass += weight;
            first += weight * off;
            second += weight * off * off;
            level += weight * Chance.of(top + off, tie).tie();
        }
        double mean = first / mass;
        double norm = Math.log(mass * width) + height + Math.log(sharp / (2 * Math.PI)) / 2;
        return new Difference(norm, top + mean, second / mass - mean * mean, bout.votes() * level / mass);
    }

    /** Where the density is largest: Newton's steps on a slope that only falls, halved bounds where a step would leave them. */
    private static double top(Bout bout, double before, double sharp, double tie) {
        // Each vote pushes by a half at the most.
        double reach = bout.votes() / sharp / 2;
        double low = before - reach;
        double high = before + reach;
        double top = before;
        for (int step = 0; step < MOST_STEPS; step++) {
            Chance chance = Chance.of(top, tie);
            double slope = (bout.wins() - bout.losses() - bout.votes() * (chance.win() - chance.loss())) / 2
                    - sharp * (top - before);
            if (slope > 0) {
                low = top;
            } else {
                high = top;
            }
            double curve = sharp + bout.votes() * chance.information();
            double next = top + slope / curve;
            if (Math.abs(slope) < NEAR * Math.sqrt(curve)) {
                return next;
            }
            top = next > low && next < high ? next : (low + high) / 2;
        }
        return top;
    }

    /** Of the votes and the difference; the normal density's constant is left out. */
    private static double logDensity(Bout bout, double difference, double before, double sharp, double tie) {
        double half = Math.abs(difference) / 2;
        double all = half + Math.log(1 + tie * Math.exp(-half) + Math.exp(-2 * half));
        double off = difference - before;
        return (bout.wins() - bout.losses()) * difference / 2
                + (bout.ties() > 0 ? bout.ties() * Math.log(tie) : 0)
                - bout.votes() * all
                - off * off * sharp / 2;
    }
}
