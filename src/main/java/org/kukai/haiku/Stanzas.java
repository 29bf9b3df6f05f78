package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.kukai.haiku.RawLine.Role;

/** The lines of an answer that may be verse, in stanzas (between blank lines) and groups of stanzas (between anything else). */
final class Stanzas {

    private static final int LINES = 3;

    private final List<RawLine> lines;
    private final List<List<List<Integer>>> groups = new ArrayList<>();

    private Stanzas(List<RawLine> lines) {
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

    static Stanzas of(List<RawLine> lines) {
        return new Stanzas(lines);
    }

    /** The indexes of the poem's three lines, or none. */
    int[] choose() {
        for (List<List<Integer>> group : groups) {
            int[] chosen = choose(group);
            if (chosen.length == LINES) {
                return chosen;
            }
        }
        List<Integer> all =
                groups.stream().flatMap(List::stream).flatMap(List::stream).toList();
        boolean lines3 = all.size() == LINES && groups.size() > 1;
        return lines3 ? indexes(all) : new int[0];
    }

    private int[] choose(List<List<Integer>> group) {
        List<Integer> all = group.stream().flatMap(List::stream).toList();
        if (all.size() == LINES) {
            return indexes(all);
        }
        if (isTanka(group)) {
            return new int[0];
        }
        for (List<Integer> stanza : group) {
            List<Integer> bare = stanza.size() == LINES ? stanza : withoutEnds(stanza);
            if (bare.size() == LINES) {
                return indexes(bare);
            }
        }
        boolean singles = group.stream().allMatch(stanza -> stanza.size() == 1);
        List<Integer> bare = singles && all.size() <= LINES + 2 ? withoutEnds(all) : List.of();
        return bare.size() == LINES ? indexes(bare) : new int[0];
    }

    /** Three lines and two, and nothing else: a tanka, not a haiku with an afterthought. */
    private static boolean isTanka(List<List<Integer>> group) {
        return group.size() == 2
                && group.getFirst().size() == LINES
                && group.getLast().size() == 2;
    }

    /** A stanza without a title before it and a signature or farewell after it. */
    private List<Integer> withoutEnds(List<Integer> stanza) {
        List<Integer> bare = stanza;
        while (bare.size() > LINES && Chatter.closes(lines.get(bare.getLast()))) {
            bare = bare.subList(0, bare.size() - 1);
        }
        return bare.size() == LINES + 1 && isTitle(bare) ? bare.subList(1, bare.size()) : bare;
    }

    private boolean isTitle(List<Integer> stanza) {
        RawLine first = lines.get(stanza.getFirst());
        List<RawLine> rest = stanza.stream().skip(1).map(lines::get).toList();
        if (first.marked() && rest.stream().noneMatch(RawLine::marked)) {
            return true;
        }
        boolean setApart = first.text().endsWith(":") || Chatter.isTitleCase(first.text());
        return setApart && rest.stream().noneMatch(line -> Chatter.isTitleCase(line.text()));
    }

    private static int[] indexes(List<Integer> stanza) {
        return IntStream.range(0, stanza.size()).map(stanza::get).toArray();
    }
}
