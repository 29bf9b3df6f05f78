package org.kukai.generation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** The rows by which nodes that work on a run know of each other. */
@ApplicationScoped
class Workers {
    /** How often somebody has said that he is there. */
    record Sign(UUID worker, long beats) {}

    /** How a run stands at a beat; {@code known} is false when the worker was taken for dead and has lost what it had claimed. */
    record Beat(RunStatus status, int turn, boolean budgeted, boolean known, List<Sign> signs) {}

    private final Session entities;

    Workers(Session entities) {
        this.entities = entities;
    }

    /** Enters a worker. */
    @Transactional
    UUID enter(UUID run) {
        UUID worker = Ids.next();
        entities.createNativeMutationQuery("insert into run_worker (id, run_id) values (:worker, :run)")
                .setParameter("worker", worker)
                .setParameter("run", run)
                .executeUpdate();
        return worker;
    }

    /** Says that the worker is there, and looks round. */
    @Transactional
    Beat beat(UUID run, UUID worker) {
        int known = entities.createNativeMutationQuery("update run_worker set beats = beats + 1 where id = :worker")
                .setParameter("worker", worker)
                .executeUpdate();
        Object[] state = entities.createNativeQuery(
                        "select status, turn, token_budget is not null or money_budget is not null from run where id = :run",
                        Object[].class)
                .setParameter("run", run)
                .getSingleResult();
        List<Sign> signs = entities.createNativeQuery(
                        "select id, beats from run_worker where run_id = :run", Sign.class)
                .setParameter("run", run)
                .getResultList();
        return new Beat(RunStatus.valueOf((String) state[0]), (int) state[1], (boolean) state[2], known == 1, signs);
    }

    /** Removes a worker that has been silent since this sign; what it had claimed is free again. */
    @Transactional
    boolean bury(Sign last) {
        return entities.createNativeMutationQuery("delete from run_worker where id = :worker and beats = :beats")
                        .setParameter("worker", last.worker())
                        .setParameter("beats", last.beats())
                        .executeUpdate()
                > 0;
    }

    /** Removes a worker; what it had claimed and not stored is free again. */
    @Transactional
    void leave(UUID worker) {
        entities.createNativeMutationQuery("delete from run_worker where id = :worker")
                .setParameter("worker", worker)
                .executeUpdate();
    }

    /** Removes all workers, of all runs, because nobody else can be there. */
    @Transactional
    int leaveAll() {
        return entities.createNativeMutationQuery("delete from run_worker").executeUpdate();
    }

    /** Forgets of a run's tempo what no page shows any more. */
    @Transactional
    void forgetTempo(UUID run) {
        entities.createNativeMutationQuery(
                        "delete from run_tempo where run_id = :run and at < now() - interval '5 minutes'")
                .setParameter("run", run)
                .executeUpdate();
    }

    /** Those that are to be worked on. */
    @Transactional
    List<UUID> activeRuns() {
        return entities.createNativeQuery(
                        "select id from run where status in ('QUEUED', 'RUNNING') order by id", UUID.class)
                .getResultList();
    }
}
