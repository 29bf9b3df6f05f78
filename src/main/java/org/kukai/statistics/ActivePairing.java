package org.kukai.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Chooses which pairs to ask next, so that votes tell as much as they can of an order of the items of each group (poems of
 * one prompt). First every item is compared once. Then, again and again, that pair is taken whose votes are expected to make
 * the ranks within its group least wrong, in squares: by the posterior of {@link Strengths} in its normal approximation
 * (Laplace), so many votes on two items take {@code m·i·|JΣa|²/(1+m·i·aᵀΣa)} away, where {@code m} is the number of votes,
 * {@code Σ} the covariance of strengths, {@code a} the difference of the two, {@code J} how much each rank is expected to move
 * with each strength, and {@code i} the information of a vote averaged over what is believed of that difference. This is
 * Bayesian linear optimality (Chaloner and Verdinelli 1995, Statistical Science 10, 273-304) for ranks, taken greedily. Votes
 * that are asked for and not here yet count as given. No pair is chosen twice, none that was asked before, and none across
 * groups. The same state gives the same pairs.
 *
 * <p>Cost for a group of n items: order n³ once, when it has votes, and n² for each pair taken from it; memory n² for each
 * group. Groups are independent, so the whole grows with the number of groups.
 */
public final class ActivePairing {
    private static final double VOTES_PER_ITEM = 4.1;
    private static final double MORE_BY_VOTES_PER_PAIR = 0.6;

    private final Prior prior;
    private final int votesPerPair;
    private final long seed;

    /** Two items to compare. */
    public record Couple(int first, int second) {}

    /**
     * A pair that has been asked.
     *
     * @param bout the votes that are here, which may be none
     * @param pending how many more are asked for
     */
    public record Asked(Bout bout, double pending) {}

    /**
     * How to choose.
     *
     * @param prior what to believe of strengths before any vote, with known odds of a tie
     * @param votesPerPair how many votes each new pair will get
     * @param seed decides what nothing else decides
     */
    public ActivePairing(Prior prior, int votesPerPair, long seed) {
        this.prior = Double.isNaN(prior.tie()) ? prior.withTie(0) : prior;
        this.votesPerPair = votesPerPair;
        this.seed = seed;
    }

    /**
     * About how many votes for each item bring the order of a group of twenty or more to a rank correlation of 0.9 with the true
     * one, when strengths differ by a standard deviation of 2: by the simulation in {@code docs/statistics.md}.
     */
    public static double votesPerItem(int votesPerPair) {
        return VOTES_PER_ITEM + MORE_BY_VOTES_PER_PAIR * (votesPerPair - 1);
    }

    /**
     * The next pairs, in the order in which to ask them: as many as wanted, or fewer when there are no more.
     *
     * @param groups of each item, numbered from 0, the number of its group; items of one group must be worth comparing
     * @param asked every pair that was ever chosen, with what came of it
     * @throws IllegalArgumentException when a pair was asked across groups
     */
    public List<Couple> next(int[] groups, Collection<Asked> asked, int wanted) {
        List<Group> all = read(groups, asked);
        List<Couple> chosen = new ArrayList<>(Math.max(0, Math.min(wanted, groups.length * 10)));
        List<Group> fresh = all;
        while (chosen.size() < wanted && !fresh.isEmpty()) {
            List<Group> unfinished = new ArrayList<>();
            for (Group group : fresh) {
                Optional<Couple> first = chosen.size() < wanted ? group.takeUncompared() : Optional.empty();
                first.ifPresent(chosen::add);
                if (first.isPresent()) {
                    unfinished.add(group);
                }
            }
            fresh = unfinished;
        }
        return chosen.size() < wanted ? tellingMost(all, chosen, wanted) : chosen;
    }

    private static List<Couple> tellingMost(List<Group> all, List<Couple> chosen, int wanted) {
        PriorityQueue<Group> queue = new PriorityQueue<>(
                Comparator.comparingDouble(Group::bestGain).reversed().thenComparingLong(Group::dice));
        for (Group group : all) {
            if (group.look()) {
                queue.add(group);
            }
        }
        while (chosen.size() < wanted && !queue.isEmpty()) {
            Group group = queue.remove();
            chosen.add(group.takeBest());
            if (group.look()) {
                queue.add(group);
            }
        }
        return chosen;
    }

