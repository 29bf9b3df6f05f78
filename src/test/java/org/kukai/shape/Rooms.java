package org.kukai.shape;

import java.util.List;

/** The table of rooms, from the ground up: an arrow points only to rooms that stand higher in it. */
record Rooms(String name, List<String> mayTouch) {
    /** {@code docs/architecture.md} shows this table, with what each room holds. */
    static final List<Rooms> TABLE = List.of(
            room("syllable"),
            room("statistics"),
            room("time"),
            room("crowd"),
            room("database"),
            room("job", "time"),
            room("account", "time", "crowd"),
            room("dictionary", "syllable", "account"),
            room("llm", "syllable"),
            room("prompt", "account", "llm", "job"),
            room("haiku", "syllable", "dictionary", "prompt"),
            room("generation", "prompt", "haiku", "llm", "job", "account"),
            room("annotation", "crowd", "statistics", "haiku", "prompt", "account", "job"),
            room("correction", "syllable", "dictionary", "haiku", "annotation", "account", "job"),
            room("ranking", "annotation", "generation", "haiku", "statistics"),
            room(
                    "dataset",
                    "syllable",
                    "statistics",
                    "time",
                    "job",
                    "account",
                    "llm",
                    "prompt",
                    "haiku",
                    "generation",
                    "annotation"),
            room("webhook", "job", "account", "llm", "annotation"),
            room(
                    "web",
                    "syllable",
                    "statistics",
                    "time",
                    "job",
                    "llm",
                    "account",
                    "dictionary",
                    "prompt",
                    "haiku",
                    "generation",
                    "annotation",
                    "correction",
                    "ranking",
                    "dataset",
                    "webhook"));

    static final String ROOT = "org.kukai";

    private static Rooms room(String name, String... mayTouch) {
        return new Rooms(name, List.of(mayTouch));
    }

    String packages() {
        return ROOT + "." + name + "..";
    }
}
