package org.kukai.syllable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a word into runs of vowel letters and of consonants and names what can be seen around each run: every string of letters
 * that holds the run and reaches up to five letters to each side, the outline of the word beside it, the vowels next to it, the
 * whole rest of the word, single letters further away. A name is a hash of {@link #BITS} bits.
 */
final class LetterRuns {

    static final int BITS = 20;

    /** How far a string reaches to either side, and to both together. */
    private static final int REACH = 5;

    private static final int BOTH = 8;
    private static final int OUTLINE = 4;
    private static final int REST = 9;
    private static final int MOST = (REACH + 1) * (REACH + 1) + 2 * OUTLINE + 24;

    private final String letters;
    private int from = 1;
    private int to = 1;
    private int kind;
    private final int[] names = new int[MOST];
    private int size;

    /** Stands before the first run of a word. */
    LetterRuns(String word) {
        this.letters = "^" + word + "$";
    }

    /** The names of what is seen around each run. */
    static int[][] of(String word) {
        List<int[]> all = new ArrayList<>(word.length());
        LetterRuns runs = new LetterRuns(word);
        while (runs.next()) {
            all.add(Arrays.copyOf(runs.names, runs.size));
        }
        return all.toArray(new int[0][]);
    }

    /** Goes on to the next run that may carry a syllable; a lone consonant among vowels carries none. False after the last. */
    boolean next() {
        int end = letters.length() - 1;
        while (to < end) {
            from = to;
            boolean vowels = isVowel(letters.charAt(from));
            do {
                to++;
            } while (to < end && isVowel(letters.charAt(to)) == vowels);
            if (vowels || to - from > 1 || end == 2) {
                look(vowels ? 7 : 11);
                return true;
            }
        }
        return false;
    }

    /** How many names there are around this run. */
    int size() {
        return size;
    }

    int name(int index) {
        return names[index];
    }

    private void look(int kindOfRun) {
        kind = kindOfRun;
        size = 0;
        strings();
        outlines();
        neighbours();
        rest();
        holes();
    }

    private static boolean isVowel(char letter) {
        return "aeiouy".indexOf(letter) >= 0;
    }

    /** The run with up to five letters to each side. */
    private void strings() {
        see(kind);
        for (int left = 0; left <= Math.min(REACH, from); left++) {
            long seen = add(kind * 31L + left, from - left, to);
            for (int right = 0; right <= Math.min(REACH, letters.length() - to); right++) {
                seen = right == 0 ? seen : add(seen, to + right - 1, to + right);
                if (left + right <= BOTH || left <= 1 || right <= 1) {
                    see(seen * 31 + right);
                }
            }
        }
    }

    /** The run and how vowels and consonants follow each other beside it. */
    private void outlines() {
        long before = about(1);
        for (int at = from - 1; at >= Math.max(0, from - OUTLINE); at--) {
            before = before * 131 + outline(letters.charAt(at));
            see(before);
        }
        long after = about(2);
        for (int at = to; at < Math.min(letters.length(), to + OUTLINE); at++) {
            after = after * 131 + outline(letters.charAt(at));
            see(after);
        }
    }

    /** The run with the vowels before and after it, whatever consonants stand between, and which run it is. */
    private void neighbours() {
        int lastBefore = from - 1;
        int number = 0;
        for (int at = 1; at < from; at++) {
            number += isVowel(letters.charAt(at)) && !isVowel(letters.charAt(at - 1)) ? 1 : 0;
        }
        while (lastBefore > 0 && !isVowel(letters.charAt(lastBefore))) {
            lastBefore--;
        }
        int firstBefore = lastBefore;
        while (firstBefore > 0 && isVowel(letters.charAt(firstBefore - 1))) {
            firstBefore--;
        }
        int firstAfter = to;
        while (firstAfter < letters.length() - 1 && !isVowel(letters.charAt(firstAfter))) {
            firstAfter++;
        }
        int lastAfter = firstAfter;
        while (isVowel(letters.charAt(lastAfter))) {
            lastAfter++;
        }
        long before = add(about(3), Math.max(firstBefore, 1), lastBefore + 1);
        long after = add(about(4), firstAfter, lastAfter);
        see(before * 131 + (from - lastBefore > 2 ? 2 : 1));
        see(after * 131 + (firstAfter - to > 1 ? 2 : 1));
        see(before * 1_000_003 + after);
        see(about(5) * 31 + number);
        see(add(about(5) * 31 + number, to, Math.min(to + 1, letters.length())));
    }

    /** The run with all that follows, or all that went before, and a little of the other side. */
    private void rest() {
        if (letters.length() - to <= REST) {
            long end = add(about(6), to, letters.length());
            see(end);
            for (int left = 1; left <= Math.min(2, from); left++) {
                see(add(end * 31 + left, from - left, from));
            }
        }
        if (from < REST) {
            long start = add(about(7), 0, from);
            see(start);
            for (int right = 1; right <= Math.min(2, letters.length() - to); right++) {
                see(add(start * 31 + right, to, to + right));
            }
        }
    }

    /** The run with a letter further away, or with the word's ends. */
    private void holes() {
        for (int far = 2; far <= 4; far++) {
            if (from - far >= 0) {
                see(about(10 + far) * 131 + letters.charAt(from - far));
            }
            if (to + far <= letters.length()) {
                see(about(20 + far) * 131 + letters.charAt(to + far - 1));
            }
        }
        int end = letters.length() - 1;
        see(add(about(30), end - Math.min(2, end - 1), end));
        see(add(about(31), 1, Math.min(3, end)));
        see((about(32) * 131 + letters.charAt(1)) * 131 + letters.charAt(end - 1));
    }

    /** The run itself and what the rest of the name will be about. */
    private long about(int what) {
        return add(kind * 31L + 17, from, to) * 131 + what;
    }

    /** All consonants look alike from afar. */
    private static char outline(char letter) {
        return isVowel(letter) || letter < 'a' ? letter : 'C';
    }

    private long add(long seen, int first, int end) {
        long more = seen;
        for (int i = first; i < end; i++) {
            more = more * 131 + letters.charAt(i);
        }
        return more;
    }

    private void see(long seen) {
        long hash = seen * 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        names[size++] = (int) ((hash * 0xBF58476D1CE4E5B9L) >>> (64 - BITS));
    }
}
