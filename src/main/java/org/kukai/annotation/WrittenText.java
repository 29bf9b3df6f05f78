package org.kukai.annotation;

import org.kukai.RefusedException;

/** What holds of every text that people write here. */
public final class WrittenText {
    private WrittenText() {}

    /**
     * Refuses what PostgreSQL keeps in no text, before it gets there.
     *
     * @param what the text as the refusal names it: “A note”
     * @throws RefusedException when the text holds the character NUL or half a character, as JSON can write one: a surrogate without its other
     */
    public static void refuseUnstorable(String what, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    what + " can hold no zero character (NUL). Take it out and try again.");
        }
        if (text.codePoints().anyMatch(WrittenText::isHalf)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    what + " can hold no half of a character (a surrogate alone). Take it out and try again.");
        }
    }

    private static boolean isHalf(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }
}
