package org.kukai.syllable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SortedMap;

/**
 * Guesses the syllables of a word never seen, and how sure it is: the weighted product of two models that err differently,
 * {@link RunModel} and {@link JointModel}. Where the first is all but certain the second, which is slower, is not asked.
 */
final class NucleusModel {

    /** Longer words than this are no words; the model does not try. */
    static final int LONGEST = 40;

    /** How much each says, fitted on held-out words, then lowered by 7 %; together less than one, as they were a little too sure. */
    private static final double RUNS = 0.42;

    private static final double JOINT = 0.38;
    /** From here on nothing that the second could say would change the count. */
    private static final double CERTAIN = 0.998;

    private static final double FLOOR = 1e-5;
    /** So much less than the floor that it is none. */
    private static final double NOTHING = 1e-12;

    private static final double BOTH_NOTHING = StrictMath.exp((RUNS + JOINT) * StrictMath.log(FLOOR));

    private final RunModel runs;
    private final JointModel joint;

    private NucleusModel(RunModel runs, JointModel joint) {
        this.runs = runs;
        this.joint = joint;
    }

    /** Learns from words of 1 to {@link #LONGEST} letters a to z. */
    static NucleusModel train(SortedMap<String, Lesson> lessons) {
        return new NucleusModel(RunTrainer.train(lessons), JointModel.train(Aligner.kinds(lessons)));
    }

    /**
     * How likely each count is: the value at index k is the probability of k syllables, 1 to {@link Counts#MOST}.
     *
     * @param word 1 to {@link #LONGEST} letters a to z
     */
    double[] distribution(String word) {
        double[] first = runs.distribution(word);
        for (double probability : first) {
            if (probability >= CERTAIN) {
                return first;
            }
        }
        double[] second = joint.distribution(word);
        double sum = 0;
        for (int k = 1; k < first.length; k++) {
            first[k] = first[k] == 0 ? 0 : product(first[k], second[k]);
            sum += first[k];
        }
        for (int k = 1; k < first.length; k++) {
            first[k] /= sum;
        }
        return first;
    }

    private static double product(double runs, double joint) {
        return runs < NOTHING && joint < NOTHING
                ? BOTH_NOTHING
                : StrictMath.exp(RUNS * StrictMath.log(runs + FLOOR) + JOINT * StrictMath.log(joint + FLOOR));
    }

    void write(DataOutputStream out) throws IOException {
        runs.write(out);
        joint.write(out);
    }

    static NucleusModel read(DataInputStream in) throws IOException {
        return new NucleusModel(RunModel.read(in), JointModel.read(in));
    }
}
