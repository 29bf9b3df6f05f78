package org.kukai.syllable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a word into runs of vowel letters and of consonants and names what can be seen around each run: every string of letters
 * that holds the run and reaches up to five letters to each side. A name is a hash of {@link #BITS} bits.
 */
final class LetterRuns {

    static final int BITS = 20;

    /** How far a string reaches to either side, and to both together. */
    private static final int REACH = 5;

    private static final int BOTH = 8;
    private static final int OUTLINE = 4;
    private static final int MOST = (REACH + 1) * (REACH + 1) + 2 * OUTLINE + 1;

    private LetterRuns() {}

    /** The names of what is seen around each run that may carry a syllable; a lone consonant among vowels carries none. */
    static int[][] of(String word) {
        String letters = "^" + word + "$";
        int end = letters.length() - 1;
        List<int[]> runs = new ArrayList<>(end);
        for (int from = 1; from < end; ) {
            boolean vowels = isVowel(letters.charAt(from));
            int to = from + 1;
            while (to < end && isVowel(letters.charAt(to)) == vowels) {
                to++;
            }
            if (vowels || to - from > 1 || word.length() == 1) {
                runs.add(around(letters, from, to, vowels ? 7 : 11));
            }
            from = to;
        }
        return runs.toArray(new int[0][]);
    }

    private static boolean isVowel(char letter) {
        return "aeiouy".indexOf(letter) >= 0;
    }

    private static int[] around(String letters, int from, int to, int kind) {
        int[] names = new int[MOST];
        int size = 0;
        names[size++] = name(kind);
        for (int left = 0; left <= Math.min(REACH, from); left++) {
            long seen = add(kind * 31L + left, letters, from - left, to);
            for (int right = 0; right <= Math.min(REACH, letters.length() - to); right++) {
                seen = right == 0 ? seen : add(seen, letters, to + right - 1, to + right);
                if (left + right <= BOTH || left <= 1 || right <= 1) {
                    names[size++] = name(seen * 31 + right);
                }
            }
        }
        long run = add(kind * 31L + 17, letters, from, to);
        long before = run * 31 + 1;
        for (int at = from - 1; at >= Math.max(0, from - OUTLINE); at--) {
            before = before * 131 + outline(letters.charAt(at));
            names[size++] = name(before);
        }
        long after = run * 31 + 2;
        for (int at = to; at < Math.min(letters.length(), to + OUTLINE); at++) {
            after = after * 131 + outline(letters.charAt(at));
            names[size++] = name(after);
        }
        return Arrays.copyOf(names, size);
    }

    /** All consonants look alike from afar. */
    private static char outline(char letter) {
        return isVowel(letter) || letter < 'a' ? letter : 'C';
    }

    private static long add(long seen, String letters, int from, int to) {
        long more = seen;
        for (int i = from; i < to; i++) {
            more = more * 131 + letters.charAt(i);
        }
        return more;
    }

    private static int name(long seen) {
        long hash = seen * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        return (int) ((hash * 0xBF58476D1CE4E5B9L) >>> (64 - BITS));
    }
}
