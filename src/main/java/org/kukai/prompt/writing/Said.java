package org.kukai.prompt.writing;

import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.kukai.llm.Choice;
import org.kukai.llm.Completion;

/**
 * What is kept of an answer, whatever became of it.
 *
 * @param raw all its texts as they came, as far as PostgreSQL can hold them; null when there was no answer
 */
record Said(
        @Nullable String raw,
        @Nullable String requestId,
        @Nullable Integer latencyMillis,
        int promptTokens,
        int completionTokens) {
    static final Said NOTHING = new Said(null, null, null, 0, 0);

    private static final int LONGEST = 100_000;

    static Said of(Completion completion) {
        String all = completion.choices().stream().map(Choice::text).collect(Collectors.joining("\n\n"));
        String kept = all.substring(0, Math.min(all.length(), LONGEST));
        return new Said(
                plain(kept),
                plain(completion.requestId()),
                (int) Math.min(Integer.MAX_VALUE, completion.latency().toMillis()),
                completion.promptTokens(),
                completion.completionTokens());
    }

    /** Without what no UTF-8 text of PostgreSQL can hold. */
    static String plain(String text) {
        return text.replace('\0', '\ufffd').replaceAll("\\p{Cs}", "\ufffd");
    }
}
