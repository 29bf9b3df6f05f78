package org.kukai.annotation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Which poems an active round compares: whole prompts while there is room for them, in an order that follows from a seed. */
final class ActivePoems {
    /** Cost grows with the cube of the poems of one prompt. */
    private static final int OF_A_PROMPT = 60;

    private static final String KEPT = """
            with asked as (
                select id from prompt where split = 'TRAIN' order by md5(:seed || cast(id as text)) limit :prompts),
            pool as (
                select distinct on (h.prompt_id, h.fingerprint) h.id, h.prompt_id,
                       md5(:seed || cast(h.id as text)) as dice
                from haiku h join asked p on p.id = h.prompt_id
                where h.text <> ''
                  and not exists (select 1 from withdrawn_haiku w where w.haiku_id = h.id)
                order by h.prompt_id, h.fingerprint, h.id),
            placed as (
                select *, row_number() over (partition by prompt_id order by dice) as place,
                       count(*) over (partition by prompt_id) as many
                from pool),
            counted as (
                select *, row_number() over walk as number, sum(place - 1) over walk as pairs, sum(place % 2) over walk as once,
                       case when place <= 2 or least(many, :most) <= :whole then place else 1 end as together_with
                from placed where many > 1 and place <= :most
                window walk as (order by {order}, prompt_id, place)),
            kept as (
                select *, count(*) over (partition by prompt_id) as together from counted
                where number <= :limit and once <= :once
                  and (number - together_with < :poems
                       or pairs - (place - 1 + place - together_with) * together_with / 2 < :pairs))
            """;

    /** In which order prompts are taken. */
    enum Order {
        DRAWN("md5(:seed || cast(prompt_id as text))"),
        FEWEST_POEMS_FIRST("least(many, :most)"),
        MOST_POEMS_FIRST("-least(many, :most)");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    private ActivePoems() {}

    /** A poem and its prompt. */
    record Poem(UUID id, UUID prompt) {}

    /** Settles which poems a round compares; returns how many. */
    static int settle(Round round, ActiveExtent extent) {
        return kept(Order.DRAWN, """
                        insert into round_poem (round_id, haiku_id, prompt_id)
                        select cast(:round as uuid), id, prompt_id from kept where together > 1""", extent)
                .setParameter("seed", round.id.toString())
                .setParameter("prompts", Integer.MAX_VALUE)
                .setParameter("round", round.id.toString())
                .executeUpdate();
    }

    /** Those of a round, but for what was withdrawn since. */
    static List<Poem> of(Round round) {
        return poems(session()
                .createNativeQuery("""
                        select p.haiku_id, p.prompt_id from round_poem p where p.round_id = :round
                          and not exists (select 1 from withdrawn_haiku w where w.haiku_id = p.haiku_id)
                        order by p.haiku_id""", Object[].class)
                .setParameter("round", round.id)
                .getResultList());
    }

    /** Which poems a round with that seed would compare; only so many prompts are looked at. */
    static List<Poem> supposing(String seed, ActiveExtent extent, int prompts) {
        return poems(kept(Order.DRAWN, "select id, prompt_id from kept where together > 1 order by id", extent)
                .setParameter("seed", seed)
                .setParameter("prompts", prompts)
                .getResultList());
    }

    /** How many pairs the poems of a round have when prompts are taken in that order: fewest and most whatever is drawn. */
    static long pairs(Order order, ActiveExtent extent) {
        return ((Number) kept(order, "select cast(coalesce(sum(place - 1), 0) as bigint), 0 from kept", extent)
                        .setParameter("seed", "")
                        .setParameter("prompts", Integer.MAX_VALUE)
                        .getSingleResult()[0])
                .longValue();
    }

    private static NativeQuery<Object[]> kept(Order order, String end, ActiveExtent extent) {
        return session()
                .createNativeQuery(KEPT.replace("{order}", order.sql) + end, Object[].class)
                .setParameter("poems", extent.poems())
                .setParameter("pairs", extent.pairs())
                .setParameter("once", extent.once())
                .setParameter("limit", extent.most())
                .setParameter("whole", extent.whole())
                .setParameter("most", OF_A_PROMPT);
    }

    /** The number of each poem's prompt. */
    static int[] groups(List<Poem> poems) {
        Map<UUID, Integer> numbers = new HashMap<>();
        return poems.stream()
                .mapToInt(poem -> numbers.computeIfAbsent(poem.prompt(), prompt -> numbers.size()))
                .toArray();
    }

    private static List<Poem> poems(List<Object[]> rows) {
        return rows.stream().map(row -> new Poem((UUID) row[0], (UUID) row[1])).toList();
    }

    private static Session session() {
        return Round.getEntityManager().unwrap(Session.class);
    }
}
