package org.kukai.syllable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The CMU Pronouncing Dictionary as sphinx4 ships it: a word and its sounds a line, without stress digits, further
 * pronunciations as {@code word(2)}.
 */
final class PronouncingDictionary {

    private static final Pattern VARIANT = Pattern.compile("\\([0-9]+\\)$");

    private PronouncingDictionary() {}

    /** Every word with its pronunciations, in the file's order; "mr." stands as "mr" where that is not another word. */
    static Map<String, List<List<String>>> read(Path file) throws IOException {
        Map<String, List<List<String>>> words = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            List<String> fields = Arrays.asList(line.strip().split("\\s+", -1));
            if (fields.size() > 1) {
                String word = VARIANT.matcher(fields.getFirst()).replaceFirst("");
                words.computeIfAbsent(word, ignored -> new ArrayList<>()).add(fields.subList(1, fields.size()));
            }
        }
        Map<String, List<List<String>>> plain = new LinkedHashMap<>();
        words.forEach((word, sounds) -> plain.put(withoutFullStop(word, words), sounds));
        return plain;
    }

    private static String withoutFullStop(String word, Map<String, ?> words) {
        if (!word.endsWith(".") || word.indexOf('.') < word.length() - 1) {
            return word;
        }
        String bare = word.substring(0, word.length() - 1);
        return words.containsKey(bare) ? word : bare;
    }
}
