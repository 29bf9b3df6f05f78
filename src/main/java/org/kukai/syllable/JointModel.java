package org.kukai.syllable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A joint n-gram model of letters and of what kinds of sounds each stands for, read from the word's end (after Bisani and Ney,
 * "Joint-sequence models for grapheme-to-phoneme conversion", 2008, with sounds told apart only as far as helps to count
 * them). All likely ways to sound the word are summed up, so that it also says how sure it is.
 */
final class JointModel {

    /** Order 6 was the best of 5 to 8 on held-out words. */
    private static final int ORDER = 6;

    /** Letters with sounds that are rarer than this teach nothing but mistakes; their words are left out. */
    private static final int SEEN = 5;

    /** Ways to sound the word that are so much less likely than the best way so far are given up. */
    private static final double HOPELESS = 1e-4;

    private final NgramModel ngrams;
    private final byte[] letters;
    private final byte[] nuclei;
    private final int[][] tokens = new int[26][];

    private JointModel(NgramModel ngrams, byte[] letters, byte[] nuclei) {
        this.ngrams = ngrams;
        this.letters = letters;
        this.nuclei = nuclei;
        for (int letter = 0; letter < tokens.length; letter++) {
            List<Integer> own = new ArrayList<>();
            for (int token = 0; token < letters.length; token++) {
                if (letters[token] == letter) {
                    own.add(token);
                }
            }
            tokens[letter] = own.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** Learns from words of the letters a to z with the {@link SoundKinds} under each letter. */
    static JointModel train(Map<String, byte[]> aligned) {
        Map<Integer, Integer> seen = new TreeMap<>();
        aligned.forEach((word, kinds) -> {
            for (int i = 0; i < kinds.length; i++) {
                seen.merge(key(word, kinds, i), 1, Integer::sum);
            }
        });
        seen.values().removeIf(times -> times < SEEN);
        List<Integer> keys = List.copyOf(new ArrayList<>(seen.keySet()));
        if (keys.size() > NgramModel.PADDING) {
            throw new IllegalStateException(keys.size() + " letters with sounds are too many");
        }
        List<int[]> sequences = new ArrayList<>(aligned.size());
        aligned.forEach((word, kinds) -> {
            int[] sequence = new int[kinds.length];
            boolean common = true;
            for (int i = 0; i < sequence.length; i++) {
                int token = keys.indexOf(key(word, kinds, i));
                sequence[sequence.length - 1 - i] = token;
                common &= token >= 0;
            }
            if (common) {
                sequences.add(sequence);
            }
        });
        byte[] letters = new byte[keys.size()];
        byte[] nuclei = new byte[keys.size()];
        for (int token = 0; token < letters.length; token++) {
            letters[token] = (byte) (keys.get(token) >>> Byte.SIZE);
            nuclei[token] = (byte) SoundKinds.nuclei(keys.get(token).byteValue());
        }
        return new JointModel(NgramTrainer.train(sequences, ORDER), letters, nuclei);
    }

    private static int key(String word, byte[] kinds, int at) {
        return ((word.charAt(at) - 'a') << Byte.SIZE) | kinds[at];
    }

    /** The probability of each count up to {@link Counts#MOST}; all are 0 for what cannot be a word. */
    double[] distribution(String word) {
        Ways ways = new Ways(ngrams.start());
        for (int i = word.length() - 1; i >= 0; i--) {
            ways = further(ways, word.charAt(i) - 'a');
        }
        double[] counts = new double[Counts.MOST + 1];
        double sum = 0;
        for (int way = 0; way < ways.size; way++) {
            double end = NgramModel.probability(ngrams.step(ways.history[way], NgramModel.END));
            for (int k = 1; k <= ways.most; k++) {
                counts[k] += end * ways.mass[way][k];
                sum += end * ways.mass[way][k];
            }
        }
        for (int k = 1; k <= ways.most && sum > 0; k++) {
            counts[k] /= sum;
        }
        return counts;
    }

    private Ways further(Ways ways, int letter) {
        double best = ways.best();
        Ways further = new Ways(ways.size * tokens[letter].length, Math.min(Counts.MOST, ways.most + 2));
        for (int way = 0; way < ways.size; way++) {
            if (ways.likelihood[way] >= best * HOPELESS) {
                for (int token : tokens[letter]) {
                    long step = ngrams.step(ways.history[way], token);
                    further.add((int) step, ways, way, nuclei[token], NgramModel.probability(step) / best);
                }
            }
        }
        return further;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(letters.length);
        out.write(letters);
        out.write(nuclei);
        ngrams.write(out);
    }

    static JointModel read(DataInputStream in) throws IOException {
        int size = in.readUnsignedByte();
        byte[] letters = in.readNBytes(size);
        byte[] nuclei = in.readNBytes(size);
        return new JointModel(NgramModel.read(in), letters, nuclei);
    }

    /** The ways to sound a word so far; those with one history are one. */
    private static final class Ways {
        private final int[] history;
        private final double[] likelihood;
        /** How much of each way's likelihood has how many syllables. */
        private final double[][] mass;

        private final int most;
        private int size;

        Ways(int start) {
            this(1, 0);
            history[0] = start;
            likelihood[0] = 1;
            mass[0] = new double[] {1};
            size = 1;
        }

        Ways(int ways, int most) {
            this.history = new int[ways];
            this.likelihood = new double[ways];
            this.mass = new double[ways][];
            this.most = most;
        }

        void add(int next, Ways from, int way, int nuclei, double probability) {
            int at = 0;
            while (at < size && history[at] != next) {
                at++;
            }
            if (at == size) {
                history[size] = next;
                mass[size++] = new double[most + 1];
            }
            double[] source = from.mass[way];
            for (int k = 0; k < source.length; k++) {
                mass[at][Math.min(most, k + nuclei)] += source[k] * probability;
            }
            likelihood[at] += from.likelihood[way] * probability;
        }

        double best() {
            double best = 0;
            for (int way = 0; way < size; way++) {
                best = Math.max(best, likelihood[way]);
            }
            return best;
        }
    }
}
