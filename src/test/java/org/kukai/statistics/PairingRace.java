package org.kukai.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.kukai.statistics.ActivePairing.Asked;
import org.kukai.statistics.ActivePairing.Couple;
import org.kukai.statistics.RankCorrelation.Stratum;

/**
 * How many votes active and random pairing need until the order by votes is like the true one: Spearman's correlation within
 * prompts, of the same estimate for both.
 *
 * @param prompts how many, with so many poems each
 * @param spread of the poems' qualities; a vote's noise is logistic with a scale of 1
 * @param halves whether half of the poems are better than the other half by twice the spread, with a spread of 1 in each
 * @param votesPerPair how many raters see each random pair
 */
record PairingRace(int prompts, int poems, double spread, boolean halves, int votesPerPair, long seed) {
    private static final double TIE = 0.2;
    private static final double TARGET = 0.9;
    /** How often active pairing looks at the votes: every so many new pairs of each prompt. */
    private static final int BATCH = 2;

    /** Votes for each poem until the target; active pairing always asks one rater about each pair. */
    record Finish(double random, double active) {
        double ratio() {
            return active / random;
        }
    }

    Finish run() {
        return new Finish(votesOf(false), votesOf(true));
    }

    private double votesOf(boolean active) {
        SimulatedVotes votes = new SimulatedVotes(seed, TIE);
        double[] qualities = qualities(votes);
        int[] groups = IntStream.range(0, qualities.length).map(i -> i / poems).toArray();
        List<Couple> shuffled = active ? List.of() : everyPair(votes);
        Prior prior = new Prior(halves ? Math.hypot(1, spread) : spread, TIE);
        List<Asked> asked = new ArrayList<>();
        int each = active ? 1 : votesPerPair;
        double before = 0;
        while (true) {
            int step = prompts * BATCH;
            List<Couple> next = active
                    ? new ActivePairing(prior, 1, seed).next(groups, asked, step)
                    : shuffled.subList(asked.size(), Math.min(shuffled.size(), asked.size() + step));
            if (next.isEmpty()) {
                return Double.POSITIVE_INFINITY;
            }
            for (Couple couple : next) {
                double difference = qualities[couple.first()] - qualities[couple.second()];
                asked.add(new Asked(votes.bout(couple.first(), couple.second(), difference, each), 0));
            }
            double reached = correlation(asked, qualities, prior);
            if (reached >= TARGET) {
                double steps = asked.size() - step * (reached - TARGET) / (reached - before);
                return steps * each / qualities.length;
            }
            before = reached;
        }
    }

    private double[] qualities(SimulatedVotes votes) {
        double[] qualities = votes.qualities(prompts * poems, halves ? 1 : spread);
        for (int i = 0; halves && i < qualities.length; i++) {
            qualities[i] += i % 2 == 0 ? spread : -spread;
        }
        return qualities;
    }

    private List<Couple> everyPair(SimulatedVotes votes) {
        List<List<Couple>> decks = new ArrayList<>();
        for (int prompt = 0; prompt < prompts; prompt++) {
            List<Couple> deck = new ArrayList<>();
            for (int one = 0; one < poems; one++) {
                for (int other = 0; other < one; other++) {
                    deck.add(new Couple(prompt * poems + one, prompt * poems + other));
                }
            }
            Collections.shuffle(deck, Random.from(votes.random()));
            decks.add(deck);
        }
        return IntStream.range(0, decks.getFirst().size())
                .boxed()
                .flatMap(turn -> decks.stream().map(deck -> deck.get(turn)))
                .toList();
    }

    private double correlation(List<Asked> asked, double[] qualities, Prior prior) {
        List<List<Bout>> bouts = new ArrayList<>();
        for (int prompt = 0; prompt < prompts; prompt++) {
            bouts.add(new ArrayList<>());
        }
        for (Asked one : asked) {
            Bout bout = one.bout();
            bouts.get(bout.first() / poems)
                    .add(new Bout(
                            bout.first() % poems, bout.second() % poems, bout.wins(), bout.ties(), bout.losses()));
        }
        List<Stratum> strata = new ArrayList<>();
        for (int prompt = 0; prompt < prompts; prompt++) {
            int from = prompt * poems;
            Strengths strengths = Strengths.of(poems, bouts.get(prompt), prior);
            strata.add(new Stratum(
                    IntStream.range(0, poems).mapToObj(strengths::raw).toList(),
                    IntStream.range(from, from + poems)
                            .mapToObj(i -> qualities[i])
                            .toList()));
        }
        return RankCorrelation.of(strata).map(RankCorrelation::spearman).orElse(0.0);
    }
}
