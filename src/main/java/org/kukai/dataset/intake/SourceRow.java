package org.kukai.dataset.intake;

import java.util.List;

/** One row of a file of candidates. */
sealed interface SourceRow {
    /** Its line, or its place among the rows where a file has no lines, from 1. */
    int line();

    /**
     * A prompt with the texts for it.
     *
     * @param system the system message that they were written under; may be empty
     * @param faults why texts of it cannot be used that are not among them, each with its place
     */
    record Good(int line, String prompt, String system, List<Text> texts, List<String> faults) implements SourceRow {
        public Good {
            texts = List.copyOf(texts);
            faults = List.copyOf(faults);
        }

        Good(int line, String prompt, String system, List<Text> texts) {
            this(line, prompt, system, texts, List.of());
        }
    }

    /** A row that cannot be used, and why. */
    record Broken(int line, String detail) implements SourceRow {}

    /**
     * A candidate as the file has it.
     *
     * @param place among those of its row, from 0
     * @param model who wrote it, as the file says, or else whoever brought the file
     */
    record Text(int place, String raw, String model) {}
}
