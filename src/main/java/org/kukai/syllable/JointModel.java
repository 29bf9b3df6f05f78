package org.kukai.syllable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

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
    private static final double HOPELESS = 1e-3;

    private static final int LETTERS = 26;

    private final NgramModel ngrams;
    private final byte[] letters;
    private final byte[] nuclei;
    /** The first token of each letter; they stand in the order of their letters. */
    private final int[] first = new int[LETTERS + 1];

    /** Room to count in that nobody uses at the moment, so that a word makes no garbage. */
    private final AtomicReference<@Nullable Room> spare = new AtomicReference<>();

    private JointModel(NgramModel ngrams, byte[] letters, byte[] nuclei) {
        this.ngrams = ngrams;
        this.letters = letters;
        this.nuclei = nuclei;
        for (byte letter : letters) {
            first[letter + 1]++;
        }
        for (int letter = 0; letter < LETTERS; letter++) {
            first[letter + 1] += first[letter];
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
        Room left = spare.getAndSet(null);
        Room room = left == null ? new Room() : left;
        double[] counts = distribution(word, room);
        spare.set(room);
        return counts;
    }

    private double[] distribution(String word, Room room) {
        Ways ways = room.ways;
        Ways further = room.further;
        ways.start(ngrams.start());
        for (int i = word.length() - 1; i >= 0; i--) {
            further(ways, word.charAt(i) - 'a', further, room.steps);
            Ways done = ways;
            ways = further;
            further = done;
        }
        double[] counts = new double[Counts.MOST + 1];
        double sum = 0;
        for (int way = 0; way < ways.size(); way++) {
            double end = NgramModel.probability(ngrams.step(ways.history(way), NgramModel.END));
            for (int k = 1; k <= ways.most(); k++) {
                counts[k] += end * ways.mass(way, k);
                sum += end * ways.mass(way, k);
            }
        }
        for (int k = 1; k <= ways.most() && sum > 0; k++) {
            counts[k] /= sum;
        }
        return counts;
    }

    private void further(Ways ways, int letter, Ways further, long[] steps) {
        double best = ways.best();
        int from = first[letter];
        int to = first[letter + 1];
        int most = 0;
        for (int token = from; token < to; token++) {
            most = Math.max(most, nuclei[token]);
        }
        further.clear(Math.min(Counts.MOST, ways.most() + most));
        double likeliest = 0;
        for (int way = 0; way < ways.size(); way++) {
            if (ways.likelihood(way) >= best * HOPELESS) {
                ngrams.steps(ways.history(way), from, to, steps);
                for (int token = from; token < to; token++) {
                    long step = steps[token - from];
                    double probability = NgramModel.probability(step) / best;
                    double likelihood = ways.likelihood(way) * probability;
                    if (likelihood >= likeliest * HOPELESS) {
                        likeliest = Math.max(likeliest, likelihood);
                        further.add((int) step, ways, way, nuclei[token], probability);
                    }
                }
            }
        }
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

    private static final class Room {
        private final Ways ways = new Ways();
        private final Ways further = new Ways();
        private final long[] steps = new long[NgramModel.TOKENS];
    }
}
