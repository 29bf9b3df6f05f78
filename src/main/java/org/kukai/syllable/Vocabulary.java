package org.kukai.syllable;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.kukai.syllable.Lexicon.Known;

/** Words of the letters a to z: the installation's own, the lexicon's, those with a plain ending, and the model for the rest. */
final class Vocabulary {

    /** Below this the runner-up is accepted too: held out, it is right in about one case in three there. */
    private static final double SURE = 0.8;

    private static final double LIKELY_ENOUGH = 0.1;

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

    /** What is known of a word, or follows from known parts by an ending or a compound; null when only a guess is left. */
    @Nullable
    Finding derived(String word) {
        Finding known = known(word);
        known = known != null ? known : plural(word);
        return known != null ? known : compound(word);
    }

    /** The counts of any word of the letters a to z, in the end guessed. */
    Finding find(String word) {
        Finding derived = derived(word);
        return derived != null ? derived : guess(word);
    }

    private @Nullable Finding plural(String word) {
        if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss")) {
            return null;
        }
        Finding plain = ending(word.substring(0, word.length() - 1));
        if (plain == null && word.endsWith("ies")) {
            plain = known(word.substring(0, word.length() - 3) + "y");
        }
        return plain != null || !word.endsWith("es") ? plain : ending(word.substring(0, word.length() - 2));
    }

    private @Nullable Finding ending(String stem) {
        Finding known = known(stem);
        return known == null ? null : known.with(known.counts().plus(hisses(stem) ? 1 : 0));
    }

    /** <i>pinecone, tidepool, firefly</i>: where the first part ends in a silent e the split is sure; elsewhere it is not tried. */
    private @Nullable Finding compound(String word) {
        for (int i = word.length() - 3; i >= 4; i--) {
            boolean consonant = "aeiouy".indexOf(word.charAt(i)) < 0;
            Known first = consonant && word.charAt(i - 1) == 'e' ? lexicon.find(word.substring(0, i)) : null;
            Finding second = first != null && first.silentE() ? known(word.substring(i)) : null;
            if (first != null && second != null) {
                return Finding.known(first.counts()).plus(second);
            }
        }
        return null;
    }

    private Finding guess(String word) {
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
        return known != null ? known.sibilant() : word.matches(".*([sxz]|[cs]h|[cgsz]e)");
    }

    /** Whether a past ending after this word is a syllable of its own. */
    boolean dental(String word) {
        Known known = lexicon.find(word);
        return known != null ? known.dental() : word.matches(".*[td]e?");
    }
}
