package org.kukai.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes three lines that nobody takes for a poem: the words of one, in an order drawn by lot. */
final class Scramble {
    private static final int LINES = 3;

    private Scramble() {}

    /** The words of a text in an order that follows from the seed; never in their own, if there are two different ones. */
    static String of(String text, long seed) {
        List<String> words = Arrays.stream(text.split("[^\\p{L}\\p{N}'’]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        List<String> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, new Random(seed));
        if (shuffled.equals(words)) {
            Collections.rotate(shuffled, 1);
        }
        int size = Math.max(1, Math.ceilDiv(shuffled.size(), LINES));
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); from += size) {
            lines.add(shuffled.subList(from, Math.min(shuffled.size(), from + size)).stream()
                    .collect(Collectors.joining(" ")));
        }
        return String.join("\n", lines);
    }
}
