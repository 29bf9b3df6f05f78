package org.kukai.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

import org.kukai.statistics.ActivePairing.Asked;
import org.kukai.statistics.ActivePairing.Couple;

/**
 * An active round as the program runs it, with one vote a pair and raters who give a vote every five seconds: each of them looks at one
 * pair and has the next one fetched ahead, and every two seconds as many pairs are added as {@link PairsAhead} says.
 */
final class RatersAtWork {
    private static final double SECONDS_A_VOTE = 5;
    private static final double SECONDS_A_LOOK = 2;
    /** As the program believes of all poems, whatever they are. */
    private static final Prior BELIEVED = Prior.USUAL.withTie(0.3);

    private final int[] groups;
    private final double[] qualities;
    private final SimulatedVotes votes;
    private final ActivePairing pairing;
    private final List<Asked> asked = new ArrayList<>();
    private final List<Deque<Integer>> held;
    private int handed;
    private double due;
    private int waits;

    /**
     * A round that has just been opened.
     *
     * @param groups of each poem, the number of its prompt
     */
    RatersAtWork(int raters, int[] groups, double[] qualities, SimulatedVotes votes, long seed) {
        this.groups = groups;
        this.qualities = qualities;
        this.votes = votes;
        this.pairing = new ActivePairing(BELIEVED, 1, seed);
        this.held = IntStream.range(0, raters)
                .<Deque<Integer>>mapToObj(rater -> new ArrayDeque<>())
                .toList();
        add((groups.length + 1) / 2);
    }

    /** All pairs that were chosen so far, with their votes. */
    List<Asked> asked() {
        return asked;
    }

    /** How often a rater who wanted to vote had no pair. */
    int waits() {
        return waits;
    }

    /** The votes until pairs are looked after the next time, and that; empty when there is nothing left, or the time too short for a vote. */
    List<Bout> goOn() {
        List<Bout> given = new ArrayList<>();
        held.forEach(this::take);
        for (due += held.size() * SECONDS_A_LOOK / SECONDS_A_VOTE; due >= 1; due--) {
            Deque<Integer> rater = held.get(votes.below(held.size()));
            if (rater.isEmpty()) {
                waits++;
                continue;
            }
            int place = rater.remove();
            Bout open = asked.get(place).bout();
            Bout bout = votes.bout(open.first(), open.second(), qualities[open.first()] - qualities[open.second()], 1);
            asked.set(place, new Asked(bout, 0));
            given.add(bout);
            take(rater);
        }
        int wanted = new PairsAhead(held.size(), (int) (held.size() * 5 / SECONDS_A_VOTE), asked.size()).ready();
        if (asked.size() - handed < wanted) {
            add(Math.max(wanted - asked.size() + handed, PairsAhead.idle(groups, asked)));
        }
        return given;
    }

    /** Whether every pair that there is has its vote. */
    boolean isOver() {
        return handed == asked.size() && held.stream().allMatch(Deque::isEmpty);
    }

    private void take(Deque<Integer> rater) {
        while (rater.size() < 2 && handed < asked.size()) {
            rater.add(handed++);
        }
    }

    private void add(int wanted) {
        for (Couple couple : pairing.next(groups, asked, wanted)) {
            asked.add(new Asked(new Bout(couple.first(), couple.second(), 0, 0, 0), 1));
        }
    }
}
