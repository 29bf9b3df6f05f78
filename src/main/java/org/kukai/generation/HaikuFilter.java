package org.kukai.generation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;

/**
 * Which haiku are wanted; what is null does not narrow.
 *
 * @param score 0 to 4
 * @param model who wrote it, as generated or imported
 * @param words what its text holds, in whatever case; blank for any text
 */
public record HaikuFilter(
        @Nullable Integer score,
        @Nullable String model,
        @Nullable UUID run,
        @Nullable UUID prompt,
        @Nullable UUID fromImport,
        @Nullable Duplicates duplicate,
        @Nullable HaikuSource source,
        String words) {
    public static final HaikuFilter ALL = new HaikuFilter(null, null, null, null, null, null, null, "");

    private static final int BEST = 4;
    private static final int LONGEST_WORDS = 200;

    /** Refuses with a {@link RefusedException} a score that there is none of, and words that are too long. */
    public HaikuFilter {
        words = words.strip();
        model = model == null || model.isBlank() ? null : model.strip();
        if (score != null && (score < 0 || score > BEST)) {
            throw new RefusedException(RefusedException.Kind.INVALID, "A score is 0 to 4, not " + score + ".");
        }
        if (words.length() > LONGEST_WORDS) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "Search for at most " + LONGEST_WORDS + " characters.");
        }
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** In SQL, about the haiku {@code h}. */
    String where() {
        List<String> parts = new ArrayList<>(List.of("true"));
        add(parts, score, "h.score = :score");
        add(parts, prompt, "h.prompt_id = :prompt");
        add(parts, model, "exists (select 1 from authorship w where w.haiku_id = h.id and w.model = :model)");
        add(parts, run, "h.id in (select a.haiku_id from attempt a where a.run_id = :run)");
        add(parts, fromImport, "h.id in (select i.haiku_id from imported_haiku i where i.import_id = :import)");
        add(parts, duplicate, duplicate == null ? "" : duplicate.condition());
        add(parts, source, source == null ? "" : source.condition());
        add(parts, words.isEmpty() ? null : words, "lower(h.text) like :words escape '!'");
        return String.join(" and ", parts);
    }

    private static void add(List<String> parts, @Nullable Object value, String condition) {
        if (value != null) {
            parts.add(condition);
        }
    }

    /** What its SQL wants to be told. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        put(values, "score", score);
        put(values, "prompt", prompt);
        put(values, "model", model);
        put(values, "run", run);
        put(values, "import", fromImport);
        if (!words.isEmpty()) {
            values.put("words", "%" + words.toLowerCase(java.util.Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
