package org.kukai.annotation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hibernate.Session;

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
                select *, row_number() over (order by md5(:seed || cast(prompt_id as text)), prompt_id, place) as number
                from placed where many > 1 and place <= :most),
            kept as (
                select *, count(*) over (partition by prompt_id) as together from counted where number <= :poems)
            """;

    private ActivePoems() {}

    /** A poem and its prompt. */
    record Poem(UUID id, UUID prompt) {}

    /** Settles which poems a round compares, so many at most. */
    static void settle(Round round, int poems) {
        Round.getEntityManager()
                .createNativeQuery(KEPT + """
                        insert into round_poem (round_id, haiku_id, prompt_id)
                        select :round, id, prompt_id from kept where together > 1""")
                .setParameter("seed", round.id.toString())
                .setParameter("prompts", Integer.MAX_VALUE)
                .setParameter("round", round.id)
                .setParameter("poems", poems)
                .setParameter("most", OF_A_PROMPT)
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
    static List<Poem> supposing(String seed, int poems, int prompts) {
        return poems(session()
                .createNativeQuery(
                        KEPT + "select id, prompt_id from kept where together > 1 order by id", Object[].class)
                .setParameter("seed", seed)
                .setParameter("prompts", prompts)
                .setParameter("poems", poems)
                .setParameter("most", OF_A_PROMPT)
                .getResultList());
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
