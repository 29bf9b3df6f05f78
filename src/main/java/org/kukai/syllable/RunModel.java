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
        double[] counts = new double[(LABELS - 1) * word.length() + 1];
        double[] labels = new double[LABELS];
        counts[0] = 1;
        int most = 0;
        LetterRuns runs = new LetterRuns(word);
        while (runs.next()) {
            label(runs, labels);
            most += LABELS - 1;
            add(labels, counts, most);
        }
        double[] all = new double[Counts.MOST + 1];
        double sum = 0;
        for (int k = 1; k <= most && k < all.length; k++) {
            all[k] = counts[k];
            sum += counts[k];
        }
        for (int k = 1; k < all.length; k++) {
            all[k] = sum > 0 ? all[k] / sum : k == 1 ? 1 : 0;
        }
        return all;
    }

    private void label(LetterRuns run, double[] labels) {
        int one = 0;
        int two = 0;
        int three = 0;
        for (int i = 0; i < run.size(); i++) {
            int at = run.name(i) * STORED;
            one += weights[at];
            two += weights[at + 1];
            three += weights[at + 2];
        }
        labels[0] = 1;
        labels[1] = exp(one);
        labels[2] = exp(two);
        labels[3] = exp(three);
        double sum = labels[0] + labels[1] + labels[2] + labels[3];
        for (int label = 0; label < LABELS; label++) {
            labels[label] /= sum;
        }
    }

    private static double exp(int score) {
        return StrictMath.exp(Math.clamp(score / PER_UNIT, -300, 300));
    }

    /** The counts with one more run, the most first, so that none is read after it was written. */
    private static void add(double[] labels, double[] counts, int most) {
        for (int k = most; k >= 0; k--) {
            double sum = 0;
            for (int label = Math.min(k, LABELS - 1); label >= 0; label--) {
                sum += counts[k - label] * labels[label];
            }
            counts[k] = sum;
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(weights.length);
        out.write(weights);
    }

    static RunModel read(DataInputStream in) throws IOException {
        return new RunModel(in.readNBytes(in.readInt()));
    }
}
