package org.kukai.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
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
 */
record PairingRace(int prompts, int poems, double spread, boolean halves, long seed) {
    private static final double TIE = 0.2;
    private static final double TARGET = 0.9;
    /** How often the order is compared with the true one: every so many votes for each poem. */
    private static final double LOOK = 0.1;

    private static final int STEPS = 1000;
    /** Votes in proportion to the density φ instead of evenly: (∫φ²)² / ∫φ³ of a normal variable. */
    private static final double CROWDED = Math.sqrt(3) / 2;

    /** Votes for each poem until the target, when pairs are drawn at random and so many raters are asked about each. */
    double random(int votesPerPair) {
        return votesOf(votesPerPair, false);
    }

    /** The same when pairs are chosen, one for each prompt before the votes are looked at again. */
    double active(int votesPerPair) {
        return votesOf(votesPerPair, true);
    }

    /**
     * The same with one vote a pair, when the program runs the rounds: pairs are chosen in the batches in which it adds them, while
     * others wait for their votes, and it takes the spread for 2 whatever it is.
     *
     * @param raters of each round, at work all the time
     * @param together how many prompts a round has; there are as many rounds as that makes
     */
    double inBatches(int raters, int together) {
        SimulatedVotes votes = new SimulatedVotes(seed, TIE);
        double[] qualities = qualities(votes);
        int size = together * poems;
        int[] groups = IntStream.range(0, size).map(i -> i / poems).toArray();
        List<RatersAtWork> rounds = IntStream.range(0, prompts / together)
                .mapToObj(i -> new RatersAtWork(
                        raters, groups, Arrays.copyOfRange(qualities, i * size, (i + 1) * size), votes, seed + i))
                .toList();
        return votesUntilTheTarget(qualities, () -> {
            if (rounds.stream().allMatch(RatersAtWork::isOver)) {
                return Optional.empty();
            }
            List<Bout> given = new ArrayList<>();
            for (int i = 0; i < rounds.size(); i++) {
                int from = i * size;
                rounds.get(i).goOn().stream()
                        .map(bout -> new Bout(
                                from + bout.first(), from + bout.second(), bout.wins(), bout.ties(), bout.losses()))
                        .forEach(given::add);
            }
            return Optional.of(given);
        });
    }

    /**
     * About the fewest votes for each poem that any pairing could do with that learns from votes alone. Each vote is on two poems that
     * are believed to be equal, which tells most; but how equal they are is only known as well as the votes so far have told. For normal
     * qualities a rank correlation of ρ is one of 2 sin(πρ/6), whose square is the share of the variance that must be known; where votes go
     * to crowded places rather than evenly, ranks are known as well with √3/2 of them.
     */
    double floor() {
        double unknown = 1 - Math.pow(2 * Math.sin(Math.PI * TARGET / 6), 2);
        double before = 1 / (spread * spread);
        double step = before * (1 / unknown - 1) / STEPS;
        double votes = 0;
        for (int i = 0; i < STEPS; i++) {
            double known = before + (i + 0.5) * step;
            votes += step / (2 * SimulatedVotes.information(Math.sqrt(2 / known), TIE));
        }
        return CROWDED * votes * (poems - 1) / poems;
    }

    private double votesOf(int each, boolean active) {
        SimulatedVotes votes = new SimulatedVotes(seed, TIE);
        double[] qualities = qualities(votes);
        int[] groups = IntStream.range(0, qualities.length).map(i -> i / poems).toArray();
        List<Couple> shuffled = active ? List.of() : everyPair(votes);
        List<Asked> asked = new ArrayList<>();
        return votesUntilTheTarget(qualities, () -> {
            List<Couple> next = active
                    ? new ActivePairing(prior(), each, seed).next(groups, asked, prompts)
                    : shuffled.subList(asked.size(), Math.min(shuffled.size(), asked.size() + prompts));
            List<Bout> given = next.stream()
                    .map(couple -> votes.bout(
                            couple.first(),
                            couple.second(),
                            qualities[couple.first()] - qualities[couple.second()],
                            each))
                    .toList();
            given.forEach(bout -> asked.add(new Asked(bout, 0)));
            return Optional.of(given).filter(some -> !some.isEmpty());
        });
    }

    /** Until then bouts are asked for, of which there may be none now; empty when there are no more. */
    private double votesUntilTheTarget(double[] qualities, Supplier<Optional<List<Bout>>> more) {
        List<Bout> all = new ArrayList<>();
        double votes = 0;
        double looked = 0;
        double before = 0;
        while (true) {
            Optional<List<Bout>> next = more.get();
            if (next.isEmpty()) {
                return Double.POSITIVE_INFINITY;
            }
            all.addAll(next.get());
            votes += next.get().stream()
                    .mapToDouble(bout -> bout.wins() + bout.ties() + bout.losses())
                    .sum();
            double given = votes / qualities.length;
            if (given - looked < LOOK) {
                continue;
            }
            double reached = correlation(all, qualities);
            if (reached >= TARGET) {
                return given - (given - looked) * (reached - TARGET) / (reached - before);
            }
            before = reached;
            looked = given;
        }
    }

    private Prior prior() {
        return new Prior(halves ? Math.hypot(1, spread) : spread, TIE);
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

    private double correlation(List<Bout> all, double[] qualities) {
        List<List<Bout>> bouts = new ArrayList<>();
        for (int prompt = 0; prompt < prompts; prompt++) {
            bouts.add(new ArrayList<>());
        }
        for (Bout bout : all) {
            bouts.get(bout.first() / poems)
                    .add(new Bout(
                            bout.first() % poems, bout.second() % poems, bout.wins(), bout.ties(), bout.losses()));
        }
        List<Stratum> strata = new ArrayList<>();
        for (int prompt = 0; prompt < prompts; prompt++) {
            int from = prompt * poems;
            Strengths strengths = Strengths.of(poems, bouts.get(prompt), prior());
            strata.add(new Stratum(
                    IntStream.range(0, poems).mapToObj(strengths::raw).toList(),
                    IntStream.range(from, from + poems)
                            .mapToObj(i -> qualities[i])
                            .toList()));
        }
        return RankCorrelation.of(strata).map(RankCorrelation::spearman).orElse(0.0);
    }
}
