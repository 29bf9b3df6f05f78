package org.kukai.syllable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** An installation's own counts, in the order of their words. */
final class OwnWords {
    private OwnWords() {}

    static Map<String, Counts> of(Map<String, List<Integer>> given) {
        Map<String, Counts> own = new TreeMap<>();
        given.forEach((word, all) -> {
            if (all.isEmpty()) {
                throw new IllegalArgumentException("no count for " + word);
            }
            int[] others = all.stream().mapToInt(Integer::intValue).toArray();
            own.put(word.toLowerCase(Locale.ROOT), Counts.of(all.getFirst(), others));
        });
        return own;
    }

    /** The version of a counter with these words: the same words and counts give the same, none give the bare one. */
    static String version(String version, Map<String, Counts> own) {
        String bare = version.replaceFirst("\\+o.*", "");
        if (own.isEmpty()) {
            return bare;
        }
        CRC32 sum = new CRC32();
        own.forEach((word, counts) ->
                sum.update((word + '=' + counts.usual() + counts.ascending() + '\n').getBytes(StandardCharsets.UTF_8)));
        return bare + String.format("+o%08x", sum.getValue());
    }
}
