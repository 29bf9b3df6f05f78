package org.kukai.generation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.kukai.haiku.Haiku;

/** Watches runs, for those who watch them on a page. */
@ApplicationScoped
public class RunMonitor {
    private static final int MOST_GROUPS = 20;

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
        Counts counts = entities.createNativeQuery("""
                        select count(*) filter (where a.state = 'COMPLETED'),
                               count(*) filter (where a.state = 'FAILED'),
                               count(*) filter (where a.state = 'CANCELLED'),
                               count(*) filter (where a.state = 'PLANNED' and a.tries > 0),
                               count(*) filter (where h.score = 4),
                               coalesce(sum(a.prompt_tokens), 0),
                               coalesce(sum(a.completion_tokens), 0),
                               count(*) filter (where a.finished_at > :late),
                               min(a.finished_at) filter (where a.finished_at > :late)
                        from attempt a left join haiku h on h.id = a.haiku_id
                        where a.run_id = :run""", Counts.class)
                .setParameter("run", run.id)
                .setParameter("late", now.minus(Progress.WINDOW))
                .getSingleResult();
        return Progress.of(run, counts, now);
    }

    /** Why attempts failed, or went wrong and are to be tried again, the commonest reason first; what a server said in quotes does not make it another reason. */
    @Transactional
    public List<FailureGroup> failures(Run run) {
        return entities.createNativeQuery("""
                        select g.retrying, g.kind, g.n, g.example, p.id, p.text
                        from (select state = 'PLANNED' as retrying, split_part(reason, '“', 1) as kind, count(*) as n,
                                     min(reason) as example,
                                     (array_agg(prompt_id))[1] as prompt_id
                              from attempt where run_id = :run and reason is not null and state in ('FAILED', 'PLANNED')
                              group by 1, 2) g
                        join prompt p on p.id = g.prompt_id
                        order by g.n desc, g.kind, g.retrying limit :most""", FailureGroup.class)
                .setParameter("run", run.id)
                .setParameter("most", MOST_GROUPS)
                .getResultList();
    }

    /** The haiku that came last. */
    @Transactional
    public List<Haiku> latest(Run run, int most) {
        return entities.createQuery(
                        "select h from Attempt a join Haiku h on h.id = a.haikuId join fetch h.prompt"
                                + " where a.runId = :run order by h.id desc",
                        Haiku.class)
                .setParameter("run", run.id)
                .setMaxResults(most)
                .getResultList();
    }

    /** How the scores 0 to 4 are spread among the run's haiku; empty lists never: five counts. */
    @Transactional
    public List<Long> scores(UUID run) {
        return entities.createNativeQuery(
                        "select count(a.id) from generate_series(0, 4) s left join"
                                + " (select x.id, h.score from attempt x join haiku h on h.id = x.haiku_id where x.run_id = :run) a"
                                + " on a.score = s group by s order by s",
                        Long.class)
                .setParameter("run", run)
                .getResultList();
    }
}
