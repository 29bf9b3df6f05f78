package org.kukai.syllable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Guesses the syllables of a word never seen: a joint n-gram model of its letters and of how many vowels each letter carries
 * (after Bisani and Ney, "Joint-sequence models for grapheme-to-phoneme conversion", 2008, with vowels counted instead of
 * named). All ways to place the vowels are summed up, so that it also says how sure it is.
 */
final class NucleusModel {

    /** Longer words than this are no words; the model does not try. */
    static final int LONGEST = 40;

    private static final int LABELS = 3;

    private final NgramModel ngrams;

    NucleusModel(NgramModel ngrams) {
        this.ngrams = ngrams;
    }

    /** Learns from words of the letters a to z with the vowels under each letter. */
    static NucleusModel train(Map<String, byte[]> aligned, int order) {
        List<int[]> sequences = new ArrayList<>(aligned.size());
        aligned.forEach((word, nuclei) -> {
            int[] tokens = new int[nuclei.length];
            for (int i = 0; i < tokens.length; i++) {
                tokens[i] = token(word.charAt(i), Math.min(nuclei[i], LABELS - 1));
            }
            sequences.add(tokens);
        });
        return new NucleusModel(NgramTrainer.train(sequences, order));
    }

    NgramModel ngrams() {
        return ngrams;
    }

    private static int token(char letter, int nuclei) {
        return (letter - 'a') * LABELS + nuclei;
    }

    /**
     * How likely each count is: the value at index k is the probability of k syllables; at least one.
     *
     * @param word 1 to {@link #LONGEST} letters a to z
     */
    double[] distribution(String word) {
        List<State> states = List.of(new State(0, ngrams.start(), mass(word.length())));
        states.getFirst().mass[0] = 1;
        for (int i = 0; i < word.length(); i++) {
            states = extend(states, word.charAt(i));
        }
        double[] counts = new double[word.length() * 2 + 1];
        int[] ignored = new int[ngrams.order()];
        for (State state : states) {
            double end = ngrams.step(state.nodes, NgramModel.END, ignored);
            for (int k = 1; k < counts.length; k++) {
                counts[k] += end * state.mass[k];
            }
        }
        normalise(counts, Arrays.stream(counts).sum());
        return counts;
    }

    private static double[] mass(int letters) {
        return new double[letters * 2 + 1];
    }

    private List<State> extend(List<State> states, char letter) {
        List<State> further = new ArrayList<>();
        double all = 0;
        for (State state : states) {
            for (int label = 0; label < LABELS; label++) {
                int token = token(letter, label);
                if (!ngrams.knows(token)) {
                    continue;
                }
                int[] nodes = new int[ngrams.order()];
                double probability = ngrams.step(state.nodes, token, nodes);
                State next = find(further, (state.labels << 2) | label, nodes, state.mass.length);
                for (int k = 0; k + label < next.mass.length; k++) {
                    next.mass[k + label] += state.mass[k] * probability;
                    all += state.mass[k] * probability;
                }
            }
        }
        for (State state : further) {
            normalise(state.mass, all);
        }
        return further;
    }

    /** Histories that agree in all that the model looks at are one. */
    private State find(List<State> states, int labels, int[] nodes, int counts) {
        int visible = labels & ((1 << (2 * (ngrams.order() - 1))) - 1);
        for (State state : states) {
            if (state.labels == visible) {
                return state;
            }
        }
        State state = new State(visible, nodes, new double[counts]);
        states.add(state);
        return state;
    }

    private static void normalise(double[] mass, double all) {
        for (int k = 0; k < mass.length && all > 0; k++) {
            mass[k] /= all;
        }
    }

    /** All placements of vowels so far that look the same from here on, with the probability of each count. */
    private static final class State {
        final int labels;
        final int[] nodes;
        final double[] mass;

        State(int labels, int[] nodes, double[] mass) {
            this.labels = labels;
            this.nodes = nodes;
            this.mass = mass;
        }
    }
}
