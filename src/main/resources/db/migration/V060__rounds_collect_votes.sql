-- A round shows pairs of haiku to raters; an assignment is one rater's turn at one pair; a vote is what came of it.
create table round (
    id             uuid primary key,
    name           text        not null,
    question       text        not null,
    guidelines     text        not null,
    pairing        text        not null check (pairing in ('BEST_WORST', 'BOTH_CORRECT', 'RANDOM', 'MODEL_VS_MODEL')),
    models         text[]      not null default '{}',
    votes_per_pair integer     not null check (votes_per_pair between 1 and 100),
    pairs_wanted   integer     not null check (pairs_wanted > 0),
    pairs          integer     not null default 0 check (pairs >= 0),
    status         text        not null check (status in ('OPEN', 'SETTLED', 'CLOSED')),
    created_at     timestamptz not null,
    created_by     uuid        not null references account (id),
    closed_at      timestamptz,
    closed_by      uuid references account (id)
);

-- Of the votes wanted, some are counted and some are held by raters who look at the pair right now: never more than wanted.
create table pair (
    id         uuid primary key,
    round_id   uuid    not null references round (id),
    position   integer not null check (position > 0),
    prompt_id  uuid    not null references prompt (id),
    first_id   uuid    not null references haiku (id),
    second_id  uuid    not null references haiku (id),
    wanted     integer not null check (wanted > 0),
    held       integer not null default 0 check (held >= 0),
    votes      integer not null default 0 check (votes >= 0),
    settled_at timestamptz,
    unique (round_id, position),
    check (first_id <> second_id),
    constraint pair_never_over_its_votes check (votes + held <= wanted)
);

create unique index pair_once_in_a_round on pair (round_id, least(first_id, second_id), greatest(first_id, second_id));
create index pair_with_room on pair (round_id, position) where votes + held < wanted;
create index pair_unsettled on pair (round_id) where settled_at is null;

-- How far a rater has come in a round. Its row is locked by whatever the rater does there, so two tabs take turns.
create table participation (
    id           uuid primary key,
    round_id     uuid        not null references round (id),
    rater_id     uuid        not null references account (id),
    reached      integer     not null default 0,
    votes        integer     not null default 0 check (votes >= 0),
    skips        integer     not null default 0 check (skips >= 0),
    joined_at    timestamptz not null,
    last_vote_at timestamptz,
    unique (round_id, rater_id)
);

create index participation_rater on participation (rater_id);

create table assignment (
    id            uuid primary key,
    round_id      uuid        not null references round (id),
    pair_id       uuid        not null references pair (id),
    rater_id      uuid        not null references account (id),
    first_on_left boolean     not null,
    state         text        not null check (state in ('HELD', 'LAPSED', 'VOTED', 'SKIPPED')),
    assigned_at   timestamptz not null,
    leased_until  timestamptz not null,
    unique (pair_id, rater_id)
);

create index assignment_unfinished on assignment (rater_id, round_id) where state in ('HELD', 'LAPSED');
create index assignment_held on assignment (round_id, leased_until) where state = 'HELD';

-- A skip is remembered, so that the pair is not shown to the same rater again, but it is not counted in pair.votes.
create table vote (
    assignment_id uuid primary key references assignment (id),
    round_id      uuid        not null references round (id),
    pair_id       uuid        not null references pair (id),
    rater_id      uuid        not null references account (id),
    choice        text        not null check (choice in ('LEFT', 'RIGHT', 'TIE', 'NEITHER', 'SKIP')),
    cast_at       timestamptz not null,
    changed_at    timestamptz,
    millis        integer     not null check (millis >= 0),
    unique (pair_id, rater_id)
);

create index vote_of_rater on vote (round_id, rater_id, cast_at desc);
create index vote_by_time on vote (round_id, cast_at);

-- What counts: every vote but the skips, said of the pair's first and second haiku, no matter which side they were shown on.
create view ballot as
select v.round_id, v.pair_id, p.prompt_id, p.first_id, p.second_id, v.rater_id, v.choice, v.cast_at, v.millis,
       case
           when v.choice in ('TIE', 'NEITHER') then v.choice
           when (v.choice = 'LEFT') = a.first_on_left then 'FIRST'
           else 'SECOND'
       end as preferred
from vote v
         join assignment a on a.id = v.assignment_id
         join pair p on p.id = v.pair_id
where v.choice <> 'SKIP';

alter table invitation
    add constraint invitation_round foreign key (round_id) references round (id);
