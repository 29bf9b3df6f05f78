package org.kukai.annotation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hibernate.Session;

import org.kukai.annotation.ActivePoems.Poem;
import org.kukai.statistics.ActivePairing;
import org.kukai.statistics.ActivePairing.Asked;
import org.kukai.statistics.ActivePairing.Couple;
import org.kukai.statistics.Bout;
import org.kukai.statistics.PairsAhead;
import org.kukai.statistics.Prior;

/**
 * Chooses the pairs of an active round a few at a time: {@link ActivePairing} looks at all that was said and asked so far.
 * The poems that it compares are settled when the round is opened, whole prompts where there is room for them.
 */
final class ActivePairs {
    private static final double USUAL_ODDS_OF_A_TIE = 0.3;
    private static final int AT_ONCE = 1000;

    private ActivePairs() {}

    /** Chooses the poems and the first pairs, which compare every poem once; the number of pairs, 0 when there are no poems. */
    static int begin(PairBatch batch, Round round, RoundDraft draft, Instant now) {
        int compared = ActivePoems.settle(round, ActiveExtent.of(draft));
        Integer asked = draft.rules().poems();
        int poems = asked == null ? compared : asked;
        return add(batch, round, (poems + 1) / 2, now);
    }

    /**
     * The next pairs: so many, and at least one for each prompt that has none open; or as many as the batch and the poems still have.
     * The batch is done when there are no more.
     */
    static int add(PairBatch batch, Round round, int wanted, Instant now) {
        List<Poem> poems = ActivePoems.of(round);
        int[] groups = ActivePoems.groups(poems);
        List<Asked> asked = asked(round, poems);
        int most = Math.min(Math.max(wanted, PairsAhead.idle(groups, asked)), batch.wanted - batch.made);
        List<Couple> couples = pairing(round.votesPerPair, round.id).next(groups, asked, most);
        insert(round, poems, couples);
        batch.made += couples.size();
        if (couples.size() < most || batch.made == batch.wanted) {
            batch.doneAt = now;
        }
        return couples.size();
    }

    /** How a round with that seed chooses. */
    static ActivePairing pairing(int votesPerPair, UUID seed) {
        return new ActivePairing(
                Prior.USUAL.withTie(USUAL_ODDS_OF_A_TIE), votesPerPair, seed.getLeastSignificantBits());
    }

    private static List<Asked> asked(Round round, List<Poem> poems) {
        Map<UUID, Integer> numbers = new HashMap<>();
        poems.forEach(poem -> numbers.put(poem.id(), numbers.size()));
        List<Object[]> rows = session()
                .createNativeQuery("""
                        select p.first_id, p.second_id, p.firsts, p.ties + p.neithers, p.seconds, p.wanted - p.votes
                        from pair p
                             join round_poem one on one.round_id = p.round_id and one.haiku_id = p.first_id
                             join round_poem other on other.round_id = p.round_id and other.haiku_id = p.second_id
                        where p.round_id = :round and p.part > 0""", Object[].class)
                .setParameter("round", round.id)
                .getResultList();
        List<Asked> asked = new ArrayList<>(rows.size());
        for (Object[] row : rows) {
            Integer first = numbers.get(row[0]);
            Integer second = numbers.get(row[1]);
            if (first != null && second != null) {
                asked.add(new Asked(
                        new Bout(first, second, number(row[2]), number(row[3]), number(row[4])), number(row[5])));
            }
        }
        return asked;
    }

    /** Which of the two is the first is drawn: the choice goes through poems in the order of their age. */
    private static void insert(Round round, List<Poem> poems, List<Couple> couples) {
        for (int from = 0; from < couples.size(); from += AT_ONCE) {
            List<Couple> few = couples.subList(from, Math.min(from + AT_ONCE, couples.size()));
            session()
                    .createNativeQuery("""
                            insert into pair (id, round_id, position, part, prompt_id, first_id, second_id, wanted)
                            select uuid7(), :round, :behind + place, 1 + (:behind + place - 1) % :parts, h.prompt_id,
                                   case when drawn then one else other end, case when drawn then other else one end, :votes
                            from unnest(cast(:ones as uuid[]), cast(:others as uuid[])) with ordinality c (one, other, place)
                                 join haiku h on h.id = one
                                 cross join lateral (
                                     select md5(cast(one as text) || cast(:round as text) || cast(other as text)) < '8' as drawn) dice""", Integer.class)
                    .setParameter("round", round.id)
                    .setParameter("behind", round.pairs + from)
                    .setParameter("parts", round.rules.parts())
                    .setParameter("votes", round.votesPerPair)
                    .setParameter(
                            "ones",
                            ids(few.stream().map(c -> poems.get(c.first())).toList()))
                    .setParameter(
                            "others",
                            ids(few.stream().map(c -> poems.get(c.second())).toList()))
                    .executeUpdate();
        }
    }

    private static String[] ids(List<Poem> poems) {
        return poems.stream().map(poem -> poem.id().toString()).toArray(String[]::new);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static Session session() {
        return Round.getEntityManager().unwrap(Session.class);
    }
}
