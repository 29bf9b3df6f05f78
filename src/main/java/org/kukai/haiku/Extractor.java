package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.kukai.haiku.RawLine.Role;
import org.kukai.haiku.Removal.Reason;
import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/**
 * Finds the poem in a raw answer. Lines are peeled one by one, what talks about the poem is told from what is one, and of the
 * stanzas that remain the first with three lines is taken. Extracting the result again changes nothing. One for each answer, as it remembers
 * what it counted.
 */
final class Extractor {

    /** Raise with every change of what is extracted. */
    static final int VERSION = 10;

    private static final int LINES = 3;
    private static final int ROUNDS = 4;

    private final Syllables syllables;
    private final Form form;
    private final ThreeLines threeLines;

    Extractor(Syllables syllables) {
        this.syllables = syllables;
        this.form = new Form(syllables);
        this.threeLines = new ThreeLines(form);
    }

    /** The words of a line of the answer. */
    List<WordCount> words(String line) {
        return form.words(line);
    }

    /** @param cut whether the answer is known to have ended before its end, at a limit of tokens */
    Extraction extract(String raw, boolean cut) {
        Extraction found = once(raw, cut);
        List<Removal> removals = new ArrayList<>(found.removals());
        for (int round = 0; found.isPoem() && !found.text().equals(raw); round++) {
            if (isPlain(found)) {
                break;
            }
            Extraction again = once(found.text(), cut);
            String problem = again.problem();
            if (problem != null || round == ROUNDS) {
                return asItIs(
                        raw, problem == null ? "one-line" : problem); // its lines are a poem only in their wrapping
            }
            if (again.text().equals(found.text())) {
                break;
            }
            removals.addAll(again.removals());
            found = again;
        }
        return new Extraction(found.lines(), found.text(), found.problem(), removals);
    }

    /** Whether looking again will certainly find nothing more. */
    private boolean isPlain(Extraction found) {
        return found.lines().equals(PlainAnswer.lines(found.text())) && form.fits(found.lines());
    }

    private Extraction once(String raw, boolean cut) {
        Cleaning cleaning = new Cleaning(raw, form);
        List<RawLine> peeled = threeLines.read(
                Asides.noted(cleaning.text().lines().map(LinePeeler::peel).toList()));
        if (FourthVerse.isIn(peeled, form)) {
            return asItIs(raw, "lines:4");
        }
        Extraction found = isOnlyCourtesy(peeled) ? null : poem(cleaning, peeled);
        if (found == null && peeled.stream().anyMatch(line -> line.tail() != null)) {
            found = poem(cleaning, peeled.stream().map(RawLine::withoutPreamble).toList());
        }
        if (found != null && isForeign(found.lines())) {
            return asItIs(raw, "not-english");
        }
        return found == null || onlyTalks(found.lines()) ? asItIs(raw, Problems.name(cleaning, peeled, cut)) : found;
    }

    private boolean isForeign(List<String> lines) {
        return Tongue.isForeign(lines, i -> form.words(lines.get(i)));
    }

    private static boolean isOnlyCourtesy(List<RawLine> lines) {
        return Courtesy.isAll(lines.stream()
                .map(RawLine::text)
                .filter(text -> !text.isEmpty())
                .limit(LINES + 1)
                .toList());
    }

    private @Nullable Extraction poem(Cleaning cleaning, List<RawLine> peeled) {
        Set<Integer> sure = form.verses(peeled);
        List<RawLine> lines = IntStream.range(0, peeled.size())
                .mapToObj(i -> sure.contains(i) ? peeled.get(i).asVerse() : peeled.get(i))
                .toList();
        if (refuses(lines, sure)) {
            return null;
        }
        int row = OneLine.firstOfSeveral(lines);
        if (row >= 0) {
            return inOneLine(
                    cleaning, lines, row, OneLine.segments(lines.get(row).text()));
        }
        int[] chosen = Stanzas.of(lines, form).choose();
        if (chosen.length == LINES
                && IntStream.of(chosen)
                        .allMatch(line -> Chatter.isPlaceholder(lines.get(line).raw()))) {
            return null;
        }
        if (chosen.length == LINES) {
            return finish(cleaning, lines, chosen);
        }
        for (int i = 0; i < lines.size(); i++) {
            List<String> segments = lines.get(i).isVerse() ? OneLine.segments(lines.get(i), form) : List.of();
            if (segments.size() == LINES) {
                return inOneLine(cleaning, lines, i, segments);
            }
        }
        return null;
    }

