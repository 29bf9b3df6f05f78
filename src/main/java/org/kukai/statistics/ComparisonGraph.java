package org.kukai.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Which items were compared with which. Items in different components never met, not even through others, so votes say
 * nothing of them against each other.
 */
public final class ComparisonGraph {
    private final int[] component;
    private final int components;
    private final boolean separated;

    /** Of items numbered from 0. */
    public ComparisonGraph(int items, Collection<Bout> bouts) {
        List<List<Integer>> met = lists(items);
        List<List<Integer>> beaten = lists(items);
        List<List<Integer>> beatenBy = lists(items);
        for (Bout bout : bouts) {
            if (bout.votes() > 0) {
                met.get(bout.first()).add(bout.second());
                met.get(bout.second()).add(bout.first());
            }
            if (bout.wins() + bout.ties() > 0) {
                beaten.get(bout.first()).add(bout.second());
                beatenBy.get(bout.second()).add(bout.first());
            }
            if (bout.losses() + bout.ties() > 0) {
                beaten.get(bout.second()).add(bout.first());
                beatenBy.get(bout.first()).add(bout.second());
            }
        }
        component = new int[items];
        Arrays.fill(component, -1);
        int found = 0;
        boolean apart = false;
        for (int start = 0; start < items; start++) {
            if (component[start] < 0) {
                int size = reach(start, met, component, found);
                apart |= reach(start, beaten, unseen(items), 0) < size
                        || reach(start, beatenBy, unseen(items), 0) < size;
                found++;
            }
        }
        components = found;
        separated = apart;
    }

    /** The number of the item's component, from 0. */
    public int component(int item) {
        return component[item];
    }

    /** How many components there are; items that were never compared are one each. */
    public int components() {
        return components;
    }

    /**
     * Whether some items of a component never lost, nor tied, against the others of it. Then their strengths have no largest
     * likelihood: it grows for ever with the distance (Ford 1957, American Mathematical Monthly 64, 28-33). A prior is
     * needed, and the size of that distance is the prior's.
     */
    public boolean isSeparated() {
        return separated;
    }

    private static int[] unseen(int items) {
        int[] marks = new int[items];
        Arrays.fill(marks, -1);
        return marks;
    }

    private static List<List<Integer>> lists(int items) {
        List<List<Integer>> lists = new ArrayList<>(items);
        for (int i = 0; i < items; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static int reach(int start, List<List<Integer>> next, int[] marks, int mark) {
        Deque<Integer> waiting = new ArrayDeque<>(List.of(start));
        marks[start] = mark;
        int reached = 1;
        while (!waiting.isEmpty()) {
            for (int other : next.get(waiting.pop())) {
                if (marks[other] < 0) {
                    marks[other] = mark;
                    reached++;
                    waiting.push(other);
                }
            }
        }
        return reached;
    }
}
