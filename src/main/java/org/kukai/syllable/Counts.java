package org.kukai.syllable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * A set of acceptable counts with the usual one, in four bytes.
 *
 * @param mask bit k is set when k syllables are acceptable, 1 to 30
 * @param usual one of them
 */
record Counts(int mask, int usual) {

    static final int MOST = 30;

    static Counts of(int usual, int... others) {
        int mask = 1 << usual;
        for (int other : others) {
            mask |= 1 << other;
        }
        return new Counts(mask, usual);
    }

    Counts {
        if (usual < 1 || usual > MOST || (mask >>> usual & 1) == 0 || (mask & 1) != 0) {
            throw new IllegalArgumentException("usual " + usual + " is not in " + Integer.toBinaryString(mask));
        }
    }

    /** The counts of a word made of both parts. */
    Counts plus(Counts other) {
        int sum = 0;
        for (int k = 1; k <= MOST; k++) {
            if ((other.mask >>> k & 1) == 1) {
                sum |= (mask << k) & ALL;
            }
        }
        int both = usual + other.usual;
        return both > MOST ? of(MOST) : new Counts(sum, both);
    }

    /** The counts of the word with an ending of so many syllables; 0 changes nothing. */
    Counts plus(int syllables) {
        return syllables == 0 ? this : syllables < 0 ? minus(-syllables) : plus(of(syllables));
    }

    private Counts minus(int syllables) {
        int less = (mask >>> syllables) & ~1;
        int fewer = Math.max(1, usual - syllables);
        return new Counts(less | (1 << fewer), fewer);
    }

    /** These counts and the other's too; the usual one stays. */
    Counts or(Counts other) {
        return new Counts(mask | other.mask, usual);
    }

    /** The same counts with the least as the usual one. */
    Counts usuallyShortest() {
        return new Counts(mask, Integer.numberOfTrailingZeros(mask));
    }

    /** The acceptable counts. The lists of small counts are made once; two threads that meet make the same. */
    List<Integer> ascending() {
        if (mask >= ASCENDING.length()) {
            return list();
        }
        List<Integer> shared = ASCENDING.get(mask);
        if (shared == null) {
            shared = list();
            ASCENDING.set(mask, shared);
        }
        return shared;
    }

    private List<Integer> list() {
        List<Integer> counts = new ArrayList<>(Integer.bitCount(mask));
        for (int k = 1; k <= MOST; k++) {
            if ((mask >>> k & 1) == 1) {
                counts.add(k);
            }
        }
        return List.copyOf(counts);
    }

    private static final AtomicReferenceArray<@Nullable List<Integer>> ASCENDING = new AtomicReferenceArray<>(1 << 12);

    private static final int ALL = ((1 << (MOST + 1)) - 1) & ~1;
}
