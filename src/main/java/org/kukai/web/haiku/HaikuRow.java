package org.kukai.web.haiku;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.generation.Candidate;

/**
 * A haiku in a list, as the API and its files write it.
 *
 * @param copies how many haiku have the same text, itself included
 */
record HaikuRow(
        UUID id,
        UUID promptId,
        String prompt,
        String text,
        int score,
        boolean form575,
        boolean strict575,
        boolean chatter,
        @Nullable String problem,
        String source,
        @Nullable String model,
        @Nullable UUID runId,
        @Nullable UUID importId,
        long copies,
        @Nullable String raw) {
    static HaikuRow of(Candidate c) {
        return new HaikuRow(
                c.id(),
                c.promptId(),
                c.prompt(),
                c.text(),
                c.score(),
                c.isForm575(),
                c.strict575(),
                c.chatter(),
                c.problem(),
                c.source(),
                c.model(),
                c.runId(),
                c.importId(),
                c.copies(),
                c.raw());
    }
}
