package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.kukai.syllable.WordCount;

/** Says in plain words what a text lacks to be a haiku, or how it has to be read to be one. */
final class Hint {

    private static final Map<String, String> PROBLEMS = Map.of(
            "empty", "There are no words yet: write three lines.",
            "one-line", "It is one line: break it into three.",
            "refusal", "It is a refusal, not a poem.",
            "cut", "It ends before its end.",
            "not-english", "Its words are not English, so they cannot be counted.");
    private static final String[] NUMBERS = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
    };
    /** One syllable each, and the line still stands without them. */
    private static final Set<String> SPARE = Set.of("very", "just", "so", "then", "still", "quite", "and", "the");

    private Hint() {}

    /** For the whole poem; null when it needs none. */
    static @Nullable String of(Verdict verdict) {
        String problem = verdict.problem();
        if (problem != null) {
            return problem.startsWith("lines:") ? lines(problem.substring("lines:".length())) : PROBLEMS.get(problem);
        }
        List<String> hints = new ArrayList<>();
        for (int i = 0; i < verdict.lines().size(); i++) {
            String hint = of(verdict.lines().get(i), i + 1);
            if (hint != null) {
                hints.add(hint);
            }
        }
        return hints.isEmpty() ? null : String.join(" ", hints);
    }

    private static String lines(String count) {
        return count.equals("2")
                ? "It has two lines: one is missing."
                : "It has " + number(count) + " lines: a haiku has three.";
    }

    /** For one line, the first being number 1; null when its usual reading fits or nothing is asked of it. */
    static @Nullable String of(Line line, int number) {
        if (line.target() == 0 || line.surelyOnTarget()) {
            return null;
        }
        if (line.onTarget()) {
            return "Line " + number + " fits when " + read(line) + ".";
        }
        int distance = line.distance();
        if (distance == 0) {
            return "Line " + number + " fits only if its word of unknown sound adds nothing.";
        }
        int off = Math.abs(distance);
        String syllables = off == 1 ? "One syllable" : off + " syllables";
        return syllables + (distance > 0 ? " too many" : " too few") + " in line " + number + advice(line, distance)
                + ".";
    }

    private static String read(Line line) {
        List<Integer> reading = line.reading();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < reading.size(); i++) {
            WordCount word = line.words().get(i);
            if (reading.get(i) != word.usual()) {
                words.add("\u201c" + word.word() + "\u201d is read as " + number(String.valueOf(reading.get(i))));
            }
        }
        return String.join(" and ", words);
    }

    /** A word to spare, or one whose count is a guess that would make the difference. */
    private static String advice(Line line, int distance) {
        for (WordCount word : line.words()) {
            if (word.doubtful()) {
                return "; \u201c" + word.word() + "\u201d is a guess, so count it yourself";
            }
        }
        for (WordCount word : line.words()) {
            if (distance == 1 && SPARE.contains(word.word().toLowerCase(Locale.ROOT))) {
                return "; it fits without \u201c" + word.word() + "\u201d";
            }
        }
        return "";
    }

    private static String number(String digits) {
        int number = digits.length() == 1 ? digits.charAt(0) - '0' : NUMBERS.length;
        return number >= 0 && number < NUMBERS.length ? NUMBERS[number] : digits;
    }
}
