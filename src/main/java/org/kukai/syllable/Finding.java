package org.kukai.syllable;

/** What one way of knowing says of a word: its counts, where they come from and how likely the usual one is right. */
record Finding(Counts counts, Source source, double confidence) {

    /** Rules are exact where they apply; what they were measured to miss is in their parts. */
    private static final double RULE = 0.99;

    static Finding known(Counts counts) {
        return new Finding(counts, Source.LEXICON, 1);
    }

    static Finding ruled(Counts counts) {
        return new Finding(counts, Source.RULE, RULE);
    }

    /** The same knowledge, changed by a rule; a guess stays a guess. */
    Finding with(Counts changed) {
        return source == Source.MODEL ? new Finding(changed, source, confidence) : ruled(changed);
    }

    /** A word made of both parts: as sure as both together. */
    Finding plus(Finding other) {
        Counts sum = counts.plus(other.counts);
        boolean guessed = source == Source.MODEL || other.source == Source.MODEL;
        return guessed ? new Finding(sum, Source.MODEL, confidence * other.confidence) : ruled(sum);
    }
}
