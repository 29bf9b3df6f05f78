package org.kukai.syllable;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.kukai.syllable.Lexicon.Known;

/** Words of the letters a to z: the installation's own, the lexicon's, those with a plain ending, and the model for the rest. */
final class Vocabulary {

    /** Below this the runner-up is accepted too: held out, it is right in about one case in three there. */
    private static final double SURE = 0.8;

    private static final double LIKELY_ENOUGH = 0.1;

    private static final Derivation[] RULES = Derivation.values();

    /** How many rules a word may have gone through: <i>warblers</i> from <i>warbler</i> from <i>warble</i>. */
    private static final int DEPTH = 2;

    private final Lexicon lexicon;
    private final NucleusModel model;
    private final Map<String, Counts> overrides;

    Vocabulary(Lexicon lexicon, NucleusModel model, Map<String, Counts> overrides) {
        this.lexicon = lexicon;
        this.model = model;
        this.overrides = Map.copyOf(overrides);
    }

    /** The same words with the installation's own counts instead of whatever it had. */
    Vocabulary overriding(Map<String, Counts> counts) {
        return new Vocabulary(lexicon, model, counts);
    }

    /** What {@link #known} says of a word that is written with small letters, as most are; null when it must be looked at closer. */
    @Nullable
    Finding asWritten(String word) {
        boolean plain = !word.isEmpty() && word.charAt(0) >= 'a' && word.charAt(0) <= 'z';
        return plain ? known(word) : null;
    }

    /** What overrides or lexicon say of a word in lower case, or null. */
    @Nullable
    Finding known(String word) {
        Counts own = overrides.isEmpty() ? null : overrides.get(word);
        if (own != null) {
            return new Finding(own, Source.OVERRIDE, 1);
        }
        Known known = lexicon.find(word);
        return known == null ? null : Finding.known(known.counts());
    }

    /** What is known of a word, or follows from known parts by a {@link Derivation}; null when only a guess is left. */
    @Nullable
    Finding derived(String word) {
        Finding known = known(word);
        Counts counts = known == null ? derive(word, DEPTH) : null;
        return counts == null ? known : Finding.ruled(counts);
    }

    private @Nullable Counts derive(String word, int depth) {
        for (Derivation rule : RULES) {
            Counts counts = rule.of(word, stem -> stem(stem, depth - 1));
            if (counts != null) {
                return counts;
            }
        }
        return null;
    }

    /** What the rules know of a part: a known word, or one that follows from known ones itself. */
    private @Nullable Known stem(String word, int depth) {
        Known known = lexicon.find(word);
        Counts own = overrides.get(word);
        if (own != null) {
            Known heard = known == null ? Known.spelled(word, own) : known;
            return new Known(own, heard.sibilant(), heard.dental(), heard.silentE());
        }
        Counts derived = known == null && depth > 0 && word.length() > 4 ? derive(word, depth) : null;
        return derived == null ? known : Known.spelled(word, derived);
    }

    /** The counts of any word of the letters a to z, in the end guessed. */
    Finding find(String word) {
        Finding derived = derived(word);
        return derived != null ? derived : guess(word);
    }

    /** What the model says of a word of the letters a to z for which {@link #derived} had nothing. */
    Finding guess(String word) {
        if (word.length() > NucleusModel.LONGEST) {
            return new Finding(Counts.of(Math.clamp(word.length() / 3, 1, Counts.MOST)), Source.MODEL, 0);
        }
        double[] distribution = model.distribution(word);
        int best = 1;
        for (int k = 2; k < Math.min(distribution.length, Counts.MOST + 1); k++) {
            best = distribution[k] > distribution[best] ? k : best;
        }
        Counts counts = Counts.of(best);
        for (int k = 1; k < Math.min(distribution.length, Counts.MOST + 1); k++) {
            boolean second = distribution[best] < SURE && distribution[k] >= LIKELY_ENOUGH;
            counts = second ? counts.or(Counts.of(k)) : counts;
        }
        return new Finding(counts, Source.MODEL, distribution[best]);
    }

    /** Whether the lexicon has the word with its last e heard: <i>cafe</i>, but not <i>rose</i>. */
    boolean endsSounded(String word) {
        Known known = lexicon.find(word);
        return known != null && word.endsWith("e") && !known.silentE();
    }

    /** Whether a plural or possessive s after this word is a syllable of its own. */
    boolean hisses(String word) {
        Known known = lexicon.find(word);
        return known != null ? known.sibilant() : Known.hisses(word);
    }

    /** Whether a past ending after this word is a syllable of its own. */
    boolean dental(String word) {
        Known known = lexicon.find(word);
        return known != null ? known.dental() : Known.endsInDental(word);
    }
}
