package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.kukai.haiku.RawLine.Role;

/** The lines of an answer that may be verse, in stanzas (between blank lines) and groups of stanzas (between anything else). */
final class Stanzas {

    private static final int LINES = 3;
    private static final int MOST_SINGLES = 6;
    private static final int MOST_IN_STANZA = 30;
    private static final int LONG_FOR_VERSE = 45;
    private static final int UNKNOWN = -1;
    private static final List<Integer> TANKA_END = List.of(7, 7);

    private final Form form;
    private final List<RawLine> lines;
    private final List<List<List<Integer>>> groups = new ArrayList<>();
    private int lastPoem = UNKNOWN;

    private Stanzas(List<RawLine> lines, Form form) {
        this.form = form;
        this.lines = lines;
        boolean short3 = lines.stream().filter(RawLine::isVerse).count() == LINES;
        List<List<Integer>> group = new ArrayList<>();
        List<Integer> stanza = new ArrayList<>();
        for (int i = 0; i <= lines.size(); i++) {
            Role role = i == lines.size() ? Role.RULE : lines.get(i).role();
            boolean prose = role == Role.VERSE && !short3 && lines.get(i).isProse();
            if (role == Role.VERSE && !prose) {
                stanza.add(i);
            } else if (role != Role.NOTE) {
                if (!stanza.isEmpty()) {
                    group.add(stanza);
                    stanza = new ArrayList<>();
                }
                if (role != Role.BLANK && !group.isEmpty()) {
                    groups.add(group);
                    group = new ArrayList<>();
                }
            }
        }
    }

    static Stanzas of(List<RawLine> lines, Form form) {
        return new Stanzas(lines, form);
    }

    /** The indexes of the poem's three lines, or none. */
    int[] choose() {
        int[] last = choose(chosenPoem());
        if (last.length == LINES) {
            return last;
        }
        for (List<List<Integer>> group : groups) {
            int[] chosen = choose(group);
            if (chosen.length == LINES && !isTalkBeforePoem(chosen)) {
                return chosen;
            }
        }
        List<Integer> all =
                groups.stream().flatMap(List::stream).flatMap(List::stream).toList();
        boolean lines3 = all.size() == LINES && groups.size() > 1;
        return lines3 ? indexes(all) : new int[0];
    }

    /** The stanzas of a group after the last heading that chooses its poem, or from the line on that begins with it; empty when there is none. */
    private List<List<Integer>> chosenPoem() {
        int heading = lines.size() - 1;
        while (heading >= 0 && !Heading.choosesPoem(lines.get(heading))) {
            heading--;
        }
        int after = heading;
        return after < 0
                ? List.of()
                : groups.stream()
                        .map(group -> group.stream()
                                .filter(stanza -> stanza.getFirst() >= after)
                                .toList())
                        .filter(group -> !group.isEmpty())
                        .findFirst()
                        .orElse(List.of());
    }

    private int[] choose(List<List<Integer>> group) {
        List<Integer> all = group.stream().flatMap(List::stream).toList();
        if (all.size() == LINES) {
            return indexes(all);
        }
        if (isTanka(group)) {
            return new int[0];
        }
        List<Integer> english = Romaji.english(all, this::text);
        if (english.size() == LINES) {
            return indexes(english);
        }
        for (List<Integer> stanza : group) {
            List<Integer> bare = stanza.size() == LINES ? stanza : bare(stanza);
            if (bare.size() == LINES && !isTalkBeforePoem(indexes(bare))) {
                return indexes(bare);
            }
        }
        boolean singles = group.stream().allMatch(stanza -> stanza.size() == 1);
        List<Integer> bare = singles && all.size() <= MOST_SINGLES ? bare(all) : List.of();
        return bare.size() == LINES ? indexes(bare) : new int[0];
    }

    /** Whether three lines talk, two of them at least, and a stanza of the form that does not follows them. */
    private boolean isTalkBeforePoem(int[] three) {
        return stanzaAfter(three[LINES - 1])
                && (isJapanese(three) || (talks(IntStream.of(three)) && three[LINES - 1] < lastPoem()));
    }

    /** Whether they are the Japanese of a poem in English that follows. */
    private boolean isJapanese(int[] three) {
        return IntStream.of(three).mapToObj(this::text).allMatch(Romaji::is)
                && groups.stream()
                        .flatMap(List::stream)
                        .anyMatch(stanza -> stanza.size() == LINES
                                && stanza.getFirst() > three[LINES - 1]
                                && stanza.stream().map(this::text).noneMatch(Romaji::is));
    }

