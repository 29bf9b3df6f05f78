package org.kukai.testing;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Haiku for tests, written to the database as a finished run leaves them: with a prompt, a score and, where asked for, a
 * model. Names and texts are unique, so that tests do not meet; a round of {@code model-vs-model} over two models of
 * {@link #duel} holds nothing but their poems.
 */
public final class Poems {
    private Poems() {}

    /** Two models, and one prompt after another that each has answered with one poem: as many pairs as asked for. */
    public record Duel(String one, String other, List<UUID> prompts) {
        public List<String> models() {
            return List.of(one, other);
        }
    }

    public static Duel duel(int pairs) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Duel duel = new Duel(
                "sparrow-" + mark,
                "heron-" + mark,
                IntStream.range(0, pairs).mapToObj(i -> prompt("TRAIN")).toList());
        QuarkusTransaction.requiringNew().run(() -> {
            UUID oneRun = run(duel.one());
            UUID otherRun = run(duel.other());
            for (UUID prompt : duel.prompts()) {
                attribute(haiku(prompt, 4), oneRun, prompt);
                attribute(haiku(prompt, 2), otherRun, prompt);
            }
        });
        return duel;
    }

    /** What nobody may learn from a blind pair of these: models, and the ids of runs, prompts, haiku and pairs. */
    @SuppressWarnings("unchecked")
    public static List<String> secretsOf(Duel duel) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery("""
                        with written as (
                            select w.run_id, w.model, w.haiku_id, w.attempt_id, h.prompt_id
                            from authorship w join haiku h on h.id = w.haiku_id where w.model in (?1, ?2))
                        select model from written union select cast(run_id as text) from written
                        union select cast(haiku_id as text) from written union select cast(attempt_id as text) from written
                        union select cast(p.id as text) from pair p join written on haiku_id in (first_id, second_id)
                        union select cast(prompt_id as text) from written""")
                        .setParameter(1, duel.one())
                        .setParameter(2, duel.other())
                        .getResultList());
    }

    /** Sorts behind all that were made before, as the ids of the application do. */
    private static UUID later() {
        return (UUID) QuarkusTransaction.joiningExisting()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery("select uuid7()", UUID.class)
                        .getSingleResult());
    }

    /** A prompt with a text of its own; split is TRAIN or HELD_OUT. */
    public static UUID prompt(String split) {
        UUID id = later();
        QuarkusTransaction.joiningExisting()
                .run(() -> execute(
                        "insert into prompt (id, text, text_key, split, source, created_at)"
                                + " values (?1, ?2, ?2, ?3, 'test', now())",
                        id,
                        "Write a haiku about moss on stone " + UUID.randomUUID(),
                        split));
        return id;
    }

    /** A poem of that score with words of its own. */
    public static UUID haiku(UUID prompt, int score) {
        UUID id = later();
        return haiku(prompt, score, "an old silent pond\na frog jumps into the pond\nword " + id, id.toString());
    }

    public static UUID haiku(UUID prompt, int score, String text, String fingerprint) {
        UUID id = later();
        QuarkusTransaction.joiningExisting()
                .run(() -> execute(
                        "insert into haiku (id, prompt_id, text, score, strict575, chatter, scorer, fingerprint, created_at)"
                                + " values (?1, ?2, ?3, ?4, false, false, 'test', ?5, now())",
                        id,
                        prompt,
                        text,
                        score,
                        fingerprint));
        return id;
    }

    /** So many poems with one text, told apart by their fingerprints alone; in the order in which they sort. */
    @SuppressWarnings("unchecked")
    public static List<UUID> copies(UUID prompt, int score, String text, int many) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery("""
                        insert into haiku (id, prompt_id, text, score, strict575, chatter, scorer, fingerprint, created_at)
                        select uuid7(), ?1, ?2, ?3, false, false, 'test', cast(gen_random_uuid() as text), now()
                        from generate_series(1, ?4) returning id""", UUID.class)
                        .setParameter(1, prompt)
                        .setParameter(2, text)
                        .setParameter(3, score)
                        .setParameter(4, many)
                        .getResultList());
    }

    /** A finished run of a model of that name. */
    public static UUID run(String model) {
        UUID id = later();
        QuarkusTransaction.joiningExisting()
                .run(() -> execute(
                        "insert into run (id, model_id, model_name, status, samples_per_prompt, temperature, max_tokens,"
                                + " max_in_flight, system_template, user_template, created_at)"
                                + " values (?1, (select id from model where name = 'composer'), ?2, 'COMPLETED', 1, 0.7,"
                                + " 128, 8, '', '', now())",
                        id,
                        model));
        return id;
    }

    /** Says that the run wrote the haiku. */
    public static void attribute(UUID haiku, UUID run, UUID prompt) {
        QuarkusTransaction.joiningExisting()
                .run(() -> execute(
                        "insert into attempt (id, run_id, prompt_id, sample, state, raw, haiku_id, finished_at)"
                                + " values (?1, ?2, ?3, (select count(*) from attempt where run_id = ?2 and prompt_id = ?3),"
                                + " 'COMPLETED', 'raw', ?4, now())",
                        later(),
                        run,
                        prompt,
                        haiku));
    }

    private static void execute(String sql, Object... values) {
        var query = Panache.getEntityManager().createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }
}
