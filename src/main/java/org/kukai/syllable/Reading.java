package org.kukai.syllable;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules that find a second reading in a pronunciation. Each looks at one place of a word and says whether a syllable may
 * be dropped (-1) or gained (+1) there; English does so in whole families of words where the dictionary lists only some.
 */
enum Reading {

    /** <i>fire, flower, hour, towering</i>: a diphthong before R is one syllable or two; but not <i>liar, higher, coward</i>. */
    DIPHTHONG_R {
        private static final Pattern SPELLED = Pattern.compile("[iy]re|iring|our|ower|oir");

        @Override
        int at(String word, List<String> phones, int i) {
            if (!Set.of("AY", "AW", "OY").contains(phones.get(i))
                    || !SPELLED.matcher(word).find()) {
                return 0;
            }
            if (is(phones, i + 1, "ER")) {
                return -1;
            }
            boolean coda = is(phones, i + 1, "R") && (i + 2 == phones.size() || !Phones.isVowel(phones.get(i + 2)));
            boolean inflected =
                    is(phones, i + 1, "R") && INFLECTED.matcher(word).find();
            return coda || inflected ? 1 : 0;
        }

        private static final Pattern INFLECTED = Pattern.compile("(iring|ouring|owery|owering)s?$");
    },

    /** <i>towel, trial, jewel, royal, usual</i>: the weak vowel between a diphthong or W and L may go; but not <i>dialogue</i>. */
    DIPHTHONG_L {
        private static final Pattern ENDING = Pattern.compile("l(ing|ed|er|ers|y|ies|ty|ties|est|ist|ists|ity|ness)$");

        @Override
        int at(String word, List<String> phones, int i) {
            boolean glide = is(phones, i, "AY", "AW", "OY", "UW")
                    || (is(phones, i, "W") && i > 1 && is(phones, i - 1, "AH") && is(phones, i - 2, "CH", "JH", "ZH"));
            if (!glide || !is(phones, i + 1, "AH") || !is(phones, i + 2, "L")) {
                return 0;
            }
            boolean vowelFollows = i + 3 < phones.size() && Phones.isVowel(phones.get(i + 3));
            return vowelFollows && !ENDING.matcher(word).find() ? 0 : -1;
        }
    },

    /** <i>memory, wandering, opera, dangerous</i>: an unstressed ER between a consonant and a weak vowel; not <i>preferring, surround</i>. */
    SYNCOPE_R {
        private static final Pattern SPELLED = Pattern.compile("[eoau]r[aeiouy]");
        private static final Pattern STRESSED = Pattern.compile(
                "rr|ris[mtk]|rizat|rizin|ritis|rition|amaryl|invigor|inaugur|reverbera|catamar|rhetor|phosphoric|choler|courag|nourish|flourish|thorough|matur|endur|secur|obscur|^(under|over|inter|super|after|hyper|water|counter|hinter|ever)[aeiou]");
        private static final Pattern Y = Pattern.compile("r(y|ies|ied|ily|ying|y's|iness)$");

        @Override
        int at(String word, List<String> phones, int i) {
            if (!is(phones, i, "ER")
                    || !inside(phones, i)
                    || !SPELLED.matcher(word).find()
                    || STRESSED.matcher(word).find()) {
                return 0;
            }
            return is(phones, i + 1, "AH", "IH", "ER")
                            || (is(phones, i + 1, "IY") && Y.matcher(word).find())
                    ? -1
                    : 0;
        }
    },

    /** <i>rustling, opening, traveler, prisoner</i>: a weak vowel before L or N and an ending; not <i>beginning, annulling</i>. */
    SYNCOPE_L_N {
        private static final Pattern SPELLED =
                Pattern.compile("(([^aeiou]l|el+|en|on)(ing|ings|ingly)|([^aeiou]l|el+|en|on)(er|ers|er's))$");
        private static final Pattern STRESSED = Pattern.compile("nn|ull(ing|er)");

        @Override
        int at(String word, List<String> phones, int i) {
            boolean weak = is(phones, i, "AH") && inside(phones, i) && is(phones, i + 1, "L", "N");
            boolean ending = is(phones, i + 2, "IH", "ER");
            return weak
                            && ending
                            && SPELLED.matcher(word).find()
                            && !STRESSED.matcher(word).find()
                    ? -1
                    : 0;
        }
    },

    /** <i>national, seasonal, personally</i>: the vowel between a hiss and N, before AL. */
    SYNCOPE_NAL {
        @Override
        int at(String word, List<String> phones, int i) {
            boolean hiss = i > 0 && is(phones, i - 1, "SH", "S", "Z");
            boolean nal = is(phones, i + 1, "N") && is(phones, i + 2, "AH") && is(phones, i + 3, "L");
            return hiss && is(phones, i, "AH") && nal && word.contains("onal") ? -1 : 0;
        }
    },

    /** <i>Amelia, zinnia, colonial, Italian</i>: I after L or N before a weak vowel is a syllable or a glide; but not <i>million, onion</i>. */
    GLIDE {
        private static final Pattern EITHER = Pattern.compile("[ln]i(a|as|a's|al|als)$");
        private static final Pattern GLIDES = Pattern.compile("[ln]i(ally|an|ans|an's|en|ens|en's)$");

        @Override
        int at(String word, List<String> phones, int i) {
            if (!is(phones, i, "L", "N") || !is(phones, i + 2, "AH")) {
                return 0;
            }
            boolean either = EITHER.matcher(word).find();
            boolean vowel = is(phones, i + 1, "IY") && i > 0 && Phones.isVowel(phones.get(i - 1));
            if (vowel) {
                return either || GLIDES.matcher(word).find() ? -1 : 0;
            }
            return is(phones, i + 1, "Y") && either ? 1 : 0;
        }
    },

    /** <i>magically, musically</i>: nearly all say three, a careful reader four. */
    ICALLY {
        @Override
        int at(String word, List<String> phones, int i) {
            boolean last = i == phones.size() - 3;
            return last && word.endsWith("ically") && is(phones, i, "K") && is(phones, i + 1, "L") ? 1 : 0;
        }
    };

    /** How many syllables this place may gain (+1) or lose (-1); 0 when the rule has nothing to say. */
    abstract int at(String word, List<String> phones, int i);

    private static boolean is(List<String> phones, int i, String... wanted) {
        return i < phones.size() && List.of(wanted).contains(phones.get(i));
    }

    /** Whether a consonant stands before, and a vowel, the stressed one, before that. */
    private static boolean inside(List<String> phones, int i) {
        return i > 0
                && !Phones.isVowel(phones.get(i - 1))
                && phones.subList(0, i).stream().anyMatch(Phones::isVowel);
    }
}
