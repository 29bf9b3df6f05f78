package org.kukai.annotation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.hibernate.Session;

/**
 * One part of a round: its pairs are shown to its raters only.
 *
 * @param number from 1
 * @param raters their names, in the order of the alphabet
 */
public record Part(int number, long pairs, List<String> raters) {
    private record Member(int part, String name) {}

    public Part {
        raters = List.copyOf(raters);
    }

    /** All parts of a round. Pairs are dealt out in turn, so parts differ by one pair at most. */
    public static List<Part> of(Round round) {
        int parts = round.rules.parts();
        Map<Integer, List<String>> raters = Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select p.part, a.name from participation p join account a on a.id = p.rater_id
                        where p.round_id = :round order by a.name""", Object[].class)
                .setParameter("round", round.id)
                .getResultStream()
                .map(row -> new Member(((Number) row[0]).intValue(), (String) row[1]))
                .collect(Collectors.groupingBy(Member::part, Collectors.mapping(Member::name, Collectors.toList())));
        return IntStream.rangeClosed(1, parts)
                .mapToObj(number -> new Part(
                        number,
                        round.pairs / parts + (number <= round.pairs % parts ? 1 : 0),
                        raters.getOrDefault(number, List.of())))
                .toList();
    }

    /** What keeps its pairs from getting their votes, to be told to an admin; empty when nothing does. */
    public String shortage(Round round) {
        if (pairs == 0 || raters.size() >= round.votesPerPair) {
            return "";
        }
        return raters.isEmpty()
                ? "Nobody votes on this part yet."
                : "Each pair wants " + round.votesPerPair + " raters, and this part has " + raters.size() + ".";
    }
}
