package org.kukai.generation;

import java.util.List;

import org.hibernate.Session;

/**
 * What a model has done over all its runs.
 *
 * @param haiku candidates of any score
 * @param correct those that are 5-7-5
 */
public record ModelRecord(String model, long haiku, long correct) {
    /** Every model that has written, the one with the largest correct share first. */
    public static List<ModelRecord> bestFirst() {
        return Run.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select w.model, count(*), count(*) filter (where h.score = 4)
                        from authorship w join haiku h on h.id = w.haiku_id
                        group by w.model
                        order by count(*) filter (where h.score = 4) * 1.0 / count(*) desc, w.model""", Object[].class)
                .getResultStream()
                .map(row ->
                        new ModelRecord((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                .toList();
    }

    /** From 0 to 1. */
    public double correctShare() {
        return haiku == 0 ? 0 : (double) correct / haiku;
    }
}
