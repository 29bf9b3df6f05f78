package org.kukai.syllable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The lists of words whose counts were reviewed by hand: {@code words: usual others}, a line each, under a reason. */
final class Reviewed {

    private Reviewed() {}

    /** The reviewed counts by word, of all lists; refuses a line without a reason above it, and a word that stands twice. */
    static Map<String, Counts> read(Path folder) throws IOException {
        Map<String, Counts> reviewed = new LinkedHashMap<>();
        for (Path list : lists(folder)) {
            String reason = "";
            for (String line : Files.readAllLines(list)) {
                if (line.startsWith("[")) {
                    reason = line;
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    add(reviewed, line, reason);
                }
            }
        }
        return reviewed;
    }

    /** The files of a folder of lists, in the order of their names. */
    static List<Path> lists(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static void add(Map<String, Counts> reviewed, String line, String reason) {
        int colon = line.indexOf(':');
        if (colon < 0 || reason.isEmpty()) {
            throw new IllegalArgumentException("neither a reason nor words and counts: " + line);
        }
        List<Integer> counts = Arrays.stream(line.substring(colon + 1).strip().split(" ", -1))
                .map(Integer::valueOf)
                .toList();
        int[] others = counts.stream().skip(1).mapToInt(Integer::intValue).toArray();
        for (String word : line.substring(0, colon).strip().split(" ", -1)) {
            if (reviewed.put(word, Counts.of(counts.getFirst(), others)) != null) {
                throw new IllegalArgumentException("reviewed twice: " + word);
            }
        }
    }
}
