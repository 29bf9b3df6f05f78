package org.kukai.llm;

import java.util.Optional;

/**
 * One answer among those of a call.
 *
 * @param text what the model wrote, as it came; may be empty
 * @param finishReason why it ended, in the server's words: {@code stop}, {@code length}, {@code content_filter}, {@code
 *     refusal}; empty when the server does not say
 */
public record Choice(String text, String finishReason) {
    /** The answer reached the limit of tokens. */
    public static final String LENGTH = "length";
    /** The model declined; the text is its explanation. */
    public static final String REFUSAL = "refusal";
    /** The server held the answer back. */
    public static final String CONTENT_FILTER = "content_filter";

    /** Why this answer can be no candidate, in a sentence; empty when it can. */
    public Optional<String> problem() {
        return switch (finishReason) {
            case LENGTH -> Optional.of("The answer was cut at the limit of tokens.");
            case REFUSAL -> Optional.of("The model refused to answer.");
            case CONTENT_FILTER -> Optional.of("The server's content filter held the answer back.");
            default -> text.isBlank() ? Optional.of("The answer is empty.") : Optional.empty();
        };
    }
}
