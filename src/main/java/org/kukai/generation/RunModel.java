package org.kukai.generation;

import java.util.List;
import java.util.UUID;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * One of the models that a run asks, and what has come of it, counted as it is stored.
 *
 * @param place 0 for the first
 * @param name the model's name at the time, for the record
 * @param calls how many calls were made
 * @param failed samples that were given up
 * @param score0 haiku of score 0, and so on
 * @param latencyMillis of all calls together, those that failed included
 * @param planned how many samples it is to make
 * @param parked why it is not asked until a person says so; null when it is asked
 * @param dropped whether a person took it out of the run; what it made stays
 * @param unpricedTokens those that it took while nobody had said a price
 */
public record RunModel(
        UUID runId,
        int place,
        UUID modelId,
        String name,
        long calls,
        long failed,
        long score0,
        long score1,
        long score2,
        long score3,
        long score4,
        long promptTokens,
        long completionTokens,
        long latencyMillis,
        int planned,
        @Nullable String parked,
        boolean dropped,
        long unpricedTokens) {
    /** The models of these runs, each run's in their order. */
    public static List<RunModel> of(List<UUID> runs) {
        return Run.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select run_id, cast(place as integer), model_id, model_name, calls, cast(failed as bigint),
                               cast(score_0 as bigint), cast(score_1 as bigint), cast(score_2 as bigint),
                               cast(score_3 as bigint), cast(score_4 as bigint),
                               prompt_tokens, completion_tokens, latency_millis,
                               planned, parked, dropped_at is not null, unpriced_tokens
                        from run_model where run_id in (:runs) order by run_id, place""", RunModel.class)
                .setParameter("runs", runs)
                .getResultList();
    }

    /** The models of a run, in their order. */
    public static List<RunModel> of(UUID run) {
        return of(List.of(run));
    }

    /** The names of all models that runs have asked, in their order. */
    public static List<String> names() {
        return Run.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select distinct model_name from run_model order by 1", String.class)
                .getResultList();
    }

    /** Samples that became haiku. */
    public long completed() {
        return score0 + score1 + score2 + score3 + score4;
    }

    public long ended() {
        return completed() + failed;
    }

    /** Whether it is asked, or waits for samples to be asked: neither parked, nor dropped, nor done. */
    public boolean isOpen() {
        return parked == null && !dropped && !isDone();
    }

    /** Whether every sample that was planned has ended. */
    public boolean isDone() {
        return ended() >= planned;
    }

    /** Whether it waits for a person. */
    public boolean isParked() {
        return parked != null && !dropped && !isDone();
    }

    /** How it stands, as the API and pages spell it: {@code open}, {@code done}, {@code parked} or {@code dropped}. */
    public String state() {
        if (dropped) {
            return "dropped";
        }
        if (isDone()) {
            return "done";
        }
        return parked == null ? "open" : "parked";
    }

    /** Samples that never will be, as it was dropped first. */
    public long cancelled() {
        return dropped ? Math.max(0, planned - ended()) : 0;
    }

    public long tokens() {
        return promptTokens + completionTokens;
    }

    /** Haiku that are 5-7-5. */
    public long correct575() {
        return score4;
    }

    /** How many haiku have the scores 0 to 4. */
    public List<Long> scores() {
        return List.of(score0, score1, score2, score3, score4);
    }

    /** From 0 to 1; 0 while there is no haiku. */
    public double correctShare() {
        return completed() == 0 ? 0 : (double) score4 / completed();
    }

    /** From 0 to 4; 0 while there is no haiku. */
    public double meanScore() {
        return completed() == 0 ? 0 : (score1 + 2.0 * score2 + 3.0 * score3 + 4.0 * score4) / completed();
    }
}
