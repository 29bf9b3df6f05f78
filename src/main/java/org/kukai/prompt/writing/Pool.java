package org.kukai.prompt.writing;

import java.sql.Statement;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import org.kukai.prompt.PromptIntake;

/** The way of what was kept into the pool of prompts. */
@ApplicationScoped
class Pool {
    private final Session entities;
    private final Clock clock;

    Pool(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Adds what the run kept; what is like a prompt that came meanwhile is refused now, unless a person rescued it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Approval take(PromptRun run) {
        entities.flush();
        entities.doWork(connection -> {
            try (Statement lock = connection.createStatement()) {
                lock.execute(PromptIntake.LOCK);
            }
        });
        Likeness.demand(entities, run.settings.likeness());
        int like = change("""
                update written_prompt w set state = 'REFUSED', reason = 'DUPLICATE', like_text = l.text, likeness = l.score
                from (select c.id, p.text, p.score from written_prompt c cross join lateral (
                          select p.text, similarity(lower(p.text), lower(c.text)) as score from prompt p
                          where lower(p.text) % lower(c.text) order by score desc limit 1) p
                      where c.run_id = :run and c.state = 'KEPT' and not c.rescued) l
                where w.id = l.id""", run);
        int added = entities.createNativeMutationQuery("""
                        insert into prompt (id, text, text_key, split, topic, source, created_at)
                        select uuid7(), text, text_key, split, topic, :source, :now from written_prompt
                        where run_id = :run and state = 'KEPT' order by id
                        on conflict (text_key) do nothing""")
                .setParameter("run", run.id)
                .setParameter("source", run.asSource())
                .setParameter("now", clock.instant())
                .executeUpdate();
        entities.createNativeMutationQuery("""
                        update written_prompt w set state = 'APPROVED', prompt_id = p.id
                        from prompt p
                        where w.run_id = :run and w.state = 'KEPT' and p.text_key = w.text_key and p.source = :source
                            and not exists (select 1 from written_prompt other where other.prompt_id = p.id)""")
                .setParameter("run", run.id)
                .setParameter("source", run.asSource())
                .executeUpdate();
        int same = change("""
                update written_prompt w set state = 'REFUSED', reason = 'DUPLICATE', like_text = p.text, likeness = 1
                from prompt p where w.run_id = :run and w.state = 'KEPT' and p.text_key = w.text_key""", run);
        entities.clear();
        return new Approval(added, like + same);
    }

    private int change(String statement, PromptRun run) {
        return entities.createNativeMutationQuery(statement)
                .setParameter("run", run.id)
                .executeUpdate();
    }
}
