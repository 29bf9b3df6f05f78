package org.kukai.generation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A haiku with who wrote it, for admins alone: model and raw answer are null for what was neither generated nor imported, the run for what
 * was not generated here.
 *
 * @param problem why it is no poem of three lines, or null
 * @param raw the answer as the model gave it, or the text as the file had it
 * @param importId the import that brought it, or null
 * @param copies how many haiku have the same text, itself included
 */
public record Candidate(
        UUID id,
        UUID promptId,
        String prompt,
        String text,
        int score,
        boolean strict575,
        boolean chatter,
        @Nullable String problem,
        @Nullable String model,
        @Nullable UUID runId,
        @Nullable UUID importId,
        @Nullable String raw,
        long copies) {
    /** The haiku of this identifier. */
    public static Optional<Candidate> byId(UUID id) {
        return HaikuStore.byId(id);
    }

    static Candidate of(Object[] row) {
        return new Candidate(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).intValue(),
                (Boolean) row[5],
                (Boolean) row[6],
                (String) row[7],
                (String) row[8],
                (UUID) row[9],
                (UUID) row[10],
                (String) row[11],
                ((Number) row[12]).longValue());
    }

    /** Whether it is 5-7-5. */
    public boolean isForm575() {
        return score == 4;
    }

    /** How it came here. */
    public String source() {
        HaikuSource source =
                importId != null ? HaikuSource.IMPORTED : runId != null ? HaikuSource.GENERATED : HaikuSource.OTHER;
        return source.spelled();
    }

    static List<Candidate> of(List<Object[]> rows) {
        return rows.stream().map(Candidate::of).toList();
    }
}
