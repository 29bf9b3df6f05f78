package org.kukai.prompt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Which prompts are wanted: those of one split, those that hold some words, or all. */
public record PromptFilter(Optional<Split> split, String words) {
    public static final PromptFilter ALL = new PromptFilter(Optional.empty(), "");

    public PromptFilter {
        words = words.strip();
    }

    public static PromptFilter of(Optional<Split> split, @Nullable String words) {
        return new PromptFilter(split, words == null ? "" : words);
    }

    public boolean isAll() {
        return split.isEmpty() && words.isEmpty();
    }

    String where() {
        return (split.isPresent() ? "where split = :split" : "where true")
                + (words.isEmpty() ? "" : " and lower(text) like lower(:words) escape '!'");
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        split.ifPresent(wanted -> values.put("split", wanted));
        if (!words.isEmpty()) {
            values.put("words", "%" + words.replaceAll("[!%_]", "!$0") + "%");
        }
        return values;
    }
}
