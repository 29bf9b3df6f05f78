-- Every try of an attempt that came to nothing; an answer that became a haiku stands on the attempt itself.
create table attempt_try (
    id                bigint generated always as identity primary key,
    attempt_id        uuid        not null references attempt (id),
    at                timestamptz not null,
    reason            text        not null,
    raw               text,
    finish_reason     text,
    request_id        text,
    latency_millis    integer,
    prompt_tokens     integer     not null,
    completion_tokens integer     not null
);

create index attempt_try_attempt on attempt_try (attempt_id);

insert into attempt_try (attempt_id, at, reason, raw, finish_reason, request_id, latency_millis, prompt_tokens, completion_tokens)
select id, coalesce(finished_at, now()), reason, raw, finish_reason, request_id, latency_millis, prompt_tokens, completion_tokens
from attempt where reason is not null and state in ('FAILED', 'PLANNED');

-- What kind of thing went wrong: the reason without what differs from call to call, which is what was quoted, names of requests, numbers
-- and times. The status of an answer, three digits in brackets, stays.
create function failure_kind(reason text) returns text
    language sql immutable parallel safe
return left(
    regexp_replace(
        regexp_replace(
            regexp_replace(
                regexp_replace(reason, '“[^”]*”|"[^"]*"', '“…”', 'g'),
                '\m(?=[[:alnum:]_-]*[0-9])(?=[[:alnum:]_-]*[[:alpha:]])[[:alnum:]_-]{4,}', '…', 'g'),
            '\m(?![0-9]{3}\))[0-9]+(?:[.,:/][0-9]+)*', '#', 'g'),
        '# second\M', '# seconds', 'g'),
    300);

-- How many samples of a run went wrong in which way, counted in the transaction that stores them: those that were given up, and those
-- that are to be tried again; with the first of them as an example.
create table run_failure (
    run_id     uuid     not null references run (id),
    place      smallint not null,
    kind       text     not null,
    failed     integer  not null,
    retrying   integer  not null,
    example    text     not null,
    attempt_id uuid,
    primary key (run_id, place, kind)
) with (fillfactor = 50);

insert into run_failure (run_id, place, kind, failed, retrying, example, attempt_id)
select run_id, model_place, failure_kind(reason), count(*) filter (where state = 'FAILED'), count(*) filter (where state = 'PLANNED'),
       min(reason), (array_agg(id order by id))[1]
from attempt where reason is not null and state in ('FAILED', 'PLANNED')
group by 1, 2, 3;
