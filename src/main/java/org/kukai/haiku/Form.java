package org.kukai.haiku;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.kukai.haiku.RawLine.Role;
import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/** The form of 5, 7 and 5 syllables. Three lines that stand alone and have it are a poem, whatever they say. */
final class Form {

    static final List<Integer> SYLLABLES = List.of(5, 7, 5);

    private final Syllables counter;
    /** Lines of one answer that were counted already, as each is asked about several times. */
    private final Map<String, List<WordCount>> counted = new HashMap<>();

    /** For one answer, by one thread. */
    Form(Syllables counter) {
        this.counter = counter;
    }

    /** Whether the lines can be read in the form. */
    boolean fits(List<String> lines) {
        return reachAll(lines, SYLLABLES);
    }

    /** Whether each line can be read with the syllables that stand in its place. */
    boolean reachAll(List<String> lines, List<Integer> syllables) {
        return lines.size() == syllables.size()
                && IntStream.range(0, lines.size()).allMatch(i -> reaches(lines.get(i), syllables.get(i)));
    }

    /** How many of the lines can be read with the syllables of their place. */
    int onTarget(List<String> lines) {
        return (int) IntStream.range(0, Math.min(lines.size(), SYLLABLES.size()))
                .filter(i -> reaches(lines.get(i), SYLLABLES.get(i)))
                .count();
    }

    /** The words of a line. */
    List<WordCount> words(String line) {
        return counted.computeIfAbsent(line, counter::line);
    }

    boolean reaches(String line, int syllables) {
        Sums sums = Sums.of(words(line));
        return sums.known() && sums.reaches(syllables);
    }

    /** The indexes of the lines that are verse by their form, though their words may sound like talk. */
    Set<Integer> verses(List<RawLine> lines) {
        Set<Integer> verses = new HashSet<>();
        List<Integer> all = new ArrayList<>();
        List<Integer> stanza = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            RawLine line = lines.get(i);
            boolean speaks = line.role() != Role.NOTE && !line.text().isEmpty();
            boolean opens = line.role() == Role.PREAMBLE && line.text().endsWith(":");
            if (speaks) {
                all.add(i);
            }
            if (speaks && !opens) {
                stanza.add(i);
            } else if (line.role() != Role.NOTE) {
                keep(lines, stanza, verses);
                stanza = new ArrayList<>();
            }
            if (speaks && fits(OneLine.segments(line.text()))) {
                verses.add(i);
            }
        }
        keep(lines, stanza, verses);
        if (!all.isEmpty()) {
            keep(
                    lines,
                    all,
                    verses,
                    !Chatter.offersPoem(lines.get(all.getFirst()).text()));
        }
        return verses;
    }

    private void keep(List<RawLine> lines, List<Integer> stanza, Set<Integer> verses) {
        keep(lines, stanza, verses, false);
    }

    private void keep(List<RawLine> lines, List<Integer> stanza, Set<Integer> verses, boolean colons) {
        if (stanza.size() != SYLLABLES.size()) {
            return;
        }
        List<RawLine> three = stanza.stream().map(lines::get).toList();
        boolean plain = three.stream()
                .noneMatch(line -> line.isProse() || (!colons && line.text().endsWith(":")));
        if (plain && fits(three.stream().map(RawLine::text).toList())) {
            verses.addAll(stanza);
        }
    }
}
