package org.kukai.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The YAML in front of a card, by which the Hugging Face Hub and {@code datasets} know the files, the columns and their types
 * (<a href="https://huggingface.co/docs/hub/datasets-cards">dataset cards</a>). All its words are our own, so nothing has to be quoted.
 */
record CardHeader(Terms terms, Tally tally, List<Manifest.FileEntry> files) {
    private static final int KILO = 1000;

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("---");
        lines.add("pretty_name: Haiku preferences (" + terms.policy().spelled() + ")");
        lines.add("language:");
        lines.add("- en");
        lines.add("license: " + terms.licence().id());
        lines.add("size_categories:");
        lines.add("- " + size(tally.rows(Part.TRAIN) + tally.rows(Part.TEST)));
        lines.add("task_categories:");
        lines.add("- text-generation");
        lines.add("- reinforcement-learning");
        lines.add("tags:");
        List.of("dpo", "preference", "synthetic", "haiku", "poetry").forEach(tag -> lines.add("- " + tag));
        lines.add("annotations_creators:");
        annotators().forEach(annotator -> lines.add("- " + annotator));
        lines.add("configs:");
        lines.add("- config_name: default");
        lines.add("  default: true");
        lines.add("  data_files:");
        for (Part part : parts()) {
            lines.add("  - split: " + part.spelled());
            lines.add("    path: " + part.parquet());
        }
        addInfo(lines);
        lines.add("---");
        return String.join("\n", lines) + "\n";
    }

    private void addInfo(List<String> lines) {
        lines.add("dataset_info:");
        lines.add("- config_name: default");
        lines.add("  features:");
        for (Column column : Column.values()) {
            lines.add("  - name: " + column.spelled());
            if (column.type() == Column.Type.MESSAGES) {
                lines.add("    list:");
                for (String field : List.of("role", "content")) {
                    lines.add("    - name: " + field);
                    lines.add("      dtype: string");
                }
            } else {
                lines.add("    dtype: " + column.type().dtype());
            }
        }
        lines.add("  splits:");
        long size = 0;
        for (Part part : parts()) {
            lines.add("  - name: " + part.spelled());
            lines.add("    num_bytes: " + bytes(part));
            lines.add("    num_examples: " + tally.rows(part));
            size += bytes(part);
        }
        lines.add("  download_size: " + downloadSize());
        lines.add("  dataset_size: " + size);
    }

    /** The rows in Arrow's layout, as {@code datasets} counts them: each column of numbers also has a bit a row for its nulls, and {@code adjudicated} has two bits. */
    private long bytes(Part part) {
        return tally.bytes(part) + (PreferenceRow.NUMBERS + 2) * Math.ceilDiv(tally.rows(part), Byte.SIZE);
    }

    private List<Part> parts() {
        return List.of(Part.values()).stream()
                .filter(part -> tally.rows(part) > 0)
                .toList();
    }

    private long downloadSize() {
        return files.stream()
                .filter(file -> file.path().endsWith(".parquet"))
                .mapToLong(Manifest.FileEntry::bytes)
                .sum();
    }

    // The Hub's words: raters who were invited are a crowd, a syllable counter is a machine.
    private List<String> annotators() {
        List<String> annotators = new ArrayList<>();
        if (tally.sources().containsKey(Policy.HUMAN.spelled())
                || tally.sources().containsKey(Policy.COMBINED.spelled())) {
            annotators.add("crowdsourced");
        }
        if (tally.sources().containsKey(Policy.FORM.spelled())
                || tally.sources().containsKey(Policy.COMBINED.spelled())) {
            annotators.add("machine-generated");
        }
        return annotators;
    }

    /** The Hub's word for a number of rows. */
    static String size(long rows) {
        if (rows < KILO) {
            return "n<1K";
        }
        String[] steps = {"1K", "10K", "100K", "1M", "10M", "100M", "1B", "10B", "100B", "1T"};
        long from = KILO;
        int step = 0;
        while (step < steps.length - 2 && rows >= from * 10) {
            from *= 10;
            step++;
        }
        return String.format(Locale.ROOT, "%s<n<%s", steps[step], steps[step + 1]);
    }
}
