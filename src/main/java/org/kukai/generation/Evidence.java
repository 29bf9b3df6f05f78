package org.kukai.generation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** What a model did of late: how long its answers were, how often it was asked again, and how it counts tokens. */
@ApplicationScoped
class Evidence {
    /**
     * The mean of a few hundred answers.
     *
     * @param answers how many they are; when 0, all else is 0 too
     * @param sameTemplates whether they were asked for with the same messages
     * @param calls for a sample, 1 or more
     * @param latencyMillis of a call
     * @param promptTokens for a character of the messages, as the model's server counts
     * @param answerTokens of a sample, those of answers that could not be used included
     */
    record Findings(
            long answers,
            boolean sameTemplates,
            double calls,
            double latencyMillis,
            double promptTokens,
            double answerTokens) {}

    private final Session entities;

    Evidence(Session entities) {
        this.entities = entities;
    }

    /** From the latest answers in its three latest runs, of those with the same messages where there are any. */
    @Transactional
    Findings of(UUID model, RunSettings settings) {
        return entities.createNativeQuery("""
                        with latest as (
                            select r.id, m.place, r.system_template, r.user_template,
                                   r.system_template = :system and r.user_template = :user as same
                            from run_model m join run r on r.id = m.run_id
                            where m.model_id = :model and m.score_0 + m.score_1 + m.score_2 + m.score_3 + m.score_4 > 0
                            order by 5 desc, r.id desc limit 3),
                        answers as (
                            select l.same, a.*, length(replace(l.system_template, :place, p.text))
                                                + length(replace(l.user_template, :place, p.text)) as letters
                            from latest l
                            cross join lateral (
                                select prompt_id, tries, latency_millis, prompt_tokens, completion_tokens from attempt a
                                where a.run_id = l.id and a.model_place = l.place and a.haiku_id is not null
                                order by a.haiku_id desc limit 200) a
                            join prompt p on p.id = a.prompt_id
                            where l.same or not exists (select from latest where same))
                        select count(*), coalesce(bool_and(same), false), cast(coalesce(avg(tries), 0) as double precision),
                               cast(coalesce(avg(latency_millis), 0) as double precision),
                               cast(coalesce(sum(prompt_tokens) / nullif(sum(letters * tries) filter (where prompt_tokens > 0), 0.0), 0)
                                    as double precision),
                               cast(coalesce(avg(completion_tokens), 0) as double precision)
                        from answers""", Findings.class)
                .setParameter("model", model)
                .setParameter("place", RunSettings.PLACE)
                .setParameter("system", settings.systemTemplate())
                .setParameter("user", settings.userTemplate())
                .getSingleResult();
    }
}
