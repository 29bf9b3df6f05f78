package org.kukai.haiku;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.kukai.haiku.RawLine.Role;

/**
 * Tells what is printed around a poem and never read as one of its verses (Genette, "Paratexts", 1997): titles, credits, dates, labelled notes,
 * hashtags, stage directions, courtesies. That such a line happens to have five syllables makes no poem of two verses. Some are known by
 * themselves, others only where three lines are all there is and a blank line parts one of them from the two others.
 */
final class Paratext {

    private static final int LINES = 3;

    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L} ,;.!?'\u2019\u2014-]*\\p{L}");

    private final List<RawLine> lines;
    private final List<Integer> speaking;
    /** Whether there are more lines than a poem has, so that some of them are something else. */
    private final boolean more;

    private Paratext(List<RawLine> lines, IntPredicate counted) {
        this.lines = lines;
        this.speaking = IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).text().isEmpty() && counted.test(i))
                .limit(2 * LINES + 2)
                .boxed()
                .toList();
        this.more = speaking.stream().filter(i -> lines.get(i).isVerse()).count() > LINES;
    }

    /** The lines, those of them made notes that stand around the poem. */
    static List<RawLine> noted(List<RawLine> lines) {
        Paratext some = new Paratext(lines, i -> lines.get(i).role() != Role.NOTE);
        List<RawLine> noted = some.noted(i -> lines.get(i).isVerse() && some.isAround(i));
        Paratext verses = new Paratext(noted, i -> noted.get(i).isVerse());
        Paratext three = verses.speaking.size() == LINES
                ? verses
                : new Paratext(noted, i -> noted.get(i).role() != Role.NOTE);
        return three.speaking.size() == LINES
                ? three.noted(i -> three.isAround(i) || three.isApart(i) || three.isEmphasised(i))
                : noted;
    }

    /** Not where it would leave nothing: then they are what they are. */
    private List<RawLine> noted(IntPredicate around) {
        Set<Integer> found =
                new HashSet<>(speaking.stream().filter(around::test).toList());
        if (found.isEmpty() || found.size() == speaking.size()) {
            return lines;
        }
        List<RawLine> all = new ArrayList<>(lines);
        found.forEach(i -> all.set(i, lines.get(i).asNote()));
        return all;
    }

    /** Whether a line is known by itself to be no verse. */
    private boolean isAround(int at) {
        RawLine line = lines.get(at);
        String text = line.text();
        if (line.raw().length() > RawLine.LONGEST) {
            return false;
        }
        String bare = bare(line);
        return Imprint.is(text, bare)
                || (Imprint.isLabelled(text) && (more || isLargeBelowSmall(at)))
                || (Imprint.isBracketed(bare)
                        && !speaking.stream().allMatch(i -> Imprint.isBracketed(bare(lines.get(i)))))
                || (at == speaking.getFirst() && Imprint.isOffer(text));
    }

    /** Whether it is the last line and begins large, where the one above it does not. */
    private boolean isLargeBelowSmall(int at) {
        return speaking.size() > 1
                && at == speaking.getLast()
                && Character.isUpperCase(lines.get(at).text().charAt(0))
                && !Character.isUpperCase(
                        lines.get(speaking.get(speaking.size() - 2)).text().charAt(0));
    }

    /**
     * Whether blank lines part the first or last of three from the others and it is not written as they are. No answer of the collected ones
     * had its poem in that layout, but poets may.
     */
    private boolean isApart(int at) {
        RawLine line = lines.get(at);
        int place = speaking.indexOf(at);
        boolean before = speaking.get(1) - speaking.getFirst() > 1;
        boolean after = speaking.getLast() - speaking.get(1) > 1;
        boolean end = place == 0 ? before : place == LINES - 1 && after;
        if (line.raw().length() > RawLine.LONGEST || !end) {
            return false;
        }
        return Courtesy.is(line.text()) || Courtesy.asks(line.text()) || (before != after && !isLikeTheOthers(place));
    }

    /** In letters and the marks of verse, begun large or small as the verse beside it; the first has no full stop. */
    private boolean isLikeTheOthers(int place) {
        RawLine line = lines.get(speaking.get(place));
        boolean large = Character.isUpperCase(line.text().charAt(0));
        boolean largeBeside =
                Character.isUpperCase(lines.get(speaking.get(1)).text().charAt(0));
        String text = line.text();
        String ends = place > 0 ? ".!" : ",;\u2013\u2014\u2026";
        boolean stops = ends.indexOf(text.charAt(text.length() - 1)) >= 0;
        return line.removals().isEmpty()
                && PLAIN.matcher(stops ? text.substring(0, text.length() - 1) : text)
                        .matches()
                && (large == largeBeside || (place == 0 && large))
                && !(Chatter.isTitleCase(text)
                        && !Chatter.isTitleCase(lines.get(speaking.get(1)).text()));
    }

    /** Whether the first of three lines alone is set apart by emphasis, as the title above two verses is; a last one may be speech. */
    private boolean isEmphasised(int at) {
        return at == speaking.getFirst()
                && lines.get(at).isEmphasised()
                && speaking.stream().allMatch(i -> i == at || !lines.get(i).hasEmphasis());
    }

    /** The line as it stood, without the marks of emphasis around it. */
    private static String bare(RawLine line) {
        String raw = line.raw();
        int start = 0;
        int end = raw.length();
        while (start < end && "*_ ".indexOf(raw.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "*_ ".indexOf(raw.charAt(end - 1)) >= 0) {
            end--;
        }
        return raw.substring(start, end);
    }
}
