-- A run asks one model or several. Each has a place in the run and its own counts, which change in the transaction that stores what
-- they count: completed is the sum of the scores, and planned = completed + failed when the run is done.
create table run_model (
    run_id            uuid     not null references run (id),
    place             smallint not null check (place >= 0),
    model_id          uuid     not null references model (id),
    model_name        text     not null,
    calls             bigint   not null default 0,
    failed            integer  not null default 0,
    score_0           integer  not null default 0,
    score_1           integer  not null default 0,
    score_2           integer  not null default 0,
    score_3           integer  not null default 0,
    score_4           integer  not null default 0,
    prompt_tokens     bigint   not null default 0,
    completion_tokens bigint   not null default 0,
    latency_millis    bigint   not null default 0,
    primary key (run_id, place)
) with (fillfactor = 50);

create index run_model_model on run_model (model_id);

insert into run_model
select r.id, 0, r.model_id, r.model_name,
       coalesce(sum(a.tries), 0), count(a.id) filter (where a.state = 'FAILED'),
       count(*) filter (where h.score = 0), count(*) filter (where h.score = 1), count(*) filter (where h.score = 2),
       count(*) filter (where h.score = 3), count(*) filter (where h.score = 4),
       coalesce(sum(a.prompt_tokens), 0), coalesce(sum(a.completion_tokens), 0), coalesce(sum(a.latency_millis), 0)
from run r
         left join attempt a on a.run_id = r.id
         left join haiku h on h.id = a.haiku_id
group by r.id;

alter table run add column models integer not null default 1 check (models >= 1);

-- What a run is to make, as rectangles of prompts and samples per model, each worked off from its beginning: next is the first that
-- nobody has claimed. So a run of a million samples is ordered, and halted, by a few rows. A lot that is not open waits for a person.
create table run_lot (
    run_id         uuid     not null,
    place          smallint not null,
    number         smallint not null,
    first_position integer  not null check (first_position >= 1),
    prompts        integer  not null check (prompts >= 1),
    first_sample   integer  not null check (first_sample >= 0),
    samples        integer  not null check (samples >= 1),
    size           integer  not null generated always as (prompts * samples) stored,
    next           integer  not null default 0,
    open           boolean  not null,
    primary key (run_id, place, number),
    foreign key (run_id, place) references run_model (run_id, place),
    check (next between 0 and prompts * samples)
);

-- The attempts of earlier runs are all there as rows; only those that are still queued have none.
insert into run_lot (run_id, place, number, first_position, prompts, first_sample, samples, next, open)
select r.id, 0, 0, 1, r.prompts, 0, r.samples_per_prompt,
       case when r.status = 'QUEUED' then 0 else r.prompts * r.samples_per_prompt end, true
from run r
where r.prompts > 0;

create unique index run_prompt_position on run_prompt (run_id, position);

-- A node that works on a run. It says so every second; one that others see silent for a while is taken for dead and its row removed,
-- which gives back what it had claimed.
create table run_worker (
    id      uuid primary key,
    run_id  uuid   not null references run (id),
    beats   bigint not null default 0
);

create index run_worker_run on run_worker (run_id);

-- A stretch of a lot that a worker has claimed, until the last of its samples is stored; without a worker anybody may take it up.
create table run_block (
    id     uuid primary key,
    run_id uuid     not null,
    place  smallint not null,
    number smallint not null,
    first  integer  not null,
    past   integer  not null check (past > first),
    worker uuid references run_worker (id) on delete set null,
    foreign key (run_id, place, number) references run_lot (run_id, place, number)
);

create index run_block_run on run_block (run_id, place);
create index run_block_worker on run_block (worker);

-- How many samples ended in each two seconds of late, for the rate that a page shows; older rows are removed.
create table run_tempo (
    run_id uuid        not null references run (id),
    at     timestamptz not null,
    ended  integer     not null,
    primary key (run_id, at)
);

create index run_active on run (id) where status in ('QUEUED', 'RUNNING');

-- An attempt has a row from its first answer on. One that is planned waits to be tried again, or a worker has claimed it for that.
alter table attempt
    add column model_place smallint not null default 0,
    add column worker      uuid references run_worker (id) on delete set null;

alter table attempt
    drop constraint attempt_run_id_prompt_id_sample_key,
    drop column claimed_until,
    set (fillfactor = 90),
    add constraint attempt_once unique (run_id, prompt_id, model_place, sample);

drop index if exists attempt_planned;
create index attempt_planned on attempt (run_id, model_place, not_before) where state = 'PLANNED';
create index attempt_worker on attempt (worker) where worker is not null;
create index attempt_newest on attempt (run_id, haiku_id desc) where haiku_id is not null;

create or replace view authorship as
select a.haiku_id, r.id as run_id, coalesce(m.model_name, r.model_name) as model, r.system_template, a.raw, a.id as attempt_id
from attempt a
         join run r on r.id = a.run_id
         left join run_model m on m.run_id = a.run_id and m.place = a.model_place
where a.haiku_id is not null;

-- Nodes find the runs that are to be worked on by themselves.
delete from scheduled_tasks where task_name = 'generation';
