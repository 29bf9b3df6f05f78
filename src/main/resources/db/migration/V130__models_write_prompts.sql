-- Near duplicates are found by trigrams; the index also serves the search for words, which compares lower case, too.
create extension if not exists pg_trgm;

create index prompt_words on prompt using gin (lower(text) gin_trgm_ops);

-- A prompt run asks one model for requests about topics, call by call, and keeps every candidate with its verdict.
-- turn rises whenever the run is set in motion, so that a worker of an earlier turn knows that it is no longer wanted.
create table prompt_run (
    id                uuid primary key,
    model_id          uuid             not null references model (id),
    model_name        text             not null,
    status            text             not null check (status in ('QUEUED', 'RUNNING', 'PAUSED', 'COMPLETED', 'CANCELLED', 'FAILED')),
    status_reason     text,
    turn              integer          not null default 0,
    topic_source      text             not null check (topic_source in ('GIVEN', 'STARTER', 'PROPOSED')),
    theme             text,
    topics_wanted     integer          not null check (topics_wanted > 0),
    topics            integer          not null default 0 check (topics between 0 and topics_wanted),
    per_topic         integer          not null check (per_topic between 1 and 50),
    answers_per_topic integer          not null check (answers_per_topic between 1 and 20),
    temperature       double precision not null check (temperature between 0 and 2),
    max_tokens        integer          not null check (max_tokens between 1 and 100000),
    max_in_flight     integer          not null check (max_in_flight between 1 and 64),
    likeness          double precision not null check (likeness between 0.3 and 1),
    created_at        timestamptz      not null,
    created_by        uuid references account (id),
    started_at        timestamptz,
    finished_at       timestamptz,
    approved_at       timestamptz
);

create table prompt_run_topic (
    run_id    uuid    not null references prompt_run (id),
    position  integer not null check (position >= 0),
    topic     text    not null check (length(topic) between 1 and 200),
    topic_key text    not null,
    primary key (run_id, position),
    unique (run_id, topic_key)
);

-- One call of the model: for topics while kind is TOPICS, for requests about the topic at that position otherwise.
create table prompt_call (
    id                uuid primary key,
    run_id            uuid    not null references prompt_run (id),
    kind              text    not null check (kind in ('TOPICS', 'REQUESTS')),
    position          integer not null,
    sample            integer not null,
    state             text    not null check (state in ('PLANNED', 'COMPLETED', 'FAILED', 'CANCELLED')),
    reason            text,
    tries             integer not null default 0,
    not_before        timestamptz,
    raw               text,
    request_id        text,
    latency_millis    integer,
    prompt_tokens     integer not null default 0,
    completion_tokens integer not null default 0,
    finished_at       timestamptz,
    unique (run_id, kind, position, sample),
    check (state <> 'FAILED' or reason is not null)
);

create index prompt_call_planned on prompt_call (run_id, kind, sample, position) where state = 'PLANNED';

-- A request that a model wrote. The reason of a refusal stays when a person rescues it.
create table written_prompt (
    id         uuid primary key,
    run_id     uuid        not null references prompt_run (id),
    call_id    uuid        not null references prompt_call (id),
    topic      text        not null,
    text       text        not null,
    text_key   text        not null,
    split      text        not null check (split in ('TRAIN', 'HELD_OUT')),
    state      text        not null check (state in ('KEPT', 'REFUSED', 'DROPPED', 'APPROVED')),
    reason     text check (reason in ('EMPTY', 'CUT_OFF', 'NOT_A_REQUEST', 'NOT_SELF_CONTAINED', 'TOO_LONG', 'WRONG_SCRIPT', 'DUPLICATE')),
    like_text  text,
    likeness   real,
    rescued    boolean     not null default false,
    prompt_id  uuid references prompt (id) on delete set null,
    created_at timestamptz not null,
    check (state <> 'REFUSED' or reason is not null)
);

create index written_prompt_run on written_prompt (run_id, state, id);
create index written_prompt_key on written_prompt (run_id, text_key);
create index written_prompt_prompt on written_prompt (prompt_id) where prompt_id is not null;
create index written_prompt_words on written_prompt using gin (lower(text) gin_trgm_ops) where state <> 'REFUSED';
