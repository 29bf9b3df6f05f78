package org.kukai.haiku;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the scorer says of a raw answer.
 *
 * @param text the poem without chatter, lines joined by {@code \n}; the trimmed answer when no poem of three lines is in it
 * @param form575 whether it has three lines that can be read as 5, 7 and 5 syllables: score 4
 * @param strict575 the same by the usual count of every word alone
 * @param score 0 when there are not three lines, else 1 plus the number of lines on target
 * @param chatter whether anything had to be taken away
 * @param problem why it is not a poem of three lines ({@code lines:4}, {@code one-line}, {@code refusal}, {@code empty},
 *     {@code cut}, {@code not-english}), or null when it is
 * @param lines the evidence, line by line; at most the first 40 lines
 * @param removals what was taken away and why, in the order of the answer
 */
public record Verdict(
        String text,
        boolean form575,
        boolean strict575,
        int score,
        boolean chatter,
        @Nullable String problem,
        List<Line> lines,
        List<Removal> removals) {

    public Verdict {
        lines = List.copyOf(lines);
        removals = List.copyOf(removals);
    }

    static Verdict of(Extraction found, List<Line> lines) {
        int onTarget = 0;
        boolean surely = true;
        boolean english = false;
        for (Line line : lines) {
            onTarget += line.onTarget() ? 1 : 0;
            surely &= line.surelyOnTarget();
            english |= line.hasKnownWord();
        }
        String problem = found.problem() == null && !english ? "not-english" : found.problem();
        int score = found.isPoem() ? 1 + onTarget : 0;
        boolean form = score == 1 + Form.SYLLABLES.size();
        boolean chatter = !found.removals().isEmpty();
        return new Verdict(found.text(), form, form && surely, score, chatter, problem, lines, found.removals());
    }

    /**
     * The verdict when words are read as somebody chose.
     *
     * @param choices a count for each word in small letters; a count that the word cannot have is passed over
     */
    public Verdict read(Map<String, Integer> choices) {
        if (choices.isEmpty()) {
            return this;
        }
        List<Line> read = lines.stream().map(line -> line.read(choices)).toList();
        List<String> texts = lines.stream().map(Line::text).toList();
        return of(new Extraction(texts, text, problem, removals), read);
    }

    /**
     * In plain words, what is wrong or how the poem has to be read to fit: <i>One syllable too many in line 2.</i>; null when
     * every line fits by its usual counts.
     */
    public @Nullable String hint() {
        return Hint.of(this);
    }
}
