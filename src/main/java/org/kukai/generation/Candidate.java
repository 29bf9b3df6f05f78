package org.kukai.generation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Query;

import org.jspecify.annotations.Nullable;

import org.kukai.haiku.Haiku;

/**
 * A haiku with who wrote it, for admins alone: model, run and raw answer are null for what was not generated here.
 *
 * @param raw the answer as the model gave it
 */
public record Candidate(
        UUID id,
        UUID promptId,
        String prompt,
        String text,
        int score,
        @Nullable String model,
        @Nullable UUID runId,
        @Nullable String raw) {
    private static final String FROM =
            " from haiku h join prompt p on p.id = h.prompt_id left join authorship a on a.haiku_id = h.id";
    private static final String FILTER =
            " where (:score < 0 or h.score = :score) and (:model = '' or a.model = :model)";

    /** The haiku of this identifier. */
    public static Optional<Candidate> byId(UUID id) {
        return rows(query(" where h.id = :id").setParameter("id", id)).stream().findFirst();
    }

    /** The newest first; without a score or a model, of any. */
    public static List<Candidate> newestFirst(@Nullable Integer score, @Nullable String model, int offset, int limit) {
        Query query =
                query(FILTER + " order by h.id desc").setFirstResult(offset).setMaxResults(limit);
        return rows(filtered(query, score, model));
    }

    /** How many there are of them. */
    public static long count(@Nullable Integer score, @Nullable String model) {
        Query query = Haiku.getEntityManager().createNativeQuery("select count(*)" + FROM + FILTER, Long.class);
        return (Long) filtered(query, score, model).getSingleResult();
    }

    private static Query query(String rest) {
        return Haiku.getEntityManager()
                .createNativeQuery(
                        "select h.id, h.prompt_id, p.text, h.text, h.score, a.model, a.run_id, a.raw" + FROM + rest,
                        Object[].class);
    }

    private static Query filtered(Query query, @Nullable Integer score, @Nullable String model) {
        return query.setParameter("score", score == null ? -1 : score)
                .setParameter("model", model == null ? "" : model);
    }

    @SuppressWarnings("unchecked") // a native query has no type
    private static List<Candidate> rows(Query query) {
        return ((List<Object[]>) query.getResultList())
                .stream().map(Candidate::of).toList();
    }

    private static Candidate of(Object[] row) {
        return new Candidate(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).intValue(),
                (String) row[5],
                (UUID) row[6],
                (String) row[7]);
    }
}