    private boolean stanzaAfter(int line) {
        return groups.stream()
                .flatMap(List::stream)
                .anyMatch(stanza -> stanza.size() == LINES && stanza.getFirst() > line);
    }

    private boolean talks(IntStream three) {
        return three.mapToObj(this::text)
                        .filter(text -> Talk.is(text) || Chatter.opensAnswer(text))
                        .count()
                > 1;
    }

    /** The first line of the last stanza that has the form and does not talk; 0 when there is none. */
    private int lastPoem() {
        if (lastPoem == UNKNOWN) {
            lastPoem = groups.stream()
                    .flatMap(List::stream)
                    .filter(stanza -> stanza.size() == LINES
                            && fits(stanza)
                            && !talks(stanza.stream().mapToInt(line -> line)))
                    .mapToInt(List::getFirst)
                    .max()
                    .orElse(0);
        }
        return lastPoem;
    }

    /** Three lines and two of verse, and nothing else: a tanka or another poem of five lines. */
    private boolean isTanka(List<List<Integer>> group) {
        return group.size() == 2
                && group.getFirst().size() == LINES
                && group.getLast().size() == 2
                && !isAfterwords(group.getLast());
    }

    /** A stanza without what stands before and after its poem; the stanza itself when it cannot be told. */
    private List<Integer> bare(List<Integer> stanza) {
        if (stanza.size() <= LINES || stanza.size() > MOST_IN_STANZA) {
            return stanza;
        }
        List<Integer> first = List.of();
        for (int start = 0; start <= stanza.size() - LINES; start++) {
            List<Integer> before = stanza.subList(0, start);
            List<Integer> after = stanza.subList(start + LINES, stanza.size());
            boolean opened = before.isEmpty() || opens(before) || (start == 1 && isTitle(stanza.subList(0, LINES + 1)));
            if (opened && (after.isEmpty() || isAfterwords(after))) {
                List<Integer> poem = stanza.subList(start, start + LINES);
                if (fits(poem)) {
                    return poem;
                }
                first = first.isEmpty() ? poem : first;
            }
        }
        if (!first.isEmpty()) {
            return first;
        }
        return isRowOfPoems(stanza) ? stanza.subList(0, LINES) : stanza;
    }

    private boolean fits(List<Integer> three) {
        return form.fits(three.stream().map(this::text).toList());
    }

    /** Lines before a poem in its paragraph: the last ends with a colon, or all talk. */
    private boolean opens(List<Integer> before) {
        return text(before.getLast()).endsWith(":") || before.stream().allMatch(line -> Talk.is(text(line)));
    }

    /** Lines after a poem in its paragraph: a signature, a farewell, an explanation; but not the end of a tanka. */
    private boolean isAfterwords(List<Integer> after) {
        List<String> texts = after.stream().map(this::text).toList();
        if (after.size() == 2 && form.reachAll(texts, TANKA_END)) {
            return false;
        }
        RawLine first = lines.get(after.getFirst());
        if (Chatter.closes(first) || Talk.is(first.text())) {
            return true;
        }
        boolean talked = texts.stream().anyMatch(Talk::is) || Chatter.closes(lines.get(after.getLast()));
        return texts.stream().allMatch(Talk::isSentence)
                && (talked || texts.stream().allMatch(text -> text.length() > LONG_FOR_VERSE));
    }

    private boolean isTitle(List<Integer> stanza) {
        RawLine first = lines.get(stanza.getFirst());
        List<RawLine> rest = stanza.stream().skip(1).map(lines::get).toList();
        if (first.marked() && rest.stream().noneMatch(RawLine::marked)) {
            return true;
        }
        boolean titled = Chatter.isTitleCase(first.text());
        boolean setApart = first.text().endsWith(":") || titled;
        return setApart
                && (rest.stream().noneMatch(line -> Chatter.isTitleCase(line.text()))
                        || (titled && form.fits(rest.stream().map(RawLine::text).toList())));
    }

    /** Poems without a blank line between them, each in the form. */
    private boolean isRowOfPoems(List<Integer> stanza) {
        if (stanza.size() % LINES != 0) {
            return false;
        }
        return IntStream.range(0, stanza.size() / LINES)
                .allMatch(poem -> fits(stanza.subList(poem * LINES, poem * LINES + LINES)));
    }

    private String text(int line) {
        return lines.get(line).text();
    }

    private static int[] indexes(List<Integer> stanza) {
        return IntStream.range(0, stanza.size()).map(stanza::get).toArray();
    }
}
