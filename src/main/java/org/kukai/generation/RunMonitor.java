package org.kukai.generation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.haiku.Haiku;

/** Watches runs, for those who watch them on a page. */
@ApplicationScoped
public class RunMonitor {
    /** What ended of late, since when, and how much waits to be tried again. */
    record Late(long ended, @Nullable Instant since, long retrying) {}

    private final Session entities;
    private final Clock clock;

    RunMonitor(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** How far the run is, at this moment. */
    @Transactional
    public Progress progress(Run run) {
        Instant now = clock.instant();
        Late late = entities.createNativeQuery("""
                        select cast(coalesce(sum(ended), 0) as bigint), min(at),
                               (select cast(coalesce(sum(retrying), 0) as bigint) from run_failure where run_id = :run)
                        from run_tempo where run_id = :run and at > :late""", Late.class)
                .setParameter("run", run.id)
                .setParameter("late", now.minus(Progress.WINDOW))
                .getSingleResult();
        return Progress.of(run, models(run), late, now);
    }

    /** The run's models and what each has made, in their order. */
    @Transactional
    public List<RunModel> models(Run run) {
        return RunModel.of(run.id);
    }

    /** Why attempts failed, or went wrong and are to be tried again, the commonest reason first. */
    @Transactional
    public List<FailureGroup> failures(Run run) {
        return FailureGroup.of(run.id);
    }

    /** The haiku that came last. */
    @Transactional
    public List<Haiku> latest(Run run, int most) {
        return entities.createQuery(
                        "select h from Attempt a join Haiku h on h.id = a.haikuId join fetch h.prompt"
                                + " where a.runId = :run order by a.haikuId desc",
                        Haiku.class)
                .setParameter("run", run.id)
                .setMaxResults(most)
                .getResultList();
    }

    /** How the scores 0 to 4 are spread among the run's haiku; empty lists never: five counts. */
    @Transactional
    public List<Long> scores(UUID run) {
        List<RunModel> models = RunModel.of(run);
        return IntStream.rangeClosed(0, 4)
                .mapToObj(score -> models.stream()
                        .mapToLong(model -> model.scores().get(score))
                        .sum())
                .toList();
    }
}
