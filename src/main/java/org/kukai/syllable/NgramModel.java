package org.kukai.syllable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * An n-gram model as a trie in plain arrays: level n holds the grams of n tokens, sorted, each with the cost of its last
 * token after the others and the cost of leaving it for a shorter history.
 */
final class NgramModel {

    /** Stands before the first token of a sequence. */
    static final int PADDING = 126;
    /** Stands after the last. */
    static final int END = 127;

    static final int TOKENS = 128;

    private static final int NODE_BITS = 28;
    private static final int NEVER = 80;
    private static final long UNKNOWN = -1;
    private static final double PER_NAT = 16;
    private static final double[] PROBABILITY = new double[4096];

    static {
        for (int cost = 0; cost < PROBABILITY.length; cost++) {
            PROBABILITY[cost] = StrictMath.exp(-cost / PER_NAT);
        }
    }

    private final byte[][] symbol;
    private final byte[][] cost;
    private final byte[][] toShorter;
    private final int[][] children;
    /** Where each gram without its oldest token is. */
    private final int[][] shorter;

    NgramModel(byte[][] symbol, byte[][] cost, byte[][] toShorter, int[][] children) {
        this.symbol = symbol;
        this.cost = cost;
        this.toShorter = toShorter;
        this.children = children;
        this.shorter = new int[children.length + 1][];
        shorter[0] = new int[1];
        for (int n = 1; n <= children.length; n++) {
            shorter[n] = new int[symbol[n].length];
            for (int parent = 0; n > 1 && parent < symbol[n - 1].length; parent++) {
                link(n, parent);
            }
        }
    }

    /** Both lists of children are sorted, and the shorter gram has every child that the longer has. */
    private void link(int n, int parent) {
        int child = children[n - 2][shorter[n - 1][parent]];
        for (int longer = children[n - 1][parent]; longer < children[n - 1][parent + 1]; longer++) {
            while (symbol[n - 1][child] != symbol[n][longer]) {
                child++;
            }
            shorter[n][longer] = child;
        }
    }

    static byte cost(double probability) {
        return (byte) Math.clamp(Math.round(-StrictMath.log(probability) * PER_NAT), 0, 255);
    }

    int order() {
        return children.length;
    }

    int size() {
        int all = 0;
        for (int n = 1; n < symbol.length; n++) {
            all += symbol[n].length;
        }
        return all;
    }

    /** The history before the first token. A history is the longest known end of what went before: its length and its node. */
    int start() {
        int node = 0;
        for (int n = 0; n + 1 < order(); n++) {
            node = child(n, node, PADDING);
        }
        return history(order() - 1, node);
    }

    private static int history(int length, int node) {
        return (length << NODE_BITS) | node;
    }

    /** What a token costs after a history, in the upper half, and the history that it makes, in the lower. */
    long step(int history, int token) {
        long[] step = new long[1];
        steps(history, token, token + 1, step);
        return step[0];
    }

    /** The {@link #step} of each token from the first up to but not including the last, all in one walk to shorter histories. */
    void steps(int history, int first, int last, long[] steps) {
        int left = last - first;
        Arrays.fill(steps, 0, left, UNKNOWN);
        int length = history >>> NODE_BITS;
        int node = history & ((1 << NODE_BITS) - 1);
        int paid = 0;
        while (left > 0) {
            byte[] symbols = symbol[length + 1];
            int end = children[length][node + 1];
            for (int child = atLeast(length, node, first); child < end && symbols[child] < last; child++) {
                int token = symbols[child] - first;
                if (steps[token] == UNKNOWN) {
                    steps[token] = step(length + 1, child, paid);
                    left--;
                }
            }
            if (length == 0) {
                never(steps, last - first, paid);
                return;
            }
            paid += toShorter[length][node] & 0xff;
            node = shorter[length--][node];
        }
    }

    private long step(int length, int node, int paid) {
        int next = length == order() ? history(length - 1, shorter[length][node]) : history(length, node);
        return ((long) (paid + (cost[length][node] & 0xff)) << Integer.SIZE) | next;
    }

    private static void never(long[] steps, int size, int paid) {
        for (int token = 0; token < size; token++) {
            if (steps[token] == UNKNOWN) {
                steps[token] = (long) (paid + NEVER) << Integer.SIZE;
            }
        }
    }

    /** The probability that a {@link #step} reports. */
    static double probability(long step) {
        return PROBABILITY[Math.min((int) (step >>> Integer.SIZE), PROBABILITY.length - 1)];
    }

    private int child(int level, int node, int token) {
        int child = atLeast(level, node, token);
        return child < children[level][node + 1] && symbol[level + 1][child] == token ? child : -1;
    }

    /** The first child whose token is this one or a later one; the end of the children where there is none. */
    private int atLeast(int level, int node, int token) {
        int low = children[level][node];
        int high = children[level][node + 1];
        byte[] symbols = symbol[level + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (symbols[middle] < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(order());
        out.write(toShorter[0]);
        writeChildren(0, out);
        for (int n = 1; n <= order(); n++) {
            out.writeInt(symbol[n].length);
            out.write(symbol[n]);
            out.write(cost[n]);
            if (n < order()) {
                out.write(toShorter[n]);
                writeChildren(n, out);
            }
        }
    }

    private void writeChildren(int level, DataOutputStream out) throws IOException {
        for (int node = 0; node + 1 < children[level].length; node++) {
            out.writeByte(children[level][node + 1] - children[level][node]);
        }
    }

    static NgramModel read(DataInputStream in) throws IOException {
        int order = in.readUnsignedByte();
        byte[][] symbol = new byte[order + 1][0];
        byte[][] cost = new byte[order + 1][0];
        byte[][] toShorter = new byte[order][];
        int[][] children = new int[order][];
        toShorter[0] = in.readNBytes(1);
        children[0] = readChildren(in, 1);
        for (int n = 1; n <= order; n++) {
            int size = in.readInt();
            symbol[n] = in.readNBytes(size);
            cost[n] = in.readNBytes(size);
            if (n < order) {
                toShorter[n] = in.readNBytes(size);
                children[n] = readChildren(in, size);
            }
        }
        return new NgramModel(symbol, cost, toShorter, children);
    }

    private static int[] readChildren(DataInputStream in, int parents) throws IOException {
        byte[] counts = in.readNBytes(parents);
        int[] first = new int[parents + 1];
        for (int node = 0; node < parents; node++) {
            first[node + 1] = first[node] + (counts[node] & 0xff);
        }
        return first;
    }
}
