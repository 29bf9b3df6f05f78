package org.kukai.haiku;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is left of a raw answer.
 *
 * @param lines the poem's three lines; when there is a problem, the non-blank lines of the trimmed answer
 * @param text the lines joined by {@code \n}; when there is a problem, the trimmed answer
 * @param problem why no poem of three lines was found, or null
 * @param removals what was taken away, in the order of the answer
 */
record Extraction(List<String> lines, String text, @Nullable String problem, List<Removal> removals) {

    Extraction {
        lines = List.copyOf(lines);
        removals = List.copyOf(removals);
    }

    static Extraction poem(List<String> lines, List<Removal> removals) {
        return new Extraction(lines, String.join("\n", lines), null, removals);
    }

    static Extraction problem(String answer, String problem, List<Removal> removals) {
        List<String> lines = answer.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Extraction(lines, answer, problem, removals);
    }

    boolean isPoem() {
        return problem == null;
    }
}
