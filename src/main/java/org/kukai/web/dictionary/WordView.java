package org.kukai.web.dictionary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;

import org.kukai.dictionary.WordDecision;
import org.kukai.syllable.WordCount;

/**
 * A word on its page.
 *
 * @param word as the dictionary spells it
 * @param present how it is counted now, in words
 * @param own whether that is the installation's own count
 * @param history what was decided, the newest first
 */
@TemplateData
public record WordView(String word, String path, String present, String source, boolean own, List<Decided> history) {
    private static final int MOST_HISTORY = 50;

    /** A decision in the words of pages. */
    @TemplateData
    public record Decided(String word, String path, String counts, String reason, String by, Instant at) {
        static Decided of(WordDecision decision) {
            return new Decided(
                    decision.word,
                    pathOf(decision.word),
                    inWords(decision.counts),
                    decision.reason,
                    decision.decidedBy.name,
                    decision.decidedAt);
        }
    }

    static WordView of(String word, WordCount count) {
        List<Decided> history = WordDecision.history(word, MOST_HISTORY).stream()
                .map(Decided::of)
                .toList();
        return new WordView(
                word,
                pathOf(word),
                presently(count),
                count.source().label(),
                WordDecision.own(word).isPresent(),
                history);
    }

    /** Its counts with the usual one first, "2 or 1". */
    public static String presently(WordCount count) {
        return inWords(count.counts().stream()
                .sorted(java.util.Comparator.comparing((Integer other) -> other != count.usual()))
                .toList());
    }

    private static String inWords(@Nullable List<Integer> counts) {
        return counts == null
                ? "taken back"
                : counts.isEmpty()
                        ? "unknown"
                        : counts.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    /** The address of a word's page. */
    public static String pathOf(String word) {
        return "/words/" + encoded(word);
    }

    /** A word as a step of an address. */
    public static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
