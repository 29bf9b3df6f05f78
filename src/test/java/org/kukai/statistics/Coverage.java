package org.kukai.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.kukai.statistics.ActivePairing.Asked;
import org.kukai.statistics.RawAgreement.Tally;

/** How often an interval of 95 % holds the truth, in simulated rounds. */
final class Coverage {
    private static final double LEVEL = 0.95;
    private static final double TIE = 0.5;
    private static final int POEMS = 10;
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

    /**
     * Of poems' strengths, ten poems to a prompt, when nobody knows how far they differ nor how readily raters see no difference.
     *
     * @param votesPerPoem so many votes for each poem, on pairs drawn at random or, each pair once, chosen by {@link ActivePairing}
     */
    static Held ofPoems(int rounds, int prompts, int votesPerPoem, double spread, boolean active, long seed) {
        SimulatedVotes votes = new SimulatedVotes(seed, TIE);
        Held held = new Held(0, 0);
        for (int round = 0; round < rounds; round++) {
            double[] qualities = votes.qualities(prompts * POEMS, spread);
            List<Bout> bouts = active
                    ? chosen(votes, qualities, votesPerPoem, seed + round)
                    : drawn(votes, qualities, votesPerPoem);
            List<Priors.Group> groups = IntStream.range(0, prompts)
                    .mapToObj(prompt -> new Priors.Group(POEMS, within(prompt, bouts)))
                    .toList();
            Priors priors = Priors.learned(groups);
            for (int prompt = 0; prompt < prompts; prompt++) {
                double[] truth = Arrays.copyOfRange(qualities, prompt * POEMS, (prompt + 1) * POEMS);
                double mean = Arrays.stream(truth).average().orElseThrow();
                Strengths strengths = Strengths.believed(groups.get(prompt), priors);
                for (int poem = 0; poem < POEMS; poem++) {
                    held = held.with(strengths.interval(poem, LEVEL).contains(truth[poem] - mean));
                }
            }
        }
        return held;
    }

    /** Around a circle and back at other distances, so that no poem stands apart from the rest. */
    private static List<Bout> drawn(SimulatedVotes votes, double[] qualities, int votesPerPoem) {
        List<Bout> bouts = new ArrayList<>();
        for (int from = 0; from < qualities.length; from += POEMS) {
            for (int vote = 0; vote < votesPerPoem * POEMS; vote++) {
                int step = vote < POEMS ? 1 : 1 + votes.below(POEMS - 1);
                int one = from + vote % POEMS;
                int other = from + (vote + step) % POEMS;
                bouts.add(votes.bout(one, other, qualities[one] - qualities[other], 1));
            }
        }
        return bouts;
    }

    /** As an active round chooses them, which takes the spread for 2. */
    private static List<Bout> chosen(SimulatedVotes votes, double[] qualities, int votesPerPoem, long seed) {
        int[] groups = IntStream.range(0, qualities.length).map(i -> i / POEMS).toArray();
        List<Asked> asked = new ArrayList<>();
        while (asked.size() < votesPerPoem * qualities.length) {
            new ActivePairing(new Prior(2, TIE), 1, seed)
                    .next(groups, asked, qualities.length / POEMS).stream()
                            .map(couple -> votes.bout(
                                    couple.first(),
                                    couple.second(),
                                    qualities[couple.first()] - qualities[couple.second()],
                                    1))
                            .forEach(bout -> asked.add(new Asked(bout, 0)));
        }
        return asked.stream().map(Asked::bout).toList();
    }

    private static List<Bout> within(int prompt, List<Bout> bouts) {
        return bouts.stream()
                .filter(bout -> bout.first() / POEMS == prompt)
                .map(bout ->
                        new Bout(bout.first() % POEMS, bout.second() % POEMS, bout.wins(), bout.ties(), bout.losses()))
                .toList();
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
