package org.kukai.generation;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.kukai.llm.Choice;
import org.kukai.llm.Completion;

/** What an attempt remembers of a call: the text as it came, and what it took. All null and 0 when no answer came. */
record Answer(
        @Nullable String raw,
        @Nullable String finishReason,
        @Nullable String requestId,
        @Nullable Integer latencyMillis,
        int promptTokens,
        int completionTokens) {
    static final Answer NONE = new Answer(null, null, null, null, 0, 0);

    static Answer of(Completion completion, Choice choice) {
        return new Answer(
                storable(choice.text()),
                storable(choice.finishReason()),
                storable(completion.requestId()),
                (int) completion.latency().toMillis(),
                completion.promptTokens(),
                completion.completionTokens());
    }

    /** PostgreSQL keeps no NUL and no half of a surrogate pair. */
    static String storable(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace('\0', '\uFFFD');
    }
}
