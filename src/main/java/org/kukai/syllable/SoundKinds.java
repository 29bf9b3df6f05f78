package org.kukai.syllable;

/** The kinds of the sounds under one letter, at most three, in one small number; 0 when the letter is silent. */
final class SoundKinds {

    static final int CONSONANT = 1;
    /** A vowel that often has no stress. */
    static final int WEAK = 2;
    /** Any other vowel. */
    static final int FULL = 3;

    private static final int BITS = 2;

    private SoundKinds() {}

    /** The kinds with one more before them. */
    static byte then(int kind, byte following) {
        return (byte) ((following << BITS) | kind);
    }

    /** How many of them are vowels. */
    static int nuclei(byte kinds) {
        int nuclei = 0;
        for (int left = kinds; left > 0; left >>>= BITS) {
            nuclei += (left & FULL) >= WEAK ? 1 : 0;
        }
        return nuclei;
    }
}
