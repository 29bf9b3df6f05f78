package org.kukai.prompt.writing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hibernate.Session;

import org.kukai.prompt.Wording;

/**
 * What a candidate is too much like: a prompt of the pool, or one that its own run kept. Similarity is that of
 * PostgreSQL's {@code pg_trgm}: shared trigrams over all trigrams of the two texts, found by index.
 *
 * @param similarity 0 to 1; 1 for the same words
 */
record Likeness(String text, float similarity) {
    private static final String NEAREST = """
            select text, score from (
                (select p.text, 1.0 as score from prompt p where p.text_key = :key)
                union all
                (select w.text, 1.0 from written_prompt w
                 where w.run_id = :run and w.text_key = :key and w.state <> 'REFUSED' limit 1)
                union all
                (select p.text, similarity(lower(p.text), :words) as score from prompt p
                 where lower(p.text) % :words order by score desc limit 1)
                union all
                (select w.text, similarity(lower(w.text), :words) as score from written_prompt w
                 where lower(w.text) % :words and w.run_id = :run and w.state <> 'REFUSED' order by score desc limit 1)
            ) found order by score desc limit 1""";

    /** From which similarity on the operator {@code %} finds a text, until the transaction ends. */
    static void demand(Session entities, double threshold) {
        entities.createNativeQuery(
                        "select set_config('pg_trgm.similarity_threshold', cast(:threshold as text), true)",
                        String.class)
                .setParameter("threshold", String.valueOf(threshold))
                .getSingleResult();
    }

    /** The one nearest to the text; empty when none is as near as was demanded. */
    static Optional<Likeness> find(Session entities, UUID run, String text) {
        List<Object[]> nearest = entities.createNativeQuery(NEAREST, Object[].class)
                .setParameter("key", Wording.keyOf(text))
                .setParameter("words", Wording.normalise(text))
                .setParameter("run", run)
                .getResultList();
        return nearest.stream().findFirst().map(row -> new Likeness((String) row[0], ((Number) row[1]).floatValue()));
    }
}
