package org.kukai.haiku;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.kukai.haiku.RawLine.Role;

/** The lines of an answer that may be verse, in stanzas (between blank lines) and groups of stanzas (between anything else). */
final class Stanzas {

    private static final int LINES = 3;
    private static final int MOST_SINGLES = 6;
    private static final int UNKNOWN = -1;

    private final List<RawLine> lines;
    private final Paragraph paragraph;
    private final List<List<List<Integer>>> groups = new ArrayList<>();
    private int lastPoem = UNKNOWN;

    private Stanzas(List<RawLine> lines, Form form) {
        this.lines = lines;
        this.paragraph = new Paragraph(lines, form);
        boolean short3 = lines.stream().filter(RawLine::isVerse).count() == LINES;
        List<List<Integer>> group = new ArrayList<>();
        List<Integer> stanza = new ArrayList<>();
        for (int i = 0; i <= lines.size(); i++) {
            Role role = i == lines.size() ? Role.RULE : lines.get(i).role();
            boolean prose = role == Role.VERSE && !short3 && lines.get(i).isProse();
            if (role == Role.VERSE && !prose) {
                stanza.add(i);
            } else if (role != Role.NOTE) {
                if (!stanza.isEmpty() && !isAnnouncedOtherwise(stanza)) {
                    group.add(stanza);
                }
                stanza = stanza.isEmpty() ? stanza : new ArrayList<>();
                if (role != Role.BLANK && !group.isEmpty()) {
                    groups.add(group);
                    group = new ArrayList<>();
                }
            }
        }
    }

    /** Whether it begins with <i>Plan:</i> or <i>A few questions first:</i>, or stands below such a line. */
    private boolean isAnnouncedOtherwise(List<Integer> stanza) {
        int first = stanza.getFirst();
        int before = first - 1;
        while (before >= 0 && lines.get(before).text().isEmpty()) {
            before--;
        }
        return (stanza.size() > LINES && Heading.announcesNoPoem(text(first)))
                || (before >= 0 && Heading.announcesNoPoem(text(before)));
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
            return isTitled(all) ? new int[0] : indexes(all);
        }
        if (isTanka(group)) {
            return new int[0];
        }
        List<Integer> english = Romaji.english(all, this::text);
        if (english.size() == LINES) {
            return indexes(english);
        }
        for (List<Integer> stanza : group) {
            List<Integer> bare = stanza.size() == LINES ? stanza : paragraph.bare(stanza);
            if (bare.size() == LINES && !isTitled(bare) && !isTalkBeforePoem(indexes(bare))) {
                return indexes(bare);
            }
        }
        boolean singles = group.stream().allMatch(stanza -> stanza.size() == 1);
        List<Integer> bare = singles && all.size() <= MOST_SINGLES ? paragraph.bare(all) : List.of();
        return bare.size() == LINES ? indexes(bare) : new int[0];
    }

    /** Whether the first of three is emphasised and the others are not, as a title right above two verses is. */
    private boolean isTitled(List<Integer> three) {
        return lines.get(three.getFirst()).isEmphasised()
                && three.stream().skip(1).noneMatch(line -> lines.get(line).hasEmphasis());
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
                            && paragraph.fits(stanza)
                            && !talks(stanza.stream().mapToInt(line -> line)))
                    .mapToInt(List::getFirst)
                    .max()
                    .orElse(0);
        }
        return lastPoem;
    }

    /** Three lines and two of verse, and nothing else: a tanka or another poem of five lines. */
    private boolean isTanka(List<List<Integer>> group) {
        boolean titled = group.size() == LINES
                && group.getFirst().size() == 1
                && lines.get(group.getFirst().getFirst()).marked();
        List<List<Integer>> stanzas = titled ? group.subList(1, LINES) : group;
        return stanzas.size() == 2
                && stanzas.getFirst().size() == LINES
                && stanzas.getLast().size() == 2
                && !paragraph.isAfterwords(stanzas.getLast());
    }

    private String text(int line) {
        return lines.get(line).text();
    }

    private static int[] indexes(List<Integer> stanza) {
        return IntStream.range(0, stanza.size()).map(stanza::get).toArray();
    }
}
