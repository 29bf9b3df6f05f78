package org.kukai.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hibernate.Session;

import org.kukai.annotation.Round;
import org.kukai.statistics.Conformity.Seen;

/**
 * What each rater of a round said beside what others said of the same pairs. A pair's counts leave out who is excluded, so such
 * a rater's own vote is added to them.
 */
final class SeenVotes {
    private static final List<String> ANSWERS = List.of("FIRST", "SECOND", "TIE", "NEITHER");

    private SeenVotes() {}

    static Map<UUID, List<Seen>> of(Round round) {
        Map<UUID, List<Seen>> seen = new HashMap<>();
        for (Object[] row : Round.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select s.rater_id, s.preferred, s.weight > 0, p.firsts, p.seconds, p.ties, p.neithers, count(*)
                        from said_vote s join pair p on p.id = s.pair_id
                        where s.round_id = :round and p.votes + case when s.weight > 0 then 0 else 1 end > 1
                        group by 1, 2, 3, 4, 5, 6, 7""", Object[].class)
                .setParameter("round", round.id)
                .getResultList()) {
            int own = ANSWERS.indexOf((String) row[1]);
            List<Long> votes = new ArrayList<>();
            for (int answer = 0; answer < ANSWERS.size(); answer++) {
                boolean missing = answer == own && !((Boolean) row[2]);
                votes.add(((Number) row[3 + answer]).longValue() + (missing ? 1 : 0));
            }
            seen.computeIfAbsent((UUID) row[0], none -> new ArrayList<>())
                    .add(new Seen(votes, own, ((Number) row[7]).longValue()));
        }
        return seen;
    }
}
