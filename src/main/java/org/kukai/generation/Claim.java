package org.kukai.generation;

import java.util.UUID;

/** An attempt that one worker holds for a while: nobody else takes it up meanwhile. */
record Claim(UUID attempt, UUID promptId, String prompt, int sample, int tries, int slowdowns) {
    /** How many calls went wrong by now, the present one included, leaving aside those that a busy server sent away. */
    int faults() {
        return tries - slowdowns + 1;
    }
}
