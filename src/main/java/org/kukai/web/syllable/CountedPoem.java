package org.kukai.web.syllable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.quarkus.qute.TemplateData;

import org.kukai.haiku.Line;
import org.kukai.haiku.Verdict;
import org.kukai.syllable.Source;
import org.kukai.syllable.WordCount;
import org.kukai.web.haiku.Evidence;

/** A poem as the page shows it: line by line, word by word, as somebody reads it. */
@TemplateData
record CountedPoem(
        boolean empty,
        String headline,
        String tone,
        int score,
        String hint,
        List<Row> rows,
        List<String> taken,
        boolean doubtful,
        boolean ambiguous) {
    private static final int MOST_PIPS = 20;

    /**
     * A line.
     *
     * @param sum the syllables of the reading that is shown
     * @param within a dot for each of them up to the target
     * @param beyond a dot for each above it
     * @param missing a ring for each that lacks
     */
    @TemplateData
    record Row(int target, int sum, boolean fits, String within, String beyond, String missing, List<Chip> chips) {}

    /**
     * A word.
     *
     * @param id names its chip on the page
     * @param count in the reading that is shown; "?" when there is none
     * @param choices its counts, "1 or 2", when there are several; else empty
     * @param source where they are known from
     */
    @TemplateData
    record Chip(String id, String word, String count, String choices, String source, boolean doubtful) {
        public boolean turns() {
            return !choices.isEmpty();
        }
    }

    static CountedPoem of(Verdict verdict, Choices choices) {
        Verdict read = verdict.read(choices.counts());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < verdict.lines().size(); i++) {
            rows.add(row(verdict.lines().get(i), read.lines().get(i), i + 1));
        }
        List<Chip> chips = rows.stream().flatMap(row -> row.chips.stream()).toList();
        return new CountedPoem(
                verdict.text().isBlank(),
                Evidence.headline(read),
                Evidence.tone(read),
                read.score(),
                Objects.requireNonNullElse(read.hint(), ""),
                rows,
                Evidence.taken(verdict.removals()),
                chips.stream().anyMatch(Chip::doubtful),
                chips.stream().anyMatch(Chip::turns));
    }

    /** The count that the page shows for the word's first occurrence; 0 when there is none. */
    static int shown(Verdict verdict, Map<String, Integer> choices, String word) {
        for (Line line : verdict.read(choices).lines()) {
            List<Integer> reading = line.reading();
            for (int i = 0; i < reading.size(); i++) {
                if (line.words().get(i).word().toLowerCase(Locale.ROOT).equals(word)) {
                    return reading.get(i);
                }
            }
        }
        return 0;
    }

    private static Row row(Line line, Line read, int number) {
        List<Integer> reading = read.reading();
        List<Chip> chips = new ArrayList<>();
        for (int i = 0; i < reading.size(); i++) {
            chips.add(chip("word-" + number + "-" + (i + 1), line.words().get(i), reading.get(i)));
        }
        int sum = reading.stream().mapToInt(Integer::intValue).sum();
        int target = line.target() == 0 ? sum : line.target();
        return new Row(
                line.target(),
                sum,
                read.onTarget(),
                "●".repeat(Math.min(sum, Math.min(target, MOST_PIPS))),
                "●".repeat(Math.clamp((long) sum - target, 0, MOST_PIPS)),
                "○".repeat(Math.clamp((long) target - sum, 0, MOST_PIPS)),
                chips);
    }

    private static Chip chip(String id, WordCount word, int count) {
        boolean known = word.source() != Source.UNKNOWN;
        String choices = word.counts().stream().map(String::valueOf).collect(Collectors.joining(" or "));
        return new Chip(
                id,
                word.word(),
                known ? String.valueOf(count) : "?",
                word.ambiguous() ? choices : "",
                source(word),
                word.doubtful());
    }

    private static String source(WordCount word) {
        return switch (word.source()) {
            case MODEL -> (word.doubtful() ? "a guess, " : "model, ") + Math.round(word.confidence() * 100) + "%";
            case UNKNOWN -> "unknown sound";
            case OVERRIDE, LEXICON, RULE -> word.source().label();
        };
    }
}
