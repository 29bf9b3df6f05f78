package org.kukai.syllable;

import java.util.Arrays;

/**
 * Trains an n-gram model with interpolated modified Kneser-Ney smoothing (Chen and Goodman, "An empirical study of smoothing
 * techniques for language modeling", 1998). Deterministic: equal words give equal bytes on every machine, since costs
 * are rounded to sixteenths of a nat.
 */
final class NgramTrainer {

    private static final int WIDTH = 7;

    private final int order;
    private final long[][] grams;
    private final int[][] counts;
    private final double[][] probability;
    private final double[][] backoff;

    private NgramTrainer(int order) {
        this.order = order;
        this.grams = new long[order + 1][];
        this.counts = new int[order + 1][];
        this.probability = new double[order + 1][];
        this.backoff = new double[order + 1][];
    }

    /** A model of the given order over sequences of tokens below {@link NgramModel#PADDING}. */
    static NgramModel train(Iterable<int[]> sequences, int order) {
        NgramTrainer trainer = new NgramTrainer(order);
        trainer.count(sequences);
        for (int n = 1; n <= order; n++) {
            trainer.smooth(n);
        }
        return trainer.model();
    }

    private void count(Iterable<int[]> sequences) {
        long[] all = new long[1 << 16];
        int size = 0;
        long padding = 0;
        for (int i = 1; i < order; i++) {
            padding = (padding << WIDTH) | NgramModel.PADDING;
        }
        for (int[] sequence : sequences) {
            long window = padding;
            for (int i = 0; i <= sequence.length; i++) {
                window = ((window << WIDTH) | (i < sequence.length ? sequence[i] : NgramModel.END)) & mask(order);
                all = size < all.length ? all : Arrays.copyOf(all, size * 2);
                all[size++] = window;
            }
        }
        int[] ones = new int[size];
        Arrays.fill(ones, 1);
        collect(order, Arrays.copyOf(all, size), ones);
        for (int n = order - 1; n >= 1; n--) {
            continuations(n);
        }
    }

    private static long mask(int n) {
        return (1L << (WIDTH * n)) - 1;
    }

    /** In how many ways each shorter gram is continued to the left; those at a word's start keep their plain count. */
    private void continuations(int n) {
        long[] longer = grams[n + 1];
        long[] shorter = new long[longer.length];
        int[] weight = new int[longer.length];
        for (int i = 0; i < longer.length; i++) {
            shorter[i] = longer[i] & mask(n);
            boolean atStart = shorter[i] >>> (WIDTH * (n - 1)) == NgramModel.PADDING;
            weight[i] = atStart ? counts[n + 1][i] : 1;
        }
        long padding = 0;
        for (int i = 0; i < n; i++) {
            padding = (padding << WIDTH) | NgramModel.PADDING;
        }
        shorter = Arrays.copyOf(shorter, shorter.length + 1);
        shorter[longer.length] = padding; // a history only, so it weighs nothing
        collect(n, shorter, Arrays.copyOf(weight, shorter.length));
    }

    private void collect(int n, long[] keys, int[] weights) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        grams[n] = Arrays.copyOf(sorted, size);
        counts[n] = new int[size];
        for (int i = 0; i < keys.length; i++) {
            counts[n][Arrays.binarySearch(grams[n], keys[i])] += weights[i];
        }
    }

    private double[] discounts(int n) {
        double[] withCount = new double[5];
        for (int count : counts[n]) {
            if (count <= 4) {
                withCount[count]++;
            }
        }
        double y = withCount[1] / Math.max(1, withCount[1] + 2 * withCount[2]);
        double[] discount = new double[4];
        for (int k = 1; k <= 3; k++) {
            double wanted = k - (k + 1) * y * withCount[k + 1] / Math.max(1, withCount[k]);
            discount[k] = Math.clamp(wanted, 0.1, k * 0.95);
        }
        return discount;
    }

    private void smooth(int n) {
        double[] discount = discounts(n);
        long[] keys = grams[n];
        probability[n] = new double[keys.length];
        backoff[n - 1] = new double[n == 1 ? 1 : grams[n - 1].length];
        Arrays.fill(backoff[n - 1], 1);
        for (int from = 0; from < keys.length; ) {
            long history = keys[from] >>> WIDTH;
            int to = from;
            double all = 0;
            double kept = 0;
            for (; to < keys.length && keys[to] >>> WIDTH == history; to++) {
                all += counts[n][to];
                kept += counts[n][to] - discount[Math.min(3, counts[n][to])];
            }
            double left = (all - kept) / all;
            if (n == 1) {
                backoff[0][0] = left;
            } else {
                int node = Arrays.binarySearch(grams[n - 1], history);
                if (node >= 0) {
                    backoff[n - 1][node] = left;
                }
            }
            for (int i = from; i < to; i++) {
                double own = (counts[n][i] - discount[Math.min(3, counts[n][i])]) / all;
                double lower = n == 1
                        ? 1.0 / NgramModel.TOKENS
                        : probability[n - 1][Arrays.binarySearch(grams[n - 1], keys[i] & mask(n - 1))];
                probability[n][i] = own + left * lower;
            }
            from = to;
        }
    }

    private NgramModel model() {
        byte[][] symbol = new byte[order + 1][0];
        byte[][] cost = new byte[order + 1][0];
        byte[][] toShorter = new byte[order][];
        int[][] children = new int[order][];
        toShorter[0] = new byte[] {NgramModel.cost(backoff[0][0])};
        for (int n = 1; n <= order; n++) {
            int size = grams[n].length;
            symbol[n] = new byte[size];
            cost[n] = new byte[size];
            for (int i = 0; i < size; i++) {
                symbol[n][i] = (byte) (grams[n][i] & mask(1));
                cost[n][i] = NgramModel.cost(probability[n][i]);
            }
            if (n < order) {
                toShorter[n] = new byte[size];
                for (int i = 0; i < size; i++) {
                    toShorter[n][i] = NgramModel.cost(backoff[n][i]);
                }
            }
            children[n - 1] = firstChildren(n);
        }
        return new NgramModel(symbol, cost, toShorter, children);
    }

    private int[] firstChildren(int n) {
        int parents = n == 1 ? 1 : grams[n - 1].length;
        int[] first = new int[parents + 1];
        int child = 0;
        for (int parent = 0; parent < parents; parent++) {
            long key = n == 1 ? 0 : grams[n - 1][parent];
            while (child < grams[n].length && grams[n][child] >>> WIDTH < key) {
                child++;
            }
            first[parent] = child;
            while (child < grams[n].length && grams[n][child] >>> WIDTH == key) {
                child++;
            }
        }
        first[parents] = child;
        return first;
    }
}
