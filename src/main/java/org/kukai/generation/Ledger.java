package org.kukai.generation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/**
 * Stores outcomes, many in one statement: attempts, tries that failed, haiku and counts, all or nothing. An answer that comes twice, or
 * after its run was cancelled or its model dropped from it, changes nothing. What a call costs is booked with it, at the price of this moment.
 */
@ApplicationScoped
class Ledger {
    // PostgreSQL works off what nobody reads from the last to the first: the rows that all batches have in common are
    // touched when all else
    // is done, so that a batch waits for another's commit alone.
    private static final String STORE = """
            with the_run as (select id from run where id = ? and status <> 'CANCELLED' for share),
            outcome as (
                select o.*, the_run.id as run_id, ?::timestamptz as now
                from unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::integer[], ?::boolean[], ?::smallint[], ?::text[], ?::text[], ?::bigint[],
                            ?::integer[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::integer[], ?::text[],
                            ?::uuid[], ?::text[], ?::smallint[], ?::boolean[], ?::boolean[], ?::text[], ?::text[], ?::text[])
                         as o (id, prompt_id, place, sample, again, calls, state, reason, pause,
                            slowdowns, raw, finish_reason, request_id, latency_millis, prompt_tokens, completion_tokens, count_note,
                            haiku_id, text, score, strict575, chatter, problem, fingerprint, scorer)
                     cross join the_run
                     join run_model m on m.run_id = the_run.id and m.place = o.place and m.dropped_at is null),
            former as materialized (
                select prompt_id, place, sample,
                       (select failure_kind(a.reason) from attempt a where a.run_id = o.run_id and a.prompt_id = o.prompt_id
                        and a.model_place = o.place and a.sample = o.sample) as kind
                from outcome o where again),
            stored as (
                insert into attempt as a (id, run_id, prompt_id, model_place, sample, state, reason, tries, slowdowns, not_before,
                                          raw, finish_reason, request_id, latency_millis, prompt_tokens, completion_tokens,
                                          count_note, haiku_id, finished_at)
                select id, run_id, prompt_id, place, sample, state, reason, 1, slowdowns, now + pause * interval '1 millisecond',
                       raw, finish_reason, request_id, latency_millis, prompt_tokens, completion_tokens, count_note, haiku_id,
                       case when state <> 'PLANNED' then now end
                from outcome
                on conflict (run_id, prompt_id, model_place, sample) do update
                set state = excluded.state, reason = excluded.reason, tries = a.tries + 1, worker = null,
                    slowdowns = a.slowdowns + excluded.slowdowns, not_before = excluded.not_before, raw = excluded.raw,
                    finish_reason = excluded.finish_reason, request_id = excluded.request_id,
                    latency_millis = excluded.latency_millis, prompt_tokens = a.prompt_tokens + excluded.prompt_tokens,
                    completion_tokens = a.completion_tokens + excluded.completion_tokens, count_note = excluded.count_note,
                    haiku_id = excluded.haiku_id, finished_at = excluded.finished_at
                where a.state = 'PLANNED'
                returning a.id as attempt_id, a.prompt_id, a.model_place as place, a.sample),
            counted as (
                select run_id, place, sum(calls) as calls, count(*) filter (where state = 'FAILED') as failed,
                       count(*) filter (where score = 0) as s0, count(*) filter (where score = 1) as s1,
                       count(*) filter (where score = 2) as s2, count(*) filter (where score = 3) as s3,
                       count(*) filter (where score = 4) as s4, sum(prompt_tokens) as prompt_tokens,
                       sum(completion_tokens) as completion_tokens, coalesce(sum(latency_millis * calls), 0) as latency
                from outcome join stored using (prompt_id, place, sample) group by run_id, place order by place),
            price as (
                select m.run_id, m.place, d.currency, d.prompt_price, d.completion_price,
                       d.prompt_price is not null or d.completion_price is not null as known, d.kind = 'COMPOSER' as free
                from the_run r join run_model m on m.run_id = r.id join model d on d.id = m.model_id),
            counts as (
                update run_model m
                set calls = m.calls + c.calls, failed = m.failed + c.failed, score_0 = score_0 + s0, score_1 = score_1 + s1,
                    score_2 = score_2 + s2, score_3 = score_3 + s3, score_4 = score_4 + s4,
                    prompt_tokens = m.prompt_tokens + c.prompt_tokens, completion_tokens = m.completion_tokens + c.completion_tokens,
                    latency_millis = m.latency_millis + latency,
                    unpriced_tokens = m.unpriced_tokens + case when known or free then 0 else c.prompt_tokens + c.completion_tokens end
                from counted c join price using (run_id, place) where m.run_id = c.run_id and m.place = c.place),
            beat as (
                insert into run_tempo as t (run_id, at, ended)
                select run_id, date_bin('2 seconds', now, timestamptz 'epoch'), count(*)
                from outcome join stored using (prompt_id, place, sample) where state <> 'PLANNED' group by 1, 2
                on conflict (run_id, at) do update set ended = t.ended + excluded.ended),
            booked as (
                insert into run_cost as b (run_id, place, currency, amount)
                select run_id, place, currency, (coalesce(prompt_price, 0) * prompt_tokens
                                                 + coalesce(completion_price, 0) * completion_tokens) / 1000000
                from counted join price using (run_id, place) where known and prompt_tokens + completion_tokens > 0
                on conflict (run_id, place, currency) do update set amount = b.amount + excluded.amount),
            wrong as (
                select run_id, place, failure_kind(reason) as kind, (state = 'FAILED')::integer as failed,
                       (state = 'PLANNED')::integer as retrying, reason as example, attempt_id
                from outcome join stored using (prompt_id, place, sample) where reason is not null
                union all
                select the_run.id, place, kind, 0, -1, null, null
                from former join stored using (prompt_id, place, sample) cross join the_run where kind is not null),
            grouped as (
                insert into run_failure as f (run_id, place, kind, failed, retrying, example, attempt_id)
                select run_id, place, kind, sum(failed), sum(retrying), coalesce(min(example), kind),
                       (array_agg(attempt_id) filter (where attempt_id is not null))[1]
                from wrong group by run_id, place, kind order by place, kind
                on conflict (run_id, place, kind) do update
                set failed = f.failed + excluded.failed, retrying = f.retrying + excluded.retrying),
            tried as (
                insert into attempt_try (attempt_id, at, reason, raw, finish_reason, request_id, latency_millis, prompt_tokens,
                                         completion_tokens, count_note)
                select attempt_id, now, reason, raw, finish_reason, request_id, latency_millis, prompt_tokens, completion_tokens,
                       count_note
                from outcome join stored using (prompt_id, place, sample) where reason is not null),
            kept as (
                insert into haiku (id, prompt_id, text, score, strict575, chatter, problem, scorer, fingerprint, created_at)
                select haiku_id, prompt_id, text, score, strict575, chatter, problem, scorer, fingerprint, now
                from outcome join stored using (prompt_id, place, sample) where haiku_id is not null)
            select count(*) from stored""";

    private final AgroalDataSource database;
    private final Clock clock;

    Ledger(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Stores outcomes of a run, in a transaction of its own.
     *
     * @throws NotStoredException when they are not stored
     */
    void store(UUID run, List<Outcome> outcomes) {
        // The statement is the transaction: so nobody waits for its locks while a commit goes to the database and back.
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(STORE)) {
            int at = 1;
            statement.setObject(at++, run);
            statement.setTimestamp(at++, Timestamp.from(clock.instant()));
            for (OutcomeColumn column : OutcomeColumn.ALL) {
                statement.setArray(at++, column.of(connection, outcomes));
            }
            statement.execute();
        } catch (SQLException e) {
            throw new NotStoredException(e);
        }
    }

    /** Says that nothing of these blocks is left to be done. */
    void done(Collection<UUID> blocks) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("delete from run_block where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", blocks.toArray()));
            statement.execute();
        } catch (SQLException e) {
            throw new NotStoredException(e);
        }
    }
}
