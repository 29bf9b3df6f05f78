package org.kukai.syllable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A log-linear model of how many syllables each run of letters carries, given all that {@link LetterRuns} sees around it. The runs
 * are independent of each other once that is seen, so that a word's distribution is their convolution.
 */
final class RunModel {

    /** A run carries none, one, two or three. */
    static final int LABELS = 4;

    private static final int STORED = LABELS - 1;
    private static final float PER_UNIT = 32;

    private final byte[] weights;

    private RunModel(byte[] weights) {
        this.weights = weights;
    }

    /** Rounds weights, {@link #LABELS} for each name, to bytes; what matters is how far each is from that of label 0. */
    static RunModel of(float[] weights) {
        byte[] bytes = new byte[weights.length / LABELS * STORED];
        for (int name = 0; name < weights.length / LABELS; name++) {
            for (int label = 1; label < LABELS; label++) {
                float above = weights[name * LABELS + label] - weights[name * LABELS];
                bytes[name * STORED + label - 1] = (byte) Math.clamp(Math.round(above * PER_UNIT), -127, 127);
            }
        }
        return new RunModel(bytes);
    }

    /** The probability of each count up to {@link Counts#MOST}; at least one syllable. */
    double[] distribution(String word) {
        double[] counts = {1};
        for (int[] names : LetterRuns.of(word)) {
            counts = plus(counts, labels(names));
        }
        double[] all = new double[Counts.MOST + 1];
        double sum = 0;
        for (int k = 1; k < counts.length && k < all.length; k++) {
            all[k] = counts[k];
            sum += counts[k];
        }
        for (int k = 1; k < all.length; k++) {
            all[k] = sum > 0 ? all[k] / sum : k == 1 ? 1 : 0;
        }
        return all;
    }

    private double[] labels(int[] names) {
        int[] scores = new int[LABELS];
        for (int name : names) {
            int at = name * STORED;
            scores[1] += weights[at];
            scores[2] += weights[at + 1];
            scores[3] += weights[at + 2];
        }
        double[] labels = new double[LABELS];
        double sum = 0;
        for (int label = 0; label < LABELS; label++) {
            labels[label] = StrictMath.exp(Math.clamp(scores[label] / PER_UNIT, -300, 300));
            sum += labels[label];
        }
        for (int label = 0; label < LABELS; label++) {
            labels[label] /= sum;
        }
        return labels;
    }

    private static double[] plus(double[] counts, double[] labels) {
        double[] sums = new double[counts.length + LABELS - 1];
        for (int k = 0; k < counts.length; k++) {
            for (int label = 0; label < LABELS; label++) {
                sums[k + label] += counts[k] * labels[label];
            }
        }
        return sums;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(weights.length);
        out.write(weights);
    }

    static RunModel read(DataInputStream in) throws IOException {
        return new RunModel(in.readNBytes(in.readInt()));
    }
}
