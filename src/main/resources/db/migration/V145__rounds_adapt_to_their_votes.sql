-- A round can be paused; a pair may get more votes than usual while raters are split, or be settled before it has them all;
-- a rater may be held to so many votes; the pairs may be dealt out to parts; and more pairs may come while people vote.
alter table round
    drop constraint round_pairing_check,
    drop constraint round_status_check,
    add constraint round_pairing_check
        check (pairing in ('BEST_WORST', 'BOTH_CORRECT', 'RANDOM', 'MODEL_VS_MODEL', 'ACTIVE')),
    add constraint round_status_check check (status in ('OPEN', 'PAUSED', 'SETTLED', 'CLOSED')),
    add column paused_at       timestamptz,
    add column paused_by       uuid references account (id),
    -- Beyond votes_per_pair, one by one, as long as no answer leads.
    add column more_votes      integer not null default 0 check (more_votes >= 0),
    -- Whether a pair is settled as soon as the votes that it still lacks cannot change which answer leads.
    add column settle_early    boolean not null default false,
    add column votes_per_rater integer check (votes_per_rater > 0),
    add column votes_per_day   integer check (votes_per_day > 0),
    add column parts           integer not null default 1 check (parts between 1 and 100),
    add column poems           integer check (poems > 1),
    -- More pairs are on their way, so having settled those that are there is not the end.
    add column growing         boolean not null default false,
    add constraint round_never_over_a_hundred_votes check (votes_per_pair + more_votes <= 100);

-- Where the pairs of a round came from, batch by batch: at the opening, added by somebody, or chosen by what the votes had told.
create table pair_batch (
    id       uuid primary key,
    round_id uuid        not null references round (id),
    pairing  text        not null check (pairing in ('BEST_WORST', 'BOTH_CORRECT', 'RANDOM', 'MODEL_VS_MODEL', 'ACTIVE')),
    models   text[]      not null default '{}',
    wanted   integer     not null check (wanted > 0),
    chosen   integer,
    made     integer     not null default 0 check (made >= 0),
    asked_at timestamptz not null,
    asked_by uuid references account (id),
    done_at  timestamptz
);

create index pair_batch_of_round on pair_batch (round_id, id);

insert into pair_batch (id, round_id, pairing, models, wanted, made, asked_at, asked_by, done_at)
select uuid7(), id, pairing, models, pairs_wanted, pairs, created_at, created_by, created_at from round;

-- The pairs of a large batch that have been chosen and are still to be made, so many at a time.
create table pair_choice (
    batch_id  uuid    not null references pair_batch (id),
    place     integer not null,
    prompt_id uuid    not null,
    first_id  uuid    not null,
    second_id uuid    not null,
    primary key (batch_id, place)
);

-- The poems that an active round compares.
create table round_poem (
    round_id  uuid not null references round (id),
    haiku_id  uuid not null references haiku (id),
    prompt_id uuid not null references prompt (id),
    primary key (round_id, haiku_id)
);

-- The answers that pair.votes is the sum of, said of the pair's first and second poem, so that whoever votes can see at once
-- whether the pair has votes enough. Part 0 is for pairs that raters are not led to by walking through their part.
-- Whether a pair has room is a column of its own: an index whose condition names held and votes would be written at every
-- change of either, this one only when a pair fills up or is freed.
alter table pair
    add column part     integer not null default 1 check (part >= 0),
    add column firsts   integer not null default 0 check (firsts >= 0),
    add column seconds  integer not null default 0 check (seconds >= 0),
    add column ties     integer not null default 0 check (ties >= 0),
    add column neithers integer not null default 0 check (neithers >= 0),
    add column has_room boolean generated always as (votes + held < wanted) stored;

update pair
set firsts = b.firsts, seconds = b.seconds, ties = b.ties, neithers = b.neithers
from (select pair_id,
             count(*) filter (where preferred = 'FIRST') as firsts, count(*) filter (where preferred = 'SECOND') as seconds,
             count(*) filter (where preferred = 'TIE') as ties, count(*) filter (where preferred = 'NEITHER') as neithers
      from ballot group by pair_id) b
where b.pair_id = pair.id;

drop index pair_with_room;
create index pair_with_room on pair (round_id, part, position) where has_room;

-- Room on each page for new versions of its rows; and dead entries are swept up before the walk has to step over many.
alter table pair set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

-- What a rater's own votes have settled, and the votes that they made their pairs want more or fewer than usual. Sums over the
-- raters of a round, so that nobody counts pairs, and each written only by who votes, so that nobody waits for a counter.
alter table participation
    add column part    integer not null default 1 check (part > 0),
    add column settled integer not null default 0,
    add column extra   integer not null default 0;

update participation
set settled = p.settled
from (select round_id, count(*) as settled from pair where settled_at is not null group by round_id) p
where participation.id = (select id from participation other where other.round_id = p.round_id order by id limit 1);
