package org.kukai.syllable;

import org.jspecify.annotations.Nullable;

import org.kukai.syllable.Lexicon.Known;

/** Where the rules look up what a word is made of, and how an ending is put to it. */
interface Stems {
    @Nullable
    Known find(String word);

    /** The verb that -ed, -ing or -er was put behind: with its silent e, as it is, or without its doubled consonant. */
    default @Nullable Known verb(String stem) {
        Known withE = find(stem + "e");
        if (withE != null && withE.silentE()) {
            return withE;
        }
        Known plain = find(stem);
        int last = stem.length() - 1;
        boolean doubled = stem.charAt(last) == stem.charAt(last - 1);
        return plain != null || !doubled ? plain : find(stem.substring(0, last));
    }

    static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    /** What is left of the word before the ending: at least three letters, or null. */
    static @Nullable String ended(String word, String ending) {
        boolean has = word.length() >= ending.length() + 3 && word.endsWith(ending);
        return has ? cut(word, ending.length()) : null;
    }

    /** Whether the word, an e cut off or not, ends in an L that is a syllable: <i>dappl-, warbl-</i>. */
    static boolean hasSyllabicL(String stem) {
        int last = stem.length() - 1;
        return last > 1 && stem.charAt(last) == 'l' && "aeiouylrw".indexOf(stem.charAt(last - 1)) < 0;
    }

    /** Whether the word ends in a syllable so weak that it may go before another: <i>welter, blazon</i>, but not <i>career</i>. */
    private static boolean isWeak(String stem) {
        int last = stem.length() - 1;
        boolean weak = stem.endsWith("er") || stem.endsWith("en") || stem.endsWith("on") || stem.endsWith("el");
        return weak && last > 2 && !isVowel(stem.charAt(last - 2));
    }

    private static boolean isVowel(char letter) {
        return "aeiouy".indexOf(letter) >= 0;
    }

    /** One more for -ly or -ness, and another for an -ed before it that is silent without: <i>resignedly</i>, but not <i>flusteredly</i>. */
    static Counts after(String stem, Known known, Stems stems) {
        String bare = ended(stem, "ed");
        Known verb = bare == null || isVowel(bare.charAt(bare.length() - 1)) ? null : stems.verb(bare);
        Counts more = known.counts().plus(1);
        if (bare == null
                || verb == null
                || verb.counts().usual() < known.counts().usual()) {
            return more;
        }
        Counts voiced = known.counts().plus(2);
        return isWeak(bare) ? more.or(voiced) : voiced.or(more);
    }

    static @Nullable Counts longer(@Nullable String stem, Stems stems) {
        Known verb = stem == null ? null : stems.verb(stem);
        if (stem == null || verb == null) {
            return null;
        }
        Counts full = verb.counts().plus(1);
        if (verb.counts().usual() < 2) {
            return full;
        }
        return hasSyllabicL(stem) ? verb.counts().or(full) : isWeak(stem) ? full.or(verb.counts()) : full;
    }
}
