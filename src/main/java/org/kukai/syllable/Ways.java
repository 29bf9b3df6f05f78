package org.kukai.syllable;

import java.util.Arrays;

/** The ways to sound a word so far, each known by its history; those with one history are one. Made once and used for many words. */
final class Ways {

    private static final int SLOTS = 1 << 10;
    /** Where a history belongs in the table: one more than the index of its way, counted on over all letters; older ones are free. */
    private final int[] slots = new int[SLOTS];

    private int[] history = new int[64];
    private double[] likelihood = new double[64];
    /** How much of each way's likelihood has how many syllables, in rows of {@link #width}. */
    private double[] mass = new double[64 * 8];

    private int base;
    private int width;
    private int size;

    /** Forgets all ways; from now on each can have so many syllables at most. */
    void clear(int most) {
        if (base > Integer.MAX_VALUE / 2) {
            Arrays.fill(slots, 0);
            base = 0;
        }
        base += size;
        size = 0;
        width = most + 1;
    }

    /** The only way to sound nothing. */
    void start(int first) {
        clear(0);
        int at = index(first);
        likelihood[at] = 1;
        mass[at] = 1;
    }

    int size() {
        return size;
    }

    int most() {
        return width - 1;
    }

    int history(int way) {
        return history[way];
    }

    double likelihood(int way) {
        return likelihood[way];
    }

    double mass(int way, int syllables) {
        return mass[way * width + syllables];
    }

    double best() {
        double best = 0;
        for (int way = 0; way < size; way++) {
            best = Math.max(best, likelihood[way]);
        }
        return best;
    }

    /** Goes on from another's way by a letter with so many syllables, to a history. */
    void add(int next, Ways from, int way, int nuclei, double probability) {
        int at = index(next);
        likelihood[at] += from.likelihood[way] * probability;
        int source = way * from.width;
        int target = at * width;
        for (int k = 0; k < from.width; k++) {
            double share = from.mass[source + k];
            if (share > 0) {
                mass[target + Math.min(width - 1, k + nuclei)] += share * probability;
            }
        }
    }

    private int index(int next) {
        int slot = (next * 0x9E3779B9) >>> 22;
        while (slots[slot] > base) {
            int at = slots[slot] - base - 1;
            if (history[at] == next) {
                return at;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        grow();
        history[size] = next;
        likelihood[size] = 0;
        Arrays.fill(mass, size * width, (size + 1) * width, 0);
        slots[slot] = base + ++size;
        return size - 1;
    }

    private void grow() {
        if (size == SLOTS / 2) {
            throw new IllegalStateException("more than " + size + " ways to sound a word");
        }
        if (size == history.length) {
            history = Arrays.copyOf(history, 2 * size);
            likelihood = Arrays.copyOf(likelihood, 2 * size);
        }
        if ((size + 1) * width > mass.length) {
            mass = Arrays.copyOf(mass, 2 * (size + 1) * width);
        }
    }
}
