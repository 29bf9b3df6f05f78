package org.kukai.haiku;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.kukai.syllable.Syllables;
import org.kukai.syllable.WordCount;

/**
 * A word judged by hand.
 *
 * @param usual the counts that may be the usual one; mostly one
 * @param wanted the counts that must be accepted
 * @param allowed the counts that may be accepted besides
 */
record HandCheckedWord(String word, Set<Integer> usual, Set<Integer> wanted, Set<Integer> allowed) {

    /** What a counter says of it; a word like "3 a.m." is a short line. */
    record Answer(int usual, Set<Integer> counts) {

        static Answer of(Syllables syllables, String text) {
            int usual = 0;
            Set<Integer> sums = Set.of(0);
            for (WordCount word : syllables.line(text)) {
                usual += word.usual();
                Set<Integer> next = new TreeSet<>();
                sums.forEach(sum -> word.counts().forEach(count -> next.add(sum + count)));
                sums = next;
            }
            return new Answer(usual, sums);
        }

        @Override
        public String toString() {
            return usual + " of " + counts;
        }
    }

    static List<HandCheckedWord> read(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(HandCheckedWord::parse)
                .toList();
    }

    private static HandCheckedWord parse(String line) {
        String[] cells = line.split("\t", -1);
        Set<Integer> usual = new TreeSet<>();
        Set<Integer> wanted = new TreeSet<>();
        Set<Integer> allowed = new TreeSet<>();
        for (String cell : cells[1].split(" ", -1)) {
            boolean maybe = cell.startsWith("?");
            for (String count : cell.replace("?", "").split("=", -1)) {
                (maybe ? allowed : wanted).add(Integer.valueOf(count));
            }
            if (usual.isEmpty()) {
                usual.addAll(wanted);
            }
        }
        return new HandCheckedWord(cells[0], usual, wanted, allowed);
    }

    boolean usualRight(Answer answer) {
        return usual.contains(answer.usual());
    }

    boolean setRight(Answer answer) {
        return answer.counts().containsAll(wanted)
                && answer.counts().stream().allMatch(count -> wanted.contains(count) || allowed.contains(count));
    }

    @Override
    public String toString() {
        return "%s: usual %s, accepted %s%s"
                .formatted(word, usual, wanted, allowed.isEmpty() ? "" : ", maybe " + allowed);
    }
}
