package org.kukai.syllable;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Finds which letter of a word stands for which of its sounds. Every letter stands for no, one or two sounds in turn; how likely
 * a letter stands for what is learned from all words by expectation maximisation.
 */
final class Aligner {

    private static final int LETTERS = 26;
    private static final int SOUNDS = Phones.ALL.size() + 1;
    private static final int NONE = SOUNDS - 1;
    private static final int ROUNDS = 6;

    private final double[][] likelihood = new double[LETTERS][SOUNDS * SOUNDS];

    private Aligner() {
        for (int letter = 0; letter < LETTERS; letter++) {
            boolean vowel = "aeiouy".indexOf('a' + letter) >= 0;
            for (int first = 0; first < SOUNDS; first++) {
                for (int second = 0; second < SOUNDS; second++) {
                    boolean fits = first != NONE && Phones.isVowel(first) == vowel;
                    likelihood[letter][first * SOUNDS + second] = first == NONE
                            ? (second == NONE ? 0.1 : 0)
                            : (fits ? 0.02 : 0.004) * (second == NONE ? 1 : 0.02);
                }
            }
        }
    }

    /** The {@link SoundKinds} under each letter, for every word that can be aligned. */
    static SortedMap<String, byte[]> kinds(SortedMap<String, Lesson> words) {
        Aligner aligner = new Aligner();
        for (int round = 0; round < ROUNDS; round++) {
            aligner.learn(words);
        }
        SortedMap<String, byte[]> aligned = new TreeMap<>();
        words.forEach((word, lesson) -> {
            byte[] kinds = aligner.best(word, indexes(lesson.sounds()));
            if (kinds != null) {
                aligned.put(word, kinds);
            }
        });
        return aligned;
    }

    private static int[] indexes(List<String> sounds) {
        return sounds.stream().mapToInt(Phones.ALL::indexOf).toArray();
    }

    private void learn(SortedMap<String, Lesson> words) {
        double[][] seen = new double[LETTERS][SOUNDS * SOUNDS];
        words.forEach((word, lesson) -> expect(word, indexes(lesson.sounds()), seen));
        for (int letter = 0; letter < LETTERS; letter++) {
            double all = Arrays.stream(seen[letter]).sum();
            for (int pair = 0; pair < seen[letter].length && all > 0; pair++) {
                likelihood[letter][pair] = seen[letter][pair] / all;
            }
        }
    }

    private double step(String word, int[] sounds, int letter, int from, int taken) {
        int first = taken > 0 ? sounds[from] : NONE;
        int second = taken > 1 ? sounds[from + 1] : NONE;
        return likelihood[word.charAt(letter) - 'a'][first * SOUNDS + second];
    }

    private void expect(String word, int[] sounds, double[][] seen) {
        int n = word.length();
        int m = sounds.length;
        double[][] before = new double[n + 1][m + 1];
        double[][] after = new double[n + 1][m + 1];
        before[0][0] = 1;
        after[n][m] = 1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= m; j++) {
                for (int taken = 0; taken <= 2 && j + taken <= m && before[i][j] > 0; taken++) {
                    before[i + 1][j + taken] += before[i][j] * step(word, sounds, i, j, taken);
                }
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = 0; j <= m; j++) {
                for (int taken = 0; taken <= 2 && j + taken <= m; taken++) {
                    after[i][j] += step(word, sounds, i, j, taken) * after[i + 1][j + taken];
                }
            }
        }
        double all = before[n][m];
        for (int i = 0; i < n && all > 0; i++) {
            double[] letter = seen[word.charAt(i) - 'a'];
            for (int j = 0; j <= m; j++) {
                for (int taken = 0; taken <= 2 && j + taken <= m; taken++) {
                    int first = taken > 0 ? sounds[j] : NONE;
                    int second = taken > 1 ? sounds[j + 1] : NONE;
                    double share = before[i][j] * step(word, sounds, i, j, taken) * after[i + 1][j + taken] / all;
                    letter[first * SOUNDS + second] += share;
                }
            }
        }
    }

    private byte @Nullable [] best(String word, int[] sounds) {
        int n = word.length();
        int m = sounds.length;
        double[][] best = new double[n + 1][m + 1];
        int[][] came = new int[n + 1][m + 1];
        best[0][0] = 1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= m; j++) {
                for (int taken = 0; taken <= 2 && j + taken <= m; taken++) {
                    double path = best[i][j] * step(word, sounds, i, j, taken);
                    if (path > best[i + 1][j + taken]) {
                        best[i + 1][j + taken] = path;
                        came[i + 1][j + taken] = taken;
                    }
                }
            }
        }
        if (best[n][m] <= 0) {
            return null;
        }
        byte[] kinds = new byte[n];
        for (int i = n, j = m; i > 0; i--) {
            int taken = came[i][j];
            for (int k = 1; k <= taken; k++) {
                kinds[i - 1] = SoundKinds.then(Phones.kind(sounds[j - k]), kinds[i - 1]);
            }
            j -= taken;
        }
        return kinds;
    }
}
