package org.kukai.dataset;

import java.util.Comparator;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One side of a pair.
 *
 * @param fingerprint the same for texts that are the same poem after normalising
 * @param scorer the version that gave the score
 * @param author the model that wrote it, or null when that is not known
 * @param system the system message it was written under, or null when that is not known
 * @param runId the run it came from, or null when it came from none
 */
record Poem(
        UUID id,
        String text,
        int score,
        boolean strict,
        boolean chatter,
        String fingerprint,
        String scorer,
        @Nullable String author,
        @Nullable String system,
        @Nullable UUID runId) {
    /** The better by form last: higher score, between equals the strict one, then the one without chatter. */
    static final Comparator<Poem> BY_FORM = Comparator.comparingInt(Poem::score)
            .thenComparing(Poem::strict)
            .thenComparing(Poem::chatter, Comparator.reverseOrder());

    boolean isEmpty() {
        return text.isBlank() || fingerprint.equals(NOTHING_SPOKEN);
    }

    boolean isSameAs(Poem other) {
        return fingerprint.equals(other.fingerprint);
    }

    /** The fingerprint of a text in which no letter or digit is left, the SHA-256 of the empty text. */
    static final String NOTHING_SPOKEN = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
}