    /** <i>The first line has five syllables</i>: lines that only talk about poems and do not have the form. */
    private boolean onlyTalks(List<String> lines) {
        return Imprint.isAll(lines)
                || (!form.fits(lines)
                        && lines.stream()
                                .allMatch(line -> Talk.isSentence(line) && (Talk.is(line) || Talk.isOrder(line))));
    }

    private static Extraction asItIs(String raw, String problem) {
        Cleaning.Printable printable = Cleaning.printable(raw);
        return Extraction.problem(printable.text().strip(), problem, printable.removals());
    }

    private static boolean refuses(List<RawLine> lines, Set<Integer> sure) {
        List<RawLine> words =
                lines.stream().filter(line -> !line.text().isEmpty()).toList();
        return !words.isEmpty()
                && words.size() <= 2 * LINES
                && Chatter.isRefusal(words.getFirst().text())
                && (isOnlyRefusal(words) || (sure.isEmpty() && !poemAfter(words)));
    }

    private static boolean isOnlyRefusal(List<RawLine> words) {
        return words.size() == LINES
                && Chatter.refusesPoem(words.stream().map(RawLine::text).toList());
    }

    /** A refusal that still gives a poem in a stanza of its own is a preamble. */
    private static boolean poemAfter(List<RawLine> words) {
        return words.size() > LINES
                && words.stream()
                                .skip(1)
                                .filter(line -> line.isVerse() && !line.isProse())
                                .count()
                        == LINES;
    }

    private Extraction finish(Cleaning cleaning, List<RawLine> lines, int[] chosen) {
        List<Removal> removals = new ArrayList<>(cleaning.removals());
        List<String> poem = new ArrayList<>();
        boolean allQuoted = IntStream.of(chosen).allMatch(line -> ThreeLines.isQuoted(lines.get(line)));
        for (int i = 0; i < lines.size(); i++) {
            RawLine line = lines.get(i);
            int at = i;
            if (IntStream.of(chosen).anyMatch(index -> index == at)) {
                boolean speech = ThreeLines.isQuoted(line) && !allQuoted;
                removals.addAll(speech ? List.of() : line.removals());
                poem.add(speech ? line.raw() : line.text());
            } else if (line.role() != Role.BLANK) {
                removals.add(new Removal(reason(line, i, chosen), Cleaning.shortened(line.raw())));
            } else if (i > chosen[0] && i < chosen[LINES - 1]) {
                removals.add(new Removal(Reason.SEPARATOR, "a blank line"));
            }
        }
        return Extraction.poem(new WholePoem(form, syllables, poem, removals).lines(), removals);
    }

    private static Reason reason(RawLine line, int i, int[] chosen) {
        if (line.role() == Role.NOTE && Asides.isForeign(line.text())) {
            return Reason.FURTHER_POEM;
        }
        if (line.role() == Role.NOTE && line.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
            return line.removals().isEmpty()
                    ? Reason.EMOJI
                    : line.removals().getFirst().reason();
        }
        if (!line.isVerse()) {
            return line.role().reason();
        }
        if (i > chosen[LINES - 1]) {
            return Chatter.isSignature(line) ? Reason.SIGNATURE : Reason.CLOSING;
        }
        return line.marked() || Chatter.isTitleCase(line.text()) ? Reason.TITLE : Reason.PREAMBLE;
    }

    private Extraction inOneLine(Cleaning cleaning, List<RawLine> lines, int source, List<String> segments) {
        List<Removal> removals = new ArrayList<>(cleaning.removals());
        for (int i = 0; i < lines.size(); i++) {
            RawLine line = lines.get(i);
            if (i == source) {
                removals.addAll(line.removals());
                removals.add(new Removal(Reason.SEPARATOR, Cleaning.shortened(line.text())));
            } else if (line.role() != Role.BLANK) {
                Reason place = i < source ? Reason.PREAMBLE : Reason.CLOSING;
                Reason reason = line.isVerse() ? place : line.role().reason();
                removals.add(new Removal(reason, Cleaning.shortened(line.raw())));
            }
        }
        List<String> poem = new ArrayList<>();
        for (String segment : segments) {
            RawLine peeled = LinePeeler.peel(segment);
            removals.addAll(peeled.removals());
            poem.add(peeled.text());
        }
        return Extraction.poem(new WholePoem(form, syllables, poem, removals).lines(), removals);
    }
}
