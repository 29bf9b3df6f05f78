package org.kukai.generation;

import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Samples of a run that went wrong in the same way, and one of them in full. They are counted as they are stored.
 *
 * @param kind the reason without what differs from call to call
 * @param failed how many were given up
 * @param retrying how many are to be tried again
 * @param attemptId the example's
 */
public record FailureGroup(
        String kind,
        long failed,
        long retrying,
        String example,
        @Nullable UUID attemptId,
        @Nullable String prompt) {
    private static final int MOST = 20;

    /** Those of a run, the commonest first; at most 20. */
    static List<FailureGroup> of(UUID run) {
        return Run.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select g.kind, g.failed, g.retrying, g.example, g.attempt_id, p.text
                        from (select kind, sum(failed) as failed, sum(retrying) as retrying, min(example) as example,
                                     (array_agg(attempt_id order by attempt_id))[1] as attempt_id
                              from run_failure where run_id = :run and failed + retrying > 0 group by kind
                              order by sum(failed + retrying) desc, kind limit :most) g
                        left join attempt a on a.id = g.attempt_id
                        left join prompt p on p.id = a.prompt_id
                        order by g.failed + g.retrying desc, g.kind""", FailureGroup.class)
                .setParameter("run", run)
                .setParameter("most", MOST)
                .getResultList();
    }
}
