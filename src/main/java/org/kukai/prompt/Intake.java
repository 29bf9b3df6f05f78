package org.kukai.prompt;

import java.util.List;

/**
 * What became of the rows of one intake.
 *
 * @param added rows that are prompts now
 * @param duplicates rows that were prompts already, or earlier in the same intake
 * @param rejected rows that were refused
 * @param rejections the first of those, at most {@link #REJECTIONS_KEPT}
 */
public record Intake(int added, int duplicates, int rejected, List<Rejection> rejections) {
    public static final int REJECTIONS_KEPT = 1_000;

    public Intake {
        rejections = List.copyOf(rejections);
    }

    public int rows() {
        return added + duplicates + rejected;
    }

    /** A refused row and why; index from 0, line from 1 or 0 when there is none. */
    public record Rejection(int index, int line, String detail) {}
}
