package org.kukai.syllable;

import java.util.Arrays;
import java.util.SortedMap;

/**
 * Trains a {@link RunModel} on whole words: where in the word the syllables sit is not told, so the likelihood of a count is summed
 * over all ways to spread it over the runs (a log-linear model with hidden labels, as in Quattoni et al., "Hidden conditional random
 * fields", 2007), and any count that the lexicon accepts will do. Steps are those of Duchi, Hazan and Singer, "Adaptive
 * subgradient methods", 2011. Deterministic: strict arithmetic and a fixed order of words.
 */
final class RunTrainer {

    private static final float[] RATES = {0.1f, 0.1f, 0.05f, 0.025f, 0.01f};
    private static final int LABELS = RunModel.LABELS;
    /** Enough for two million words. */
    private static final int INDEX_BITS = 21;

    private final float[] weights = new float[LABELS << LetterRuns.BITS];
    private final float[] squares = new float[LABELS << LetterRuns.BITS];

    private RunTrainer() {}

    static RunModel train(SortedMap<String, Lesson> words) {
        RunTrainer trainer = new RunTrainer();
        int[][][] runs = words.keySet().stream().map(LetterRuns::of).toArray(int[][][]::new);
        int[] masks = words.values().stream()
                .mapToInt(lesson -> lesson.counts().mask())
                .toArray();
        String[] spelled = words.keySet().toArray(String[]::new);
        for (int round = 0; round < RATES.length; round++) {
            for (int word : order(spelled, round)) {
                trainer.learn(runs[word], masks[word], RATES[round]);
            }
        }
        return RunModel.of(trainer.weights);
    }

    /** The words in an order that looks random, in which a word more or less changes nothing about the others. */
    private static int[] order(String[] words, int round) {
        long[] keys = new long[words.length];
        for (int i = 0; i < keys.length; i++) {
            long mixed = (words[i].hashCode() + ((round + 1L) << Integer.SIZE)) * 0x9E3779B97F4A7C15L;
            mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
            keys[i] = ((mixed ^ (mixed >>> 32)) << INDEX_BITS) | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys)
                .mapToInt(key -> (int) (key & ((1 << INDEX_BITS) - 1)))
                .toArray();
    }

    private void learn(int[][] runs, int mask, float rate) {
        int all = runs.length;
        double[][] labels = new double[all][];
        double[][] before = new double[all + 1][];
        before[0] = new double[] {1};
        for (int run = 0; run < all; run++) {
            labels[run] = labels(runs[run]);
            before[run + 1] = new double[before[run].length + LABELS - 1];
            for (int k = 0; k < before[run].length; k++) {
                for (int label = 0; label < LABELS; label++) {
                    before[run + 1][k + label] += before[run][k] * labels[run][label];
                }
            }
        }
        double right = 0;
        double possible = 1 - before[all][0];
        for (int k = 1; k < Math.min(before[all].length, Integer.SIZE); k++) {
            right += (mask >>> k & 1) * before[all][k];
        }
        if (right < 1e-12) {
            return; // no way to spread the count over these runs
        }
        double[] after = new double[before[all].length];
        for (int k = 1; k < after.length; k++) {
            after[k] = (k < Integer.SIZE ? mask >>> k & 1 : 0) / right - 1 / possible;
        }
        for (int run = all - 1; run >= 0; run--) {
            after = pull(runs[run], labels[run], before[run], after, rate);
        }
    }

    private double[] labels(int[] names) {
        double[] labels = new double[LABELS];
        for (int name : names) {
            for (int label = 0; label < LABELS; label++) {
                labels[label] += weights[name * LABELS + label];
            }
        }
        double most = Arrays.stream(labels).max().orElse(0);
        double sum = 0;
        for (int label = 0; label < LABELS; label++) {
            labels[label] = StrictMath.exp(labels[label] - most);
            sum += labels[label];
        }
        for (int label = 0; label < LABELS; label++) {
            labels[label] /= sum;
        }
        return labels;
    }

    /** Moves the weights of one run's names; returns what a count is worth that has been reached before this run. */
    private double[] pull(int[] names, double[] labels, double[] before, double[] after, float rate) {
        double[] worth = new double[before.length];
        float[] gradient = new float[LABELS];
        for (int k = 0; k < before.length; k++) {
            for (int label = 0; label < LABELS; label++) {
                worth[k] += labels[label] * after[k + label];
                gradient[label] += (float) (before[k] * labels[label] * after[k + label]);
            }
        }
        for (int name : names) {
            for (int label = 0, at = name * LABELS; label < LABELS; label++, at++) {
                float step = gradient[label];
                squares[at] += step * step;
                weights[at] += rate * step / (float) Math.sqrt(1e-3f + squares[at]);
            }
        }
        return worth;
    }
}
