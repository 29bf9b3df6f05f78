package org.kukai.statistics;

import java.util.ArrayList;
import java.util.List;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** What is believed after votes, against sums over a fine grid of all strengths. */
class PosteriorTest {
    private static final int STEPS = 61;
    private static final double REACH = 6;

    @ParameterizedTest
    @CsvSource({"1, 0.4", "2, 0.4", "4, 0.4", "2, 0"})
    void comesNearTheExactOneOfThreeItems(double spread, double tie) {
        Prior prior = new Prior(spread, tie);
        double ties = tie == 0 ? 0 : 1;
        List<Bout> bouts = List.of(new Bout(0, 1, 2, ties, 0), new Bout(1, 2, 1, 0, 1), new Bout(2, 0, 0, ties, 2));
        Posterior near = Posterior.of(3, bouts, prior);
        Exact exact = Exact.of(bouts, prior);
        assertThat(near.logEvidence()).isCloseTo(exact.logEvidence, within(0.02));
        for (int item = 0; item < 3; item++) {
            assertThat(near.mean().getEntry(item)).isCloseTo(exact.mean.getEntry(item), within(0.02 * spread));
            for (int other = 0; other < 3; other++) {
                assertThat(near.covariance().getEntry(item, other))
                        .isCloseTo(exact.covariance.getEntry(item, other), within(0.03 * spread * spread));
            }
        }
        assertThat(near.ties()).isCloseTo(exact.ties, within(0.03));
    }

    @Test
    void isThePriorWithoutVotes() {
        Posterior none = Posterior.of(2, List.of(), new Prior(3, 0.5));
        assertThat(none.logEvidence()).isCloseTo(0, within(1e-9));
        assertThat(none.mean().getNorm()).isZero();
        assertThat(none.covariance().getEntry(0, 0)).isCloseTo(9, within(1e-9));
        assertThat(none.covariance().getEntry(0, 1)).isZero();
    }

    @Test
    void takesManyVotesOnOnePairAndVotesThatWeighNothing() {
        Posterior many = Posterior.of(2, List.of(new Bout(0, 1, 3000, 0, 1000)), new Prior(2, 0));
        assertThat(many.mean().getEntry(0) - many.mean().getEntry(1)).isCloseTo(Math.log(3), within(0.01));
        Posterior nothing = Posterior.of(2, List.of(new Bout(0, 1, 0, 0, 0)), new Prior(2, 0));
        assertThat(nothing.mean().getNorm()).isCloseTo(0, within(1e-9));
        assertThat(nothing.logEvidence()).isCloseTo(0, within(1e-6));
    }

    @Test
    void tellsNoOrderOfItemsThatAreEqual() {
        List<Bout> ring = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ring.add(i % 2 == 0 ? new Bout(i, (i + 1) % 10, 3, 0, 0) : new Bout(i, (i + 1) % 10, 0, 0, 3));
        }
        Posterior posterior = Posterior.of(10, ring, new Prior(8, 0));
        for (int i = 2; i < 10; i++) {
            assertThat(posterior.mean().getEntry(i)).isCloseTo(posterior.mean().getEntry(i % 2), within(1e-2));
        }
    }

    @Test
    void refusesTiesWhereThereAreNone() {
        List<Bout> tied = List.of(new Bout(0, 1, 0, 1, 0));
        assertThatThrownBy(() -> Posterior.of(2, tied, new Prior(2, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Posterior.of(2, tied, Prior.USUAL)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"-67.9, 256", "-45.3, 512", "40, 0.5"})
    void findsTheDifferenceHoweverMuchVotesContradictWhatWasBelieved(double before, double variance) {
        Difference after = Difference.after(new Bout(0, 1, 100, 0, 0), before, 1 / variance, 3);
        assertThat(after.logMass()).isFinite();
        assertThat(after.variance()).isBetween(0.1, variance);
        assertThat(after.mean()).isBetween(Math.max(before, 5), Math.max(before, 0) + 40);
    }

    /** The same three items by brute force. */
    private record Exact(double logEvidence, RealVector mean, RealMatrix covariance, double ties) {
        static Exact of(List<Bout> bouts, Prior prior) {
            double mass = 0;
            double ties = 0;
            double[] first = new double[3];
            double[][] second = new double[3][3];
            double step = 2 * REACH / (STEPS - 1);
            for (double[] at : grid(step)) {
                double log = 0;
                double level = 0;
                for (double z : at) {
                    log -= z * z / 2 + Math.log(2 * Math.PI) / 2 - Math.log(step);
                }
                for (Bout bout : bouts) {
                    Chance chance = Chance.of(prior.spread() * (at[bout.first()] - at[bout.second()]), prior.tie());
                    log += part(bout.wins(), chance.win())
                            + part(bout.ties(), chance.tie())
                            + part(bout.losses(), chance.loss());
                    level += bout.votes() * chance.tie();
                }
                double weight = Math.exp(log);
                mass += weight;
                ties += weight * level;
                for (int i = 0; i < 3; i++) {
                    first[i] += weight * prior.spread() * at[i];
                    for (int j = 0; j < 3; j++) {
                        second[i][j] += weight * prior.spread() * prior.spread() * at[i] * at[j];
                    }
                }
            }
            RealVector mean = new ArrayRealVector(first).mapDivide(mass);
            RealMatrix squares = new Array2DRowRealMatrix(second).scalarMultiply(1 / mass);
            return new Exact(Math.log(mass), mean, squares.subtract(mean.outerProduct(mean)), ties / mass);
        }

        private static double part(double votes, double chance) {
            return votes == 0 ? 0 : votes * Math.log(chance);
        }

        private static List<double[]> grid(double step) {
            List<double[]> points = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                for (int j = 0; j < STEPS; j++) {
                    for (int k = 0; k < STEPS; k++) {
                        points.add(new double[] {-REACH + i * step, -REACH + j * step, -REACH + k * step});
                    }
                }
            }
            return points;
        }
    }
}
