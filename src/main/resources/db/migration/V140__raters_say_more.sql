-- What a rater may add to a vote: how clear it was, the round's tags that it was for, and words of their own.
alter table round
    add column tags               text[]  not null default '{}',
    add column guidelines_version integer not null default 1 check (guidelines_version > 0);

alter table vote
    add column strength           text check (strength in ('SLIGHT', 'CLEAR')),
    add column reasons            text[]  not null default '{}',
    add column comment            text check (char_length(comment) between 1 and 2000),
    -- Which guidelines the rater had read; unknown for votes of before, and for scripts that never asked for them.
    add column guidelines_version integer check (guidelines_version > 0);

-- Every text of a round's guidelines that raters were shown; the last is the round's own.
create table guideline_version (
    round_id   uuid        not null references round (id),
    version    integer     not null check (version > 0),
    text       text        not null,
    written_at timestamptz not null,
    written_by uuid        not null references account (id),
    primary key (round_id, version)
);

insert into guideline_version (round_id, version, text, written_at, written_by)
select id, 1, guidelines, created_at, created_by from round;

-- A pair that shows how it is done, in place of the built-in one. It is never counted.
create table practice_pair (
    round_id   uuid primary key references round (id),
    prompt     text not null check (char_length(prompt) between 1 and 500),
    one        text not null check (char_length(one) between 1 and 500),
    other      text not null check (char_length(other) between 1 and 500),
    better     text not null check (better in ('LEFT', 'RIGHT')),
    reason     text not null check (char_length(reason) between 1 and 1000)
);

-- The last guidelines that a rater has read (0: none), and when they were done with the practice pair, or passed it over.
-- A streak is votes and skips without a long pause between two of them.
alter table participation
    add column guidelines_seen integer not null default 0 check (guidelines_seen >= 0),
    add column practised_at    timestamptz,
    add column streak          integer not null default 0 check (streak >= 0),
    add column streak_since    timestamptz;

update participation set guidelines_seen = 1, practised_at = joined_at;

-- A rater says that something is wrong with a poem; an admin decides. What was taken back is kept, and can be said again.
create table poem_flag (
    id            uuid primary key,
    round_id      uuid        not null references round (id),
    assignment_id uuid        not null references assignment (id),
    haiku_id      uuid        not null references haiku (id),
    rater_id      uuid        not null references account (id),
    kind          text        not null check (kind in ('OFFENSIVE', 'NOT_A_HAIKU', 'COPIED', 'WRONG_COUNT')),
    note          text        not null default '' check (char_length(note) <= 500),
    flagged_at    timestamptz not null,
    withdrawn_at  timestamptz,
    unique (haiku_id, rater_id, kind)
);

create index poem_flag_of_round on poem_flag (round_id, flagged_at) where withdrawn_at is null;
create index poem_flag_of_rater on poem_flag (rater_id, round_id);
create index poem_flag_assignment on poem_flag (assignment_id);
