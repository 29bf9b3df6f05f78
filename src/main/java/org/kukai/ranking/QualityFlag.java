package org.kukai.ranking;

/**
 * Something odd about a rater, in words, with the figure behind it. None is a proof, and none has an effect of its own.
 *
 * @param evidence a clause such as {@code chose the left side in 96 of 100, p = 0.0001}
 */
public record QualityFlag(Kind kind, String evidence) {
    /** What is odd. */
    public enum Kind {
        ONE_SIDED("one-sided"),
        MISSES_ATTENTION("misses attention pairs"),
        INCONSISTENT("contradicts own votes"),
        APART("agrees less than others"),
        TOO_FAST("too fast");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
