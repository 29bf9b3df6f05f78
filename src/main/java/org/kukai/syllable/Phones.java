package org.kukai.syllable;

import java.util.List;
import java.util.Set;

/** The sounds of the pronouncing dictionary: ARPAbet without stress marks. */
final class Phones {

    static final List<String> ALL = List.of(
            "AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW", "B", "CH", "D",
            "DH", "F", "G", "HH", "JH", "K", "L", "M", "N", "NG", "P", "R", "S", "SH", "T", "TH", "V", "W", "Y", "Z",
            "ZH");

    private static final int VOWELS = ALL.indexOf("UW") + 1;
    private static final Set<String> SIBILANTS = Set.of("S", "Z", "SH", "ZH", "CH", "JH");

    private Phones() {}

    static boolean isVowel(String phone) {
        return ALL.indexOf(phone) < VOWELS;
    }

    static boolean isVowel(int phone) {
        return phone < VOWELS;
    }

    /** What kind of sound it is, as {@link SoundKinds} knows it: in AH, ER and IH most weak vowels fall together. */
    static int kind(int phone) {
        boolean weak = phone == ALL.indexOf("AH") || phone == ALL.indexOf("ER") || phone == ALL.indexOf("IH");
        return !isVowel(phone) ? SoundKinds.CONSONANT : weak ? SoundKinds.WEAK : SoundKinds.FULL;
    }

    /** Whether a plural or possessive s needs a syllable of its own after this sound. */
    static boolean isSibilant(String phone) {
        return SIBILANTS.contains(phone);
    }

    /** Whether a past ending needs a syllable of its own after this sound. */
    static boolean isDental(String phone) {
        return phone.equals("T") || phone.equals("D");
    }

    static int nuclei(List<String> phones) {
        return (int) phones.stream().filter(Phones::isVowel).count();
    }
}
