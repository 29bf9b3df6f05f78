package org.kukai.generation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.kukai.llm.Choice;
import org.kukai.llm.Completion;

/**
 * What an attempt remembers of a call: the text as it came, and what it took.
 *
 * @param raw null when no answer came, as are those that follow but the latency
 * @param latencyMillis until the answer had come or the call had failed; null when none was made
 * @param slowdowns 1 when the server asked to slow down instead
 * @param countNote what the server counted where that cannot be
 */
record Answer(
        @Nullable String raw,
        @Nullable String finishReason,
        @Nullable String requestId,
        @Nullable Integer latencyMillis,
        int promptTokens,
        int completionTokens,
        int slowdowns,
        @Nullable String countNote) {
    /** More characters than any poem has with all the talk around it: what is longer is neither read nor kept whole. */
    static final int LONGEST = 20_000;

    private static final int BEGINNING = 2_000;

    /** There was no call of which anything is known. */
    static final Answer NONE = new Answer(null, null, null, null, 0, 0, 0, null);

    /** A call that failed after so long. */
    static Answer none(Duration latency, boolean busy) {
        return new Answer(null, null, null, millis(latency), 0, 0, busy ? 1 : 0, null);
    }

    /** The answer of this place among those of a call; what the call took is shared out among them, the rest to the first. */
    static Answer of(Completion completion, int place) {
        Choice choice = completion.choices().get(place);
        boolean first = place == 0;
        int answers = completion.choices().size();
        int tokens = completion.completionTokens();
        return new Answer(
                storable(choice.text().length() > LONGEST ? choice.text().substring(0, BEGINNING) : choice.text()),
                storable(choice.finishReason()),
                storable(completion.requestId()),
                millis(completion.latency()),
                first ? completion.promptTokens() : 0,
                tokens / answers + (first ? tokens % answers : 0),
                0,
                completion.countNote());
    }

    private static int millis(Duration latency) {
        return Math.clamp(latency.toMillis(), 0, Integer.MAX_VALUE);
    }

    /** PostgreSQL keeps no NUL and no half of a surrogate pair. */
    static String storable(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace('\0', '\uFFFD');
    }
}