    private List<Group> read(int[] groups, Collection<Asked> asked) {
        Map<Integer, List<Integer>> members = new HashMap<>();
        int[] place = new int[groups.length];
        for (int item = 0; item < groups.length; item++) {
            List<Integer> group = members.computeIfAbsent(groups[item], none -> new ArrayList<>());
            place[item] = group.size();
            group.add(item);
        }
        Map<Integer, List<Asked>> askedOf = new HashMap<>();
        for (Asked one : asked) {
            Bout bout = one.bout();
            if (groups[bout.first()] != groups[bout.second()]) {
                throw new IllegalArgumentException("a pair across groups: " + bout);
            }
            askedOf.computeIfAbsent(groups[bout.first()], none -> new ArrayList<>())
                    .add(new Asked(
                            new Bout(
                                    place[bout.first()], place[bout.second()], bout.wins(), bout.ties(), bout.losses()),
                            one.pending()));
        }
        List<Group> all = new ArrayList<>();
        members.forEach((number, items) -> {
            if (items.size() > 1) {
                long dice = new SplittableRandom(seed ^ (0x9E3779B97F4A7C15L * (number + 1L))).nextLong();
                all.add(new Group(items, askedOf.getOrDefault(number, List.of()), dice));
            }
        });
        all.sort(Comparator.comparingLong(Group::dice));
        return all;
    }

    /** The items of one group, and what choosing so far has made of it. */
    private final class Group {
        private final List<Integer> items;
        private final long dice;
        private final Belief belief;
        private final boolean[][] taken;
        private final List<Integer> uncompared = new ArrayList<>();
        private int bestFirst;
        private int bestSecond;
        private double bestGain;

        Group(List<Integer> items, List<Asked> asked, long dice) {
            this.items = items;
            this.dice = dice;
            this.belief = Belief.after(items.size(), asked, prior);
            this.taken = new boolean[items.size()][items.size()];
            boolean[] compared = new boolean[items.size()];
            for (Asked one : asked) {
                int first = one.bout().first();
                int second = one.bout().second();
                mark(first, second);
                compared[first] = true;
                compared[second] = true;
            }
            for (int i = 0; i < compared.length; i++) {
                if (!compared[i]) {
                    uncompared.add(i);
                }
            }
            Collections.shuffle(uncompared, Random.from(new SplittableRandom(dice)));
        }

        private void mark(int first, int second) {
            taken[first][second] = true;
            taken[second][first] = true;
        }

        long dice() {
            return dice;
        }

        double bestGain() {
            return bestGain;
        }

        Optional<Couple> takeUncompared() {
            if (uncompared.isEmpty()) {
                return Optional.empty();
            }
            bestFirst = uncompared.removeLast();
            if (uncompared.isEmpty()) {
                bestGain = -1;
                for (int other = 0; other < items.size(); other++) {
                    consider(bestFirst, other);
                }
            } else {
                bestSecond = uncompared.removeLast();
            }
            return Optional.of(takeBest());
        }

        /** Looks for the pair that tells most; false when every pair is taken. */
        boolean look() {
            bestGain = -1;
            for (int first = 0; first < items.size(); first++) {
                for (int second = 0; second < first; second++) {
                    consider(first, second);
                }
            }
            return bestGain >= 0;
        }

        private void consider(int first, int second) {
            if (first != second && !taken[first][second]) {
                double gain = belief.gain(first, second, votesPerPair);
                if (gain > bestGain) {
                    bestGain = gain;
                    bestFirst = first;
                    bestSecond = second;
                }
            }
        }

        Couple takeBest() {
            mark(bestFirst, bestSecond);
            belief.expect(bestFirst, bestSecond, votesPerPair);
            return new Couple(items.get(bestFirst), items.get(bestSecond));
        }
    }
}
