package org.kukai.syllable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

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

    NgramModel(byte[][] symbol, byte[][] cost, byte[][] toShorter, int[][] children) {
        this.symbol = symbol;
        this.cost = cost;
        this.toShorter = toShorter;
        this.children = children;
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

    /** Whether a token was ever seen. */
    boolean knows(int token) {
        return child(0, 0, token) >= 0;
    }

    /** Where a sequence starts: the nodes of its last 0, 1, 2 ... tokens, -1 where that gram was never seen. */
    int[] start() {
        int[] nodes = new int[order()];
        for (int n = 1; n < nodes.length; n++) {
            nodes[n] = nodes[n - 1] < 0 ? -1 : child(n - 1, nodes[n - 1], PADDING);
        }
        return nodes;
    }

    /** The probability of a token after the history at {@code nodes}; {@code next} becomes the history with it. */
    double step(int[] nodes, int token, int[] next) {
        int paid = 0;
        int found = -1;
        for (int n = nodes.length - 1; n >= 0; n--) {
            int child = nodes[n] < 0 ? -1 : child(n, nodes[n], token);
            if (n + 1 < next.length) {
                next[n + 1] = child;
            }
            if (found < 0 && child >= 0) {
                found = cost[n + 1][child] & 0xff;
            } else if (found < 0 && nodes[n] >= 0) {
                paid += toShorter[n][nodes[n]] & 0xff;
            }
        }
        next[0] = 0;
        return PROBABILITY[found < 0 ? paid + 80 : paid + found];
    }

    private int child(int level, int node, int token) {
        int low = children[level][node];
        int high = children[level][node + 1] - 1;
        byte[] symbols = symbol[level + 1];
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int difference = symbols[middle] - token;
            if (difference == 0) {
                return middle;
            }
            if (difference < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
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
