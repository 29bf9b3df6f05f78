package org.kukai.generation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

import org.kukai.RefusedException;
import org.kukai.haiku.Haiku;
import org.kukai.haiku.ScoreCounts;

/** All haiku, as admins look at them: filtered, counted by score, and one after the other. */
public final class HaikuStore {
    private static final int BATCH = 2_000;
    private static final int SCORES = 5;

    /** The writer is looked up for each haiku by index, which a plain join of the view would not do. */
    private static final String DETAILS = """
            select h.id, h.prompt_id, p.text, h.text as poem, h.score, h.strict575, h.chatter, h.problem, w.model, w.run_id, i.import_id,
                   w.raw, (select count(*) from haiku d where d.fingerprint = h.fingerprint)
            from chosen join haiku h on h.id = chosen.id join prompt p on p.id = h.prompt_id
                left join lateral (select * from authorship a where a.haiku_id = h.id limit 1) w on true
                left join imported_haiku i on i.haiku_id = h.id
            order by h.id desc""";

    private HaikuStore() {}

    /** A part of them, the newest first. */
    public static List<Candidate> newestFirst(HaikuFilter filter, int offset, int limit) {
        return rows(filter, null, offset, limit);
    }

    private static List<Candidate> rows(HaikuFilter filter, @Nullable UUID before, int offset, int limit) {
        NativeQuery<Object[]> query = entities()
                .createNativeQuery(
                        "with chosen as materialized (select h.id from haiku h where " + filter.where()
                                + (before == null ? "" : " and h.id < :before")
                                + " order by h.id desc offset :offset limit :limit) " + DETAILS,
                        Object[].class);
        filter.values().forEach(query::setParameter);
        if (before != null) {
            query.setParameter("before", before);
        }
        return Candidate.of(query.setParameter("offset", offset)
                .setParameter("limit", limit)
                .getResultList());
    }

    /** How many there are of each score. */
    public static ScoreCounts counts(HaikuFilter filter) {
        NativeQuery<Object[]> query = entities()
                .createNativeQuery(
                        "select h.score, count(*) from haiku h where " + filter.where() + " group by h.score",
                        Object[].class);
        filter.values().forEach(query::setParameter);
        long[] counts = new long[SCORES];
        query.getResultList().forEach(row -> counts[((Number) row[0]).intValue()] = ((Number) row[1]).longValue());
        return new ScoreCounts(
                IntStream.range(0, SCORES).mapToObj(s -> counts[s]).toList());
    }

    /** All of them, the newest first, a batch at a time, each in a transaction of its own: what comes meanwhile is left out. */
    public static void forEach(HaikuFilter filter, Consumer<Candidate> use) {
        UUID before = null;
        List<Candidate> batch;
        do {
            UUID last = before;
            batch = QuarkusTransaction.requiringNew().call(() -> rows(filter, last, 0, BATCH));
            batch.forEach(use);
            before = batch.isEmpty() ? null : batch.getLast().id();
        } while (batch.size() == BATCH);
    }

    static Optional<Candidate> byId(UUID id) {
        return Candidate.of(entities()
                        .createNativeQuery("with chosen as (select cast(:id as uuid) as id) " + DETAILS, Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** Everybody who has written one, by name. */
    public static List<String> writers() {
        return entities()
                .createNativeQuery(
                        "select model_name from run_model union select model_name from run union"
                                + " select model from imported_haiku order by 1",
                        String.class)
                .getResultList();
    }

    /** Refuses with a {@link RefusedException} a filter by something that does not exist. */
    public static void check(HaikuFilter filter) {
        require(
                filter.model(),
                "select exists (select 1 from model where name = :it) or exists (select 1 from run_model where model_name = :it)"
                        + " or exists (select 1 from run where model_name = :it)"
                        + " or exists (select 1 from imported_haiku where model = :it)",
                "There is no model named “%s”, and none of that name has written a haiku.");
        require(filter.run(), "select exists (select 1 from run where id = :it)", "There is no run %s.");
        require(filter.prompt(), "select exists (select 1 from prompt where id = :it)", "There is no prompt %s.");
        require(
                filter.fromImport(),
                "select exists (select 1 from haiku_import where id = :it)",
                "There is no import of candidates %s.");
    }

    private static void require(@Nullable Object value, String exists, String otherwise) {
        if (value != null
                && !entities()
                        .createNativeQuery(exists, Boolean.class)
                        .setParameter("it", value)
                        .getSingleResult()) {
            throw new RefusedException(RefusedException.Kind.INVALID, otherwise.formatted(value));
        }
    }

    private static Session entities() {
        return Haiku.getEntityManager().unwrap(Session.class);
    }
}
