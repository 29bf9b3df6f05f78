package org.kukai.prompt.writing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.kukai.prompt.StarterSet;

/** The calls of prompt runs: which there are, which is next, and how each ended. Each change holds only while the call is planned. */
@ApplicationScoped
class CallTable {
    /** Topics that one answer is asked for. */
    private static final int TOPICS_A_CALL = 20;
    /** Calls for topics above what a model needs that never repeats itself. */
    private static final int SPARE_CALLS = 3;

    private static final int EXAMPLES = 5;

    private final Session entities;
    private final Clock clock;

    CallTable(Session entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void planForTopics(UUID run, int topics) {
        entities.createNativeMutationQuery("""
                        insert into prompt_call (id, run_id, kind, position, sample, state)
                        select uuid7(), :run, 'TOPICS', i, 0, 'PLANNED' from generate_series(0, :last) i
                        on conflict do nothing""")
                .setParameter("run", run)
                .setParameter("last", Math.ceilDiv(topics, TOPICS_A_CALL) + SPARE_CALLS - 1)
                .executeUpdate();
    }

    int planForRequests(UUID run) {
        return entities.createNativeMutationQuery("""
                        insert into prompt_call (id, run_id, kind, position, sample, state)
                        select uuid7(), r.id, 'REQUESTS', t.position, s, 'PLANNED'
                        from prompt_run r join prompt_run_topic t on t.run_id = r.id
                            cross join generate_series(0, r.answers_per_topic - 1) s
                        where r.id = :run
                        on conflict do nothing""").setParameter("run", run).executeUpdate();
    }

    /** Adds those topics that the run does not have yet, as long as it wants more; tells how many it has then. */
    int addTopics(PromptRun run, List<Topic> fresh) {
        entities.flush();
        entities.createNativeMutationQuery("""
                        insert into prompt_run_topic (run_id, position, topic, topic_key)
                        select :run, :next + row_number() over (order by min(place)) - 1, min(topic), key
                        from unnest(cast(:topics as text[]), cast(:keys as text[])) with ordinality as given (topic, key, place)
                        where not exists (select 1 from prompt_run_topic t where t.run_id = :run and t.topic_key = given.key)
                        group by key order by min(place) limit :room""")
                .setParameter("run", run.id)
                .setParameter("next", run.topics)
                .setParameter("topics", fresh.stream().map(Topic::text).toArray(String[]::new))
                .setParameter("keys", fresh.stream().map(Topic::key).toArray(String[]::new))
                .setParameter("room", run.topicsWanted - run.topics)
                .executeUpdate();
        return entities.createNativeQuery("select count(*) from prompt_run_topic where run_id = :run", Long.class)
                .setParameter("run", run.id)
                .getSingleResult()
                .intValue();
    }

    /** What may be asked now: topics one call at a time, for each is told those before; then requests. */
    @Transactional
    List<Due> due(Turn turn, int most) {
        PromptRun run = PromptRun.byId(turn.run());
        if (!run.isTurn(turn.number())) {
            return List.of();
        }
        if (any(run.id, "PLANNED", "TOPICS")) {
            return rows(run.id, "TOPICS", 1).stream()
                    .map(row -> forTopics(run, row))
                    .toList();
        }
        return rows(run.id, "REQUESTS", most).stream()
                .map(row -> forRequests(run, row))
                .toList();
    }

    private List<Object[]> rows(UUID run, String kind, int most) {
        return entities.createNativeQuery("""
                        select c.id, c.tries, coalesce(t.topic, '')
                        from prompt_call c left join prompt_run_topic t
                            on c.kind = 'REQUESTS' and t.run_id = c.run_id and t.position = c.position
                        where c.run_id = :run and c.kind = :kind and c.state = 'PLANNED'
                            and (c.not_before is null or c.not_before <= :now)
                        order by c.sample, c.position limit :most""", Object[].class)
                .setParameter("run", run)
                .setParameter("kind", kind)
                .setParameter("now", clock.instant())
                .setParameter("most", most)
                .getResultList();
    }

    private Due forTopics(PromptRun run, Object[] row) {
        List<String> known = entities.createNativeQuery(
                        "select topic from prompt_run_topic where run_id = :run order by position desc limit :most",
                        String.class)
                .setParameter("run", run.id)
                .setParameter("most", Instructions.TOPICS_SHOWN)
                .getResultList();
        int wanted = Math.min(TOPICS_A_CALL, run.topicsWanted - run.topics);
        return new Due((UUID) row[0], true, (Integer) row[1], Instructions.forTopics(wanted, run.theme, known), "");
    }

    private static Due forRequests(PromptRun run, Object[] row) {
        String topic = (String) row[2];
        String request = Instructions.forRequests(run.settings.perTopic(), topic, StarterSet.examples(topic, EXAMPLES));
        return new Due((UUID) row[0], false, (Integer) row[1], request, topic);
    }

    boolean any(UUID run, String state, @Nullable String kind) {
        return entities.createNativeQuery(
                        "select exists (select 1 from prompt_call where run_id = :run and state = :state and"
                                + " (cast(:kind as text) is null or kind = :kind))",
                        Boolean.class)
                .setParameter("run", run)
                .setParameter("state", state)
                .setParameter("kind", kind)
                .getSingleResult();
    }

    /** How long to wait for the next call that is put off; empty when none is planned. */
    Optional<Duration> untilNextDue(UUID run) {
        Instant now = clock.instant();
        List<Instant> next = entities.createNativeQuery(
                        "select coalesce(not_before, :now) from prompt_call where run_id = :run and state = 'PLANNED'"
                                + " order by kind desc, 1 limit 1",
                        Instant.class)
                .setParameter("run", run)
                .setParameter("now", now)
                .getResultList();
        return next.stream().findFirst().map(due -> due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO);
    }

    /** Ends a planned call well; tells whether it was planned. */
    boolean complete(UUID call, Said said) {
        return end(call, "COMPLETED", null, said, null);
    }

    /** Gives a planned call up. */
    boolean fail(UUID call, String reason, Said said) {
        return end(call, "FAILED", reason, said, null);
    }

    /** Puts a planned call off. */
    boolean putOff(UUID call, String reason, Said said, Duration pause) {
        return end(call, "PLANNED", reason, said, clock.instant().plus(pause));
    }

    private boolean end(UUID call, String state, @Nullable String reason, Said said, @Nullable Instant notBefore) {
        return entities.createNativeMutationQuery("""
                                update prompt_call set state = :state, reason = :reason, tries = tries + 1, calls = calls + 1,
                                    not_before = cast(:before as timestamptz), raw = coalesce(:raw, raw),
                                    request_id = coalesce(:request, request_id),
                                    latency_millis = coalesce(cast(:latency as integer), latency_millis),
                                    prompt_tokens = prompt_tokens + :asked, completion_tokens = completion_tokens + :answered,
                                    finished_at = case when :state <> 'PLANNED' then cast(:now as timestamptz) end
                                where id = :call and state = 'PLANNED'""")
                        .setParameter("call", call)
                        .setParameter("state", state)
                        .setParameter("reason", reason)
                        .setParameter("before", notBefore)
                        .setParameter("raw", said.raw())
                        .setParameter("request", said.requestId())
                        .setParameter("latency", said.latencyMillis())
                        .setParameter("asked", said.promptTokens())
                        .setParameter("answered", said.completionTokens())
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                > 0;
    }

    /** Plans anew what failed, and topics when there are none yet; tells how many calls that makes. */
    int planAgain(UUID run) {
        return entities.createNativeMutationQuery("""
                        update prompt_call c set state = 'PLANNED', tries = 0, not_before = null, finished_at = null
                        from prompt_run r
                        where c.run_id = :run and r.id = c.run_id
                            and (c.state = 'FAILED' or c.kind = 'TOPICS' and r.topics = 0)""").setParameter("run", run).executeUpdate();
    }

    /** What is planned of that kind, or of any, never will be asked. */
    void cancel(UUID run, @Nullable String kind) {
        entities.createNativeMutationQuery(
                        "update prompt_call set state = 'CANCELLED', not_before = null, finished_at = :now where run_id ="
                                + " :run and state = 'PLANNED' and (cast(:kind as text) is null or kind = :kind)")
                .setParameter("run", run)
                .setParameter("kind", kind)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
