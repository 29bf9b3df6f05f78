package org.kukai.generation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/**
 * Hands out a run's samples to the workers of all nodes, each to one: those that are to be tried again first, then what a dead worker left,
 * then what nobody has begun. Every method is one short transaction.
 */
@ApplicationScoped
class Claims {
    /** When so many wait to be tried again, nothing new is begun: a dead server costs no more than these. */
    private static final int BACKLOG = 1_000;

    private static final String IS_RUNNING =
            "exists (select from run r join run_model m on m.run_id = r.id and m.place = :place"
                    + " where r.id = :run and r.status = 'RUNNING' and m.parked is null and m.dropped_at is null)";

    private final Session entities;
    private final Clock clock;

    Claims(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Takes up to about so many samples for one of the run's models; none when nothing is due, or the run or the model is halted. */
    @Transactional
    List<Claim> take(UUID run, int place, UUID worker, int most) {
        List<Claim> claims = new ArrayList<>(due(run, place, worker, most));
        UUID block = Ids.next();
        if (claims.size() < most
                && (adopt(run, place, worker, block) || begin(run, place, worker, block, most - claims.size()))) {
            claims.addAll(ofBlock(block, place));
        }
        return claims;
    }

    private List<Claim> due(UUID run, int place, UUID worker, int most) {
        return entities.createNativeQuery("""
                        with due as (
                            select id from attempt
                            where run_id = :run and model_place = :place and state = 'PLANNED' and worker is null
                              and (not_before is null or not_before <= :now) and\s""" + IS_RUNNING + """

                            order by not_before nulls first limit :most for update skip locked)
                        update attempt a set worker = :worker from due, prompt p
                        where a.id = due.id and p.id = a.prompt_id
                        returning a.id, a.prompt_id, p.text, a.sample, a.tries, a.slowdowns""", Object[].class)
                .setParameter("run", run)
                .setParameter("place", place)
                .setParameter("now", clock.instant())
                .setParameter("worker", worker)
                .setParameter("most", most)
                .getResultStream()
                .map(row -> new Claim(
                        (UUID) row[0],
                        (UUID) row[1],
                        (String) row[2],
                        place,
                        (int) row[3],
                        (int) row[4],
                        (int) row[5],
                        null))
                .toList();
    }

    // Materialised: a subquery may be run again for each row, and would then find another free block each time.
    private boolean adopt(UUID run, int place, UUID worker, UUID block) {
        return entities.createNativeMutationQuery("""
                        with free as materialized (
                            select id from run_block where run_id = :run and place = :place and worker is null
                            and\s""" + IS_RUNNING + """

                            limit 1 for update skip locked)
                        update run_block b set id = :block, worker = :worker from free where b.id = free.id""")
                        .setParameter("run", run)
                        .setParameter("place", place)
                        .setParameter("worker", worker)
                        .setParameter("block", block)
                        .executeUpdate()
                > 0;
    }

    private boolean begin(UUID run, int place, UUID worker, UUID block, int most) {
        return entities.createNativeMutationQuery("""
                        with lot as (
                            select place, number, next from run_lot
                            where run_id = :run and place = :place and open and next < size and\s""" + IS_RUNNING + """
                              and (select count(*) from (select from attempt where run_id = :run and model_place = :place
                                   and state = 'PLANNED' limit :backlog) waiting) < :backlog
                            order by number limit 1 for update),
                        taken as (
                            update run_lot l set next = least(l.size, l.next + :most) from lot
                            where l.run_id = :run and l.place = lot.place and l.number = lot.number
                            returning l.number, lot.next as first, l.next as past)
                        insert into run_block (id, run_id, place, number, first, past, worker)
                        select :block, :run, :place, number, first, past, :worker from taken where past > first""")
                        .setParameter("run", run)
                        .setParameter("place", place)
                        .setParameter("worker", worker)
                        .setParameter("block", block)
                        .setParameter("most", most)
                        .setParameter("backlog", BACKLOG)
                        .executeUpdate()
                > 0;
    }

    /** The samples of a block, without those that a former owner has stored; a block that has none left is removed. */
    private List<Claim> ofBlock(UUID id, int place) {
        Block block = new Block(id);
        List<Claim> claims = entities.createNativeQuery("""
                        select p.id, p.text, l.first_sample + i % l.samples as sample
                        from run_block b
                        join run_lot l using (run_id, place, number)
                        cross join generate_series(b.first, b.past - 1) i
                        join run_prompt c on c.run_id = b.run_id
                             and c.position = coalesce(l.positions[i / l.samples + 1], l.first_position + i / l.samples)
                        join prompt p on p.id = c.prompt_id
                        where b.id = :block
                          and not exists (select from attempt a where a.run_id = b.run_id and a.prompt_id = p.id
                                          and a.model_place = b.place and a.sample = l.first_sample + i % l.samples)
                        order by i""", Object[].class)
                .setParameter("block", id)
                .getResultStream()
                .map(row -> new Claim(
                        Ids.next(), (UUID) row[0], (String) row[1], place, (int) row[2], 0, 0, block.withOneMore()))
                .toList();
        if (claims.isEmpty()) {
            entities.createNativeMutationQuery("delete from run_block where id = :block")
                    .setParameter("block", id)
                    .executeUpdate();
        }
        return claims;
    }

    /**
     * Frees what the worker has claimed for one of the models, and knows nothing of: the database went away before it could say that
     * it was claimed. Only for a worker that has nothing in hand.
     *
     * @return whether there was anything
     */
    @Transactional
    boolean free(UUID run, int place, UUID worker) {
        int freed = 0;
        for (String table : new String[] {
            "run_block set worker = null where run_id = :run and place = :place and worker = :worker",
            "attempt set worker = null where run_id = :run and model_place = :place and state = 'PLANNED' and worker = :worker"
        }) {
            freed += entities.createNativeMutationQuery("update " + table)
                    .setParameter("run", run)
                    .setParameter("place", place)
                    .setParameter("worker", worker)
                    .executeUpdate();
        }
        return freed > 0;
    }

    /** How long until a sample that waits is due; zero when one is due now, or when none waits. */
    @Transactional
    Duration untilNextDue(UUID run, int place) {
        Instant now = clock.instant();
        Object due = entities.createNativeQuery(
                        "select min(not_before) from attempt where run_id = :run and model_place = :place"
                                + " and state = 'PLANNED' and not_before > :now and worker is null",
                        Instant.class)
                .setParameter("run", run)
                .setParameter("place", place)
                .setParameter("now", now)
                .getSingleResultOrNull();
        return due == null ? Duration.ZERO : Duration.between(now, (Instant) due);
    }
}
