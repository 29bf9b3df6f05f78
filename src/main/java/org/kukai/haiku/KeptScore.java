package org.kukai.haiku;

import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The score that is kept with a haiku, for what goes through all of them in the order of their ids.
 *
 * @param text null where the score is of the version that was asked for already
 */
public record KeptScore(
        UUID id,
        @Nullable String text,
        int score,
        boolean strict575,
        @Nullable String problem) {
    /** The next ones after that id, which is null at the beginning; the texts of those that another version has scored. */
    public static List<KeptScore> after(@Nullable UUID id, String version, int most) {
        List<Object[]> rows = Haiku.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select id, case when scorer <> :version then text end, score, strict575, problem from haiku"
                                + " where id > :after order by id limit :most",
                        Object[].class)
                .setParameter("version", version)
                .setParameter("after", id == null ? new UUID(0, 0) : id)
                .setParameter("most", most)
                .getResultList();
        return rows.stream().map(KeptScore::of).toList();
    }

    private static KeptScore of(Object[] row) {
        return new KeptScore(
                (UUID) row[0], (String) row[1], ((Number) row[2]).intValue(), (Boolean) row[3], (String) row[4]);
    }

    /**
     * The score of the same text by another verdict; the reason why it is no poem stays where it was known better, such as that
     * an answer was cut.
     */
    public KeptScore by(Verdict verdict) {
        String reason = verdict.problem() == null || problem == null ? verdict.problem() : problem;
        return new KeptScore(id, text, verdict.score(), verdict.strict575(), reason);
    }

    /** Writes these scores with the version that gave them, in one statement. */
    public static void store(List<KeptScore> scores, String version) {
        if (scores.isEmpty()) {
            return;
        }
        Haiku.getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery(
                        "update haiku set score = fresh.score, strict575 = fresh.strict575, problem = fresh.problem,"
                                + " scorer = :version from unnest(:ids, :scores, :stricts, :problems)"
                                + " as fresh (id, score, strict575, problem) where haiku.id = fresh.id")
                .setParameter("version", version)
                .setParameter("ids", scores.stream().map(KeptScore::id).toArray(UUID[]::new))
                .setParameter(
                        "scores",
                        scores.stream().map(kept -> (short) kept.score).toArray(Short[]::new))
                .setParameter(
                        "stricts", scores.stream().map(KeptScore::strict575).toArray(Boolean[]::new))
                .setParameter(
                        "problems", scores.stream().map(KeptScore::problem).toArray(String[]::new))
                .executeUpdate();
    }
}
