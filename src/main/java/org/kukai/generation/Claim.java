package org.kukai.generation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A sample that this node has taken on: nobody else takes it up meanwhile.
 *
 * @param attempt the row that it has, or will have when it is stored
 * @param block the stretch it was claimed with; null when it was tried before, and its row is claimed itself
 */
record Claim(
        UUID attempt,
        UUID promptId,
        String prompt,
        int place,
        int sample,
        int tries,
        int slowdowns,
        @Nullable Block block) {
    /** Whether one call may ask for both: neither was tried before, and they are of the same prompt. */
    boolean goesWith(Claim other) {
        return tries == 0 && other.tries == 0 && promptId.equals(other.promptId);
    }

    /** How many calls went wrong by now, the present one included, leaving aside those that a busy server sent away. */
    int faults() {
        return tries - slowdowns + 1;
    }
}
