package org.kukai.prompt.writing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hibernate.Session;

/**
 * How far a prompt run is.
 *
 * @param planned calls in all, as far as they are known: those for requests are planned when there are topics
 * @param made calls that were made, further tries of the same one included
 * @param answered calls that were answered well
 * @param failed calls given up
 * @param kept candidates that were kept, those in the pool included
 * @param approved candidates that are in the pool
 * @param dropped candidates that a person took out
 * @param refused the others, by reason; only reasons that occur
 */
public record RunTally(
        long planned,
        long made,
        long answered,
        long failed,
        long promptTokens,
        long completionTokens,
        long kept,
        long approved,
        long dropped,
        Map<RefusalReason, Long> refused) {

    /** At this moment. */
    public static RunTally of(UUID run) {
        Session entities = PromptRun.getEntityManager().unwrap(Session.class);
        Object[] calls = entities.createNativeQuery("""
                        select count(*) filter (where state <> 'CANCELLED'), count(*) filter (where state = 'COMPLETED'),
                               count(*) filter (where state = 'FAILED'),
                               coalesce(sum(prompt_tokens), 0), coalesce(sum(completion_tokens), 0), coalesce(sum(calls), 0)
                        from prompt_call where run_id = :run""", Object[].class)
                .setParameter("run", run)
                .getSingleResult();
        List<Object[]> written = entities.createNativeQuery(
                        "select state, case when state = 'REFUSED' then reason end, count(*) from written_prompt"
                                + " where run_id = :run group by 1, 2",
                        Object[].class)
                .setParameter("run", run)
                .getResultList();
        Map<WrittenState, Long> states = new EnumMap<>(WrittenState.class);
        Map<RefusalReason, Long> refused = new EnumMap<>(RefusalReason.class);
        for (Object[] row : written) {
            WrittenState state = WrittenState.valueOf((String) row[0]);
            states.merge(state, number(row[2]), Long::sum);
            if (row[1] != null) {
                refused.put(RefusalReason.valueOf((String) row[1]), number(row[2]));
            }
        }
        long approved = states.getOrDefault(WrittenState.APPROVED, 0L);
        return new RunTally(
                number(calls[0]),
                number(calls[5]),
                number(calls[1]),
                number(calls[2]),
                number(calls[3]),
                number(calls[4]),
                states.getOrDefault(WrittenState.KEPT, 0L) + approved,
                approved,
                states.getOrDefault(WrittenState.DROPPED, 0L),
                refused);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    public long ended() {
        return answered + failed;
    }

    public long allRefused() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Candidates in all. */
    public long written() {
        return kept + dropped + allRefused();
    }

    /** How many would go into the pool now. */
    public long toApprove() {
        return kept - approved;
    }
}
