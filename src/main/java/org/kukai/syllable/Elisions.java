package org.kukai.syllable;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Words with apostrophes: possessives, contractions, and the vowels that poets leave out. */
final class Elisions {

    private final Vocabulary vocabulary;
    private final Function<String, @Nullable Finding> whole;

    /** @param whole finds the counts of what stands before an ending, which may have an apostrophe itself */
    Elisions(Vocabulary vocabulary, Function<String, @Nullable Finding> whole) {
        this.vocabulary = vocabulary;
        this.whole = whole;
    }

    /** The counts of a word with an apostrophe that is not in the lexicon. */
    @Nullable
    Finding find(String word) {
        if (word.startsWith("'")) {
            return whole.apply(word.substring(1));
        }
        if (word.endsWith("'")) {
            String cut = word.substring(0, word.length() - 1);
            return whole.apply(cut.endsWith("in") && vocabulary.known(cut + "g") != null ? cut + "g" : cut);
        }
        int at = word.lastIndexOf('\'');
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        return switch (after) {
            case "s" -> ended(before, vocabulary.hisses(before) ? Counts.of(1) : null);
            case "d" -> past(before);
            case "ll" -> will(before);
            case "re", "ve" -> ended(before, endsInVowel(before) ? null : Counts.of(1));
            case "m" -> ended(before, null);
            case "t" -> not(before);
            default -> leftOut(before, after);
        };
    }

    private @Nullable Finding ended(String before, @Nullable Counts more) {
        Finding stem = whole.apply(before);
        return stem == null || more == null ? stem : stem.with(stem.counts().plus(more));
    }

    /** <i>that'd</i> has one more, <i>who'd</i> has not; <i>look'd</i> and <i>y'all'd</i> may, read as "would" or not. */
    private @Nullable Finding past(String before) {
        Finding elided = vocabulary.known(before) == null ? vocabulary.known(before + "ed") : null;
        if (elided != null && !vocabulary.dental(before)) {
            return Finding.ruled(Counts.of(elided.counts().ascending().getFirst())); // lov'd
        }
        Finding stem = whole.apply(before);
        if (stem == null || endsInVowel(before)) {
            return stem;
        }
        Counts more = stem.counts().plus(1);
        return stem.with(vocabulary.dental(before) ? more : stem.counts().or(more));
    }

    /** <i>moon'll</i> has one more, <i>sky'll</i> may. */
    private @Nullable Finding will(String before) {
        Finding stem = whole.apply(before);
        if (stem == null) {
            return null;
        }
        Counts more = stem.counts().plus(1);
        return stem.with(endsInVowel(before) ? more.or(stem.counts()) : more);
    }

    private @Nullable Finding not(String before) {
        if (!before.endsWith("n")) {
            return leftOut(before, "t");
        }
        String verb = before.substring(0, before.length() - 1);
        return verb.isEmpty() ? null : ended(verb, endsInVowel(verb) ? null : Counts.of(1));
    }

    /** <i>wand'ring, heav'n, flow'ry</i>: one less than with the vowel that the apostrophe stands for; <i>th'ocean</i>: as the noun. */
    private @Nullable Finding leftOut(String before, String after) {
        if (before.equals("th")) {
            Finding noun = endsInVowel(after.substring(0, 1)) ? whole.apply(after) : null;
            if (noun != null) {
                return Finding.ruled(noun.counts());
            }
        }
        for (String vowel : new String[] {"e", "o", "i", "a", "u", "v"}) {
            Finding full = vocabulary.known(before + vowel + after);
            if (full != null) {
                int most = full.counts().ascending().getLast();
                boolean moved = after.equals("red"); // wand'red has the e behind the r
                return Finding.ruled(Counts.of(moved ? full.counts().usual() : Math.max(1, most - 1)));
            }
        }
        return whole.apply(before + after);
    }

    private static boolean endsInVowel(String word) {
        return !word.isEmpty() && "aeiouyw".indexOf(word.charAt(word.length() - 1)) >= 0;
    }
}
