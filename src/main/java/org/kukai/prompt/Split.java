package org.kukai.prompt;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/** Which side of the wall between training and evaluation a prompt is on. */
public enum Split {
    /** Its haiku may be paired, voted on and released. */
    TRAIN("train"),
    /** Kept for evaluation: never in a release. */
    HELD_OUT("held-out");

    /** One in this many prompts is held out. */
    private static final int ONE_IN = 10;

    private final String spelled;

    Split(String spelled) {
        this.spelled = spelled;
    }

    /** As the API and pages spell it. */
    public String spelled() {
        return spelled;
    }

    /**
     * Reads the spelling of the API; nothing and the empty text are no split.
     *
     * @throws RefusedException when the spelling is another
     */
    public static Optional<Split> spelled(@Nullable String spelling) {
        if (spelling == null || spelling.isBlank()) {
            return Optional.empty();
        }
        for (Split split : values()) {
            if (split.spelled.equals(spelling)) {
                return Optional.of(split);
            }
        }
        throw new RefusedException(
                RefusedException.Kind.INVALID, "A split is “train” or “held-out”, not “" + spelling + "”.");
    }

    /**
     * The split for a prompt whose maker did not state one. It depends on the topic, or else on the words, alone: the same
     * prompt is on the same side in every installation, and a topic asked in other words never crosses the wall.
     */
    public static Split drawnFor(String topicOrText) {
        String digest = Wording.sha256("split " + Wording.normalise(topicOrText));
        return Long.parseUnsignedLong(digest, 0, 8, 16) % ONE_IN == 0 ? HELD_OUT : TRAIN;
    }
}
