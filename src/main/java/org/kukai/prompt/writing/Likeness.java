package org.kukai.prompt.writing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import org.kukai.prompt.Wording;

/**
 * What a candidate is too much like: a prompt of the pool, or one that its own run kept. Similarity is that of
 * PostgreSQL's {@code pg_trgm}: shared trigrams over all trigrams of the two texts, found by index.
 *
 * @param similarity 0 to 1; 1 for the same words
 */
record Likeness(String text, float similarity) {
    /** Among the prompts of the pool; {@code docs/benchmarks.md} says what it takes. */
    static final String IN_THE_POOL = """
            select text, score from (
                (select p.text, 1.0 as score from prompt p where p.text_key = :key)
                union all
                (select p.text, similarity(lower(p.text), :words) as score from prompt p
                 where lower(p.text) % :words order by score desc limit 1)
            ) found order by score desc limit 1""";

    // Not “run_id =”, or the run would be read to its end by that index, and the trigrams of each of its texts made.
    static final String IN_THE_RUN = """
            select text, score from (
                (select w.text, 1.0 as score from written_prompt w
                 where w.run_id = :run and w.text_key = :key and w.state <> 'REFUSED' limit 1)
                union all
                (select w.text, similarity(lower(w.text), :words) as score from written_prompt w
                 where lower(w.text) % :words and w.run_id is not distinct from :run and w.state <> 'REFUSED'
                 order by score desc limit 1)
            ) found order by score desc limit 1""";

    /**
     * From which similarity on the operator {@code %} finds a text, until the transaction ends. It is expensive where it is not answered
     * by the index, which PostgreSQL does not know: it would read a table of some thousand texts from end to end.
     */
    static void demand(Session entities, double threshold) {
        entities.createNativeQuery(
                        "select set_config('pg_trgm.similarity_threshold', cast(:threshold as text), true),"
                                + " set_config('enable_seqscan', 'off', true)",
                        Object[].class)
                .setParameter("threshold", String.valueOf(threshold))
                .getSingleResult();
    }

    /** The prompt of the pool that is nearest to the text; empty when none is as near as was demanded. */
    static Optional<Likeness> inThePool(Session entities, String text) {
        return nearest(entities.createNativeQuery(IN_THE_POOL, Object[].class), text);
    }

    /** The same among what the run has kept. */
    static Optional<Likeness> inTheRun(Session entities, UUID run, String text) {
        return nearest(entities.createNativeQuery(IN_THE_RUN, Object[].class).setParameter("run", run), text);
    }

    private static Optional<Likeness> nearest(NativeQuery<Object[]> query, String text) {
        List<Object[]> nearest = query.setParameter("key", Wording.keyOf(text))
                .setParameter("words", Wording.normalise(text))
                .getResultList();
        return nearest.stream().findFirst().map(row -> new Likeness((String) row[0], ((Number) row[1]).floatValue()));
    }

    /** The nearer of two. */
    static Optional<Likeness> nearer(Optional<Likeness> one, Optional<Likeness> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.comparingDouble(Likeness::similarity));
    }
}
