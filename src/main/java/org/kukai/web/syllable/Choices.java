package org.kukai.web.syllable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.haiku.Verdict;
import org.kukai.syllable.WordCount;

/** How a reader reads the words that go two ways, as it stands in a link: {@code every:3 fire:1}. */
record Choices(Map<String, Integer> counts) {
    private static final int LONGEST = 1_000;
    private static final int MOST_SYLLABLES = 30;

    Choices {
        counts = Map.copyOf(counts);
    }

    /** What cannot be understood is passed over: a link may have lost its end. */
    static Choices parse(@Nullable String written) {
        String text = written == null ? "" : written;
        if (text.length() > LONGEST) {
            throw new RefusedException(
                    RefusedException.Kind.TOO_LARGE,
                    "The readings in this link have " + text.length() + " characters; " + LONGEST
                            + " are the most. Open the page without them.");
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (String choice : text.split(" ", -1)) {
            int colon = choice.lastIndexOf(':');
            if (colon > 0 && choice.substring(colon + 1).matches("[1-9][0-9]?")) {
                int count = Integer.parseInt(choice.substring(colon + 1));
                counts.put(choice.substring(0, colon).toLowerCase(Locale.ROOT), Math.min(count, MOST_SYLLABLES));
            }
        }
        return new Choices(counts);
    }

    /** The same with that word read by its next count, after the highest by its lowest. */
    Choices turned(@Nullable String turn, Verdict verdict) {
        String wanted = turn == null ? "" : turn.toLowerCase(Locale.ROOT);
        List<WordCount> words = verdict.lines().stream()
                .flatMap(line -> line.words().stream())
                .filter(word ->
                        word.ambiguous() && word.word().toLowerCase(Locale.ROOT).equals(wanted))
                .limit(1)
                .toList();
        if (words.isEmpty()) {
            return this;
        }
        List<Integer> possible = words.getFirst().counts();
        int present = counts.getOrDefault(wanted, CountedPoem.shown(verdict, counts, wanted));
        Map<String, Integer> turned = new TreeMap<>(counts);
        turned.put(wanted, possible.get((possible.indexOf(present) + 1) % possible.size()));
        return new Choices(turned);
    }

    /** Only the choices that the poem's words allow. */
    Choices of(Verdict verdict) {
        Map<String, Integer> used = new TreeMap<>();
        verdict.lines().stream()
                .flatMap(line -> line.words().stream())
                .filter(word -> word.ambiguous())
                .forEach(word -> {
                    String name = word.word().toLowerCase(Locale.ROOT);
                    int count = counts.getOrDefault(name, 0);
                    if (word.counts().contains(count)) {
                        used.put(name, count);
                    }
                });
        return new Choices(used);
    }

    String written() {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(choice -> choice.getKey() + ":" + choice.getValue())
                        .collect(Collectors.joining(" "));
    }
}
