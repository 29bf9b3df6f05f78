package org.kukai.generation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.kukai.llm.Model;

/** What a run is to make: its prompts, its models, and the lots that are worked off. A few rows, however many samples they stand for. */
@ApplicationScoped
class Plan {
    private final Session entities;

    Plan(Session entities) {
        this.entities = entities;
    }

    /** Fixes the run's prompts; returns how many. */
    @Transactional(Transactional.TxType.MANDATORY)
    int choose(UUID run, PromptSelection selection) {
        return selection
                .bind(entities.createNativeMutationQuery(
                        "insert into run_prompt (run_id, prompt_id, position) select :run, id, row_number() over (order by mixed) from"
                                + " (select p.id, md5(p.id::text) as mixed from prompt p"
                                + selection.where()
                                + " order by mixed limit cast(:most as integer)) chosen"))
                .setParameter("run", run)
                .setParameter("most", selection.limit())
                .executeUpdate();
    }

    /** Fixes the run's models, in this order. */
    @Transactional(Transactional.TxType.MANDATORY)
    void models(UUID run, List<Model> models) {
        for (int place = 0; place < models.size(); place++) {
            entities.createNativeMutationQuery("insert into run_model (run_id, place, model_id, model_name)"
                            + " values (:run, :place, :model, :name)")
                    .setParameter("run", run)
                    .setParameter("place", place)
                    .setParameter("model", models.get(place).id)
                    .setParameter("name", models.get(place).name)
                    .executeUpdate();
        }
    }

    /** Adds so many samples of these prompts, by every model of the run that was not dropped, behind what is planned. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(UUID run, int firstPosition, int prompts, int firstSample, int samples, boolean open) {
        entities.createNativeMutationQuery("""
                        insert into run_lot (run_id, place, number, first_position, prompts, first_sample, samples, open)
                        select m.run_id, m.place,
                               (select coalesce(max(number) + 1, 0) from run_lot l where l.run_id = m.run_id and l.place = m.place),
                               :position, :prompts, :sample, :samples, :open
                        from run_model m where m.run_id = :run and m.dropped_at is null""")
                .setParameter("run", run)
                .setParameter("position", firstPosition)
                .setParameter("prompts", prompts)
                .setParameter("sample", firstSample)
                .setParameter("samples", samples)
                .setParameter("open", open)
                .executeUpdate();
        entities.createNativeMutationQuery(
                        "update run_model set planned = planned + :more where run_id = :run and dropped_at is null")
                .setParameter("run", run)
                .setParameter("more", prompts * samples)
                .executeUpdate();
    }

    /**
     * Adds so many samples of those of the run's prompts that have fewer 5-7-5 haiku than so, by every model of the run.
     *
     * @return how many prompts that are
     */
    @Transactional(Transactional.TxType.MANDATORY)
    int addWhereFewer(UUID run, int fewerThan, int firstSample, int samples, boolean open) {
        Integer[] positions = entities.createNativeQuery("""
                        select c.position from run_prompt c
                        where c.run_id = :run
                          and (select count(*) from haiku h where h.prompt_id = c.prompt_id and h.score = 4) < :fewer
                        order by c.position""", Integer.class)
                .setParameter("run", run)
                .setParameter("fewer", fewerThan)
                .getResultList()
                .toArray(Integer[]::new);
        if (positions.length > 0) {
            add(run, 1, positions.length, firstSample, samples, open);
            entities.createNativeMutationQuery("""
                            update run_lot l set positions = :positions
                            where run_id = :run and place in (select place from run_model where run_id = :run and dropped_at is null)
                              and number = (select max(number) from run_lot m
                                                              where m.run_id = l.run_id and m.place = l.place)""")
                    .setParameter("run", run)
                    .setParameter("positions", positions)
                    .executeUpdate();
        }
        return positions.length;
    }

    /** Whether a part of the run waits for a person. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean isPartlyClosed(UUID run) {
        return entities.createNativeQuery(
                        "select exists (select from run_lot join run_model using (run_id, place)"
                                + " where run_id = :run and not open and dropped_at is null)",
                        Boolean.class)
                .setParameter("run", run)
                .getSingleResult();
    }

    /** Opens the lots that wait for a person; tells whether there were any. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean open(UUID run) {
        return entities.createNativeMutationQuery("update run_lot set open = true where run_id = :run and not open")
                        .setParameter("run", run)
                        .executeUpdate()
                > 0;
    }

    /** Whether all that is open has ended, though more is planned; what stands still for another reason aside. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean waitsForAPerson(UUID run) {
        return entities.createNativeQuery("""
                        with asked as (select place from run_model where run_id = :run and parked is null and dropped_at is null)
                        select exists (select from run_lot join asked using (place) where run_id = :run and not open)
                               and not exists (select from run_lot join asked using (place) where run_id = :run and open and next < size)
                               and not exists (select from run_block join asked using (place) where run_id = :run)
                               and not exists (select from attempt join asked on place = model_place
                                               where run_id = :run and state = 'PLANNED')""", Boolean.class)
                .setParameter("run", run)
                .getSingleResult();
    }

    /** Marks what waits to be tried again as cancelled; nothing is begun any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void cancel(UUID run) {
        entities.createNativeMutationQuery("update attempt set state = 'CANCELLED', worker = null, not_before = null,"
                        + " finished_at = now() where run_id = :run and state = 'PLANNED'")
                .setParameter("run", run)
                .executeUpdate();
        entities.createNativeMutationQuery("update run_failure set retrying = 0 where run_id = :run")
                .setParameter("run", run)
                .executeUpdate();
        entities.createNativeMutationQuery("delete from run_block where run_id = :run")
                .setParameter("run", run)
                .executeUpdate();
    }

    /** The same for the models that were dropped from the run. */
    @Transactional(Transactional.TxType.MANDATORY)
    void cancelDropped(UUID run) {
        String dropped = "(select place from run_model where run_id = :run and dropped_at is not null)";
        entities.createNativeMutationQuery("update attempt set state = 'CANCELLED', worker = null, not_before = null,"
                        + " finished_at = now() where run_id = :run and state = 'PLANNED' and model_place in "
                        + dropped)
                .setParameter("run", run)
                .executeUpdate();
        entities.createNativeMutationQuery(
                        "update run_failure set retrying = 0 where run_id = :run and place in " + dropped)
                .setParameter("run", run)
                .executeUpdate();
        entities.createNativeMutationQuery("delete from run_block where run_id = :run and place in " + dropped)
                .setParameter("run", run)
                .executeUpdate();
    }

    /** Has what failed tried again, but for models that were dropped; returns how many samples that is. */
    @Transactional(Transactional.TxType.MANDATORY)
    int retryFailed(UUID run) {
        entities.createNativeMutationQuery("update run_model set failed = 0 where run_id = :run and dropped_at is null")
                .setParameter("run", run)
                .executeUpdate();
        entities.createNativeMutationQuery(
                        "update run_failure set retrying = retrying + failed, failed = 0 where run_id = :run and place in"
                                + " (select place from run_model where run_id = :run and dropped_at is null)")
                .setParameter("run", run)
                .executeUpdate();
        return entities.createNativeMutationQuery("update attempt set state = 'PLANNED', tries = 0, slowdowns = 0,"
                        + " not_before = null, finished_at = null where run_id = :run and state = 'FAILED' and model_place in"
                        + " (select place from run_model where run_id = :run and dropped_at is null)")
                .setParameter("run", run)
                .executeUpdate();
    }
}
