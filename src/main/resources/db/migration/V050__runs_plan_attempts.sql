-- A generation run asks one model for several samples per prompt; every (run, prompt, sample) is one attempt row.
-- turn rises with every start and resumption, so that a worker of an earlier turn knows that it is no longer wanted.
create table run (
    id                  uuid primary key,
    model_id            uuid           not null references model (id),
    model_name          text           not null,
    status              text           not null check (status in ('QUEUED', 'RUNNING', 'PAUSED', 'COMPLETED', 'CANCELLED', 'FAILED')),
    status_reason       text,
    turn                integer        not null default 0,
    samples_per_prompt  integer        not null check (samples_per_prompt between 1 and 1000),
    temperature         double precision not null check (temperature between 0 and 2),
    max_tokens          integer        not null check (max_tokens between 1 and 100000),
    seed                bigint,
    max_in_flight       integer        not null check (max_in_flight between 1 and 1024),
    requests_per_minute integer check (requests_per_minute > 0),
    system_template     text           not null,
    user_template       text           not null,
    prompt_split        text check (prompt_split in ('TRAIN', 'HELD_OUT')),
    prompt_search       text,
    prompt_limit        integer check (prompt_limit > 0),
    prompts             integer        not null default 0,
    planned             integer        not null default 0,
    created_at          timestamptz    not null,
    created_by          uuid references account (id),
    started_at          timestamptz,
    finished_at         timestamptz
);

-- The prompts of a run, chosen when it was ordered: prompts that come later do not slip in.
create table run_prompt (
    run_id    uuid    not null references run (id),
    prompt_id uuid    not null references prompt (id),
    position  integer not null,
    primary key (run_id, prompt_id)
);

create index run_prompt_prompt on run_prompt (prompt_id);

-- claimed_until keeps two workers off the same attempt; not_before is when a failed one may be tried again. Of the tries,
-- slowdowns are those that the server asked to slow down for.
create table attempt (
    id                uuid primary key,
    run_id            uuid        not null references run (id),
    prompt_id         uuid        not null references prompt (id),
    sample            integer     not null check (sample >= 0),
    state             text        not null check (state in ('PLANNED', 'COMPLETED', 'FAILED', 'CANCELLED')),
    reason            text,
    tries             integer     not null default 0,
    slowdowns         integer     not null default 0,
    not_before        timestamptz,
    claimed_until     timestamptz,
    raw               text,
    finish_reason     text,
    request_id        text,
    latency_millis    integer,
    prompt_tokens     integer     not null default 0,
    completion_tokens integer     not null default 0,
    haiku_id          uuid unique references haiku (id),
    finished_at       timestamptz,
    unique (run_id, prompt_id, sample),
    check ((state = 'COMPLETED') = (haiku_id is not null)),
    check (state <> 'FAILED' or reason is not null)
) with (fillfactor = 60);

create index attempt_planned on attempt (run_id, prompt_id, sample) where state = 'PLANNED';
create index attempt_failed on attempt (run_id, id) where state = 'FAILED';

-- Who wrote a haiku. Only what must know reads this: pairing by model, releases, an admin's pages; never a rater's page.
create view authorship as
select a.haiku_id, r.id as run_id, r.model_name as model, r.system_template, a.raw, a.id as attempt_id
from attempt a
         join run r on r.id = a.run_id
where a.haiku_id is not null;
