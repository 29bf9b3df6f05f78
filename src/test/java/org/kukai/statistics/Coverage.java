package org.kukai.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.kukai.statistics.RawAgreement.Tally;

/** How often an interval of 95 % holds the truth, in simulated rounds. */
final class Coverage {
    private static final double LEVEL = 0.95;
    private static final double TIE = 0.5;
    private static final double[] MODELS = {0.8, 0.2, -0.3, -0.7};
    private static final int VOTES = 3;
    private static final int RESAMPLES = 1000;

    private Coverage() {}

    /** How many intervals held the truth. */
    record Held(long held, long all) {
        double share() {
            return (double) held / all;
        }

        private Held with(boolean contains) {
            return new Held(held + (contains ? 1 : 0), all + 1);
        }
    }

    /** Of models' strengths, with the votes of a prompt as one cluster, and as if votes were independent. */
    record OfModels(Held clustered, Held independent) {}

    /** Four models; each prompt has one pair of poems by two of them, and three votes on it. */
    static OfModels ofModels(int replications, int prompts, double spreadOfPoems, long seed) {
        SimulatedVotes votes = new SimulatedVotes(seed, TIE);
        Strengths truth = SimulatedVotes.inTheLongRun(MODELS, spreadOfPoems, TIE);
        Held clustered = new Held(0, 0);
        Held independent = new Held(0, 0);
        for (int i = 0; i < replications; i++) {
            List<List<Bout>> clusters = new ArrayList<>();
            for (int prompt = 0; prompt < prompts; prompt++) {
                int one = votes.below(MODELS.length);
                int other = (one + 1 + votes.below(MODELS.length - 1)) % MODELS.length;
                double difference =
                        MODELS[one] - MODELS[other] + votes.normal(spreadOfPoems) - votes.normal(spreadOfPoems);
                clusters.add(List.of(votes.bout(one, other, difference, VOTES)));
            }
            Strengths plain = Strengths.of(
                    MODELS.length, clusters.stream().flatMap(List::stream).toList(), Prior.USUAL);
            Strengths robust = plain.clustered(clusters);
            for (int model = 0; model < MODELS.length; model++) {
                clustered = clustered.with(robust.interval(model, LEVEL).contains(truth.of(model)));
                independent = independent.with(plain.interval(model, LEVEL).contains(truth.of(model)));
            }
        }
        return new OfModels(clustered, independent);
    }

    /** Of poems' strengths: ten poems of a prompt, compared at random, so many votes for each, and a spread taken for another. */
    static Held ofPoems(int replications, int votesPerPoem, double spread, double assumed, long seed) {
        int poems = 10;
        SimulatedVotes votes = new SimulatedVotes(seed, TIE);
        Held held = new Held(0, 0);
        for (int i = 0; i < replications; i++) {
            double[] qualities = votes.qualities(poems, spread);
            double mean = Arrays.stream(qualities).average().orElseThrow();
            List<Bout> bouts = new ArrayList<>();
            // Around a circle and back at other distances, so that no poem stands apart from the rest.
            for (int vote = 0; vote < votesPerPoem * poems; vote++) {
                int one = vote % poems;
                int other = vote < poems ? (one + 1) % poems : (one + 1 + votes.below(poems - 1)) % poems;
                bouts.add(votes.bout(one, other, qualities[one] - qualities[other], 1));
            }
            Strengths strengths =
                    Strengths.of(poems, bouts, new Prior(assumed, TIE)).averaged();
            for (int poem = 0; poem < poems; poem++) {
                held = held.with(strengths.interval(poem, LEVEL).contains(qualities[poem] - mean));
            }
        }
        return held;
    }

    /** Of Krippendorff's alpha by the bootstrap; a fifth of the votes are missing. */
    static Held ofAlpha(int replications, int pairs, double spread, long seed) {
        SimulatedVotes votes = new SimulatedVotes(seed, TIE);
        double truth = SimulatedVotes.alpha(spread, TIE);
        Held held = new Held(0, 0);
        for (int i = 0; i < replications; i++) {
            Map<List<Long>, Long> kinds = new LinkedHashMap<>();
            for (int pair = 0; pair < pairs; pair++) {
                double difference = votes.normal(spread);
                Long[] counts = {0L, 0L, 0L};
                for (int rater = 0; rater < VOTES; rater++) {
                    if (votes.uniform() > 0.2) {
                        counts[votes.vote(difference)]++;
                    }
                }
                kinds.merge(List.of(counts), 1L, Long::sum);
            }
            List<Tally> tallies = kinds.entrySet().stream()
                    .map(kind -> new Tally(kind.getKey(), kind.getValue()))
                    .toList();
            held = held.with(Krippendorff.interval(tallies, RESAMPLES, LEVEL, i)
                    .orElseThrow()
                    .contains(truth));
        }
        return held;
    }

    /** Of a share by Wilson's interval, for shares from 0.02 to 0.98. */
    static Held ofShares(int replications, int trials, long seed) {
        SimulatedVotes votes = new SimulatedVotes(seed, 0);
        Held held = new Held(0, 0);
        for (int i = 0; i < replications; i++) {
            double truth = 0.02 + 0.96 * votes.uniform();
            int successes = 0;
            for (int trial = 0; trial < trials; trial++) {
                successes += votes.uniform() < truth ? 1 : 0;
            }
            held = held.with(Wilson.interval(successes, trials, LEVEL).contains(truth));
        }
        return held;
    }
}
