package org.kukai.web.haiku;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateData;

import org.kukai.haiku.Line;
import org.kukai.haiku.Removal;
import org.kukai.haiku.Verdict;
import org.kukai.syllable.Source;
import org.kukai.syllable.WordCount;

/** A verdict in the words that pages show: {@code {#verdict evidence /}} draws it. */
@TemplateData
public record Evidence(
        boolean empty, String headline, String tone, int score, List<Row> rows, List<String> taken, boolean doubtful) {
    private static final int MOST_REMOVALS = 30;

    /**
     * A line.
     *
     * @param sum the sum it is read as, and others within reach: "7", "8 or 7"
     * @param hint what is wrong with it or how it has to be read, or empty
     */
    @TemplateData
    public record Row(String text, int target, String sum, boolean onTarget, String hint, List<Chip> chips) {}

    /**
     * A word.
     *
     * @param count the count that makes its line fit, else the usual one; "?" when there is none
     * @param others its further counts, "or 1", or empty
     * @param source where that is known from, in words
     */
    @TemplateData
    public record Chip(String word, String count, String others, String source, boolean doubtful) {
        static Chip of(WordCount word, int count) {
            String others = word.counts().stream()
                    .filter(other -> other != count)
                    .map(String::valueOf)
                    .collect(Collectors.joining(" or "));
            boolean known = word.source() != Source.UNKNOWN;
            return new Chip(
                    word.word(),
                    known ? String.valueOf(count) : "?",
                    others.isEmpty() ? "" : "or " + others,
                    told(word),
                    word.doubtful());
        }

        private static String told(WordCount word) {
            return switch (word.source()) {
                case MODEL -> "model, " + Math.round(word.confidence() * 100) + "% sure";
                case OVERRIDE, LEXICON, RULE, UNKNOWN -> word.source().label();
            };
        }
    }

    public static Evidence of(Verdict verdict) {
        List<Row> rows = new ArrayList<>();
        for (Line line : verdict.lines()) {
            rows.add(row(line, rows.size() + 1));
        }
        boolean empty = verdict.text().isBlank();
        boolean doubtful = rows.stream().flatMap(row -> row.chips.stream()).anyMatch(Chip::doubtful);
        return new Evidence(
                empty, headline(verdict), tone(verdict), verdict.score(), rows, taken(verdict.removals()), doubtful);
    }

    /** The verdict in a few words. */
    public static String headline(Verdict verdict) {
        if (verdict.form575()) {
            return verdict.strict575() ? "A haiku: 5-7-5" : "A haiku: 5-7-5 when it is read to fit";
        }
        String problem = verdict.problem();
        if (problem == null) {
            return "Not 5-7-5 yet";
        }
        if (problem.startsWith("lines:")) {
            return problem.substring("lines:".length()) + " lines, not three";
        }
        return switch (problem) {
            case "empty" -> "No words yet";
            case "one-line" -> "One line, not three";
            case "refusal" -> "A refusal, not a poem";
            case "cut" -> "Cut off before its end";
            default -> "Not in English, so it cannot be counted";
        };
    }

    /** Good, warn or bad: how a badge looks. */
    public static String tone(Verdict verdict) {
        return verdict.form575() ? "good" : verdict.score() > 1 ? "warn" : "bad";
    }

    private static Row row(Line line, int number) {
        List<Integer> reading = line.reading();
        List<Chip> chips = new ArrayList<>();
        for (WordCount word : line.words()) {
            chips.add(Chip.of(word, reading.get(chips.size())));
        }
        int sum = reading.stream().mapToInt(Integer::intValue).sum();
        String others = line.counts().stream()
                .filter(other -> other != sum)
                .map(String::valueOf)
                .collect(Collectors.joining(" or "));
        String sums = others.isEmpty() ? String.valueOf(sum) : sum + " or " + others;
        String hint = Objects.requireNonNullElse(line.hint(number), "");
        return new Row(line.text(), line.target(), sums, line.onTarget(), hint, chips);
    }

    /** What was taken away and why, each once. */
    public static List<String> taken(List<Removal> removals) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Removal removal : removals.subList(0, Math.min(MOST_REMOVALS, removals.size()))) {
            reasons.add(removal.reason().prose() + ": " + removal.text());
        }
        return List.copyOf(reasons);
    }
}
