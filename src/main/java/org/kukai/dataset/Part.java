package org.kukai.dataset;

import java.util.Locale;

/** A split of a release. */
enum Part {
    TRAIN,
    TEST;

    String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    String jsonLines() {
        return "jsonl/" + spelled() + ".jsonl";
    }

    String parquet() {
        return "data/" + spelled() + "-00000-of-00001.parquet";
    }
}
