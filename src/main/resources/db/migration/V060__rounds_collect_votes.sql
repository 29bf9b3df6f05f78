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
    status         text        not null check (status in ('PREPARING', 'OPEN', 'SETTLED', 'CLOSED', 'FAILED')),
    created_at     timestamptz not null,
    created_by     uuid        not null references account (id),
    closed_at      timestamptz,
    closed_by      uuid references account (id)
);

create table pair (
    id         uuid primary key,
    round_id   uuid    not null references round (id),
    position   integer not null,
    prompt_id  uuid    not null references prompt (id),
    first_id   uuid    not null references haiku (id),
    second_id  uuid    not null references haiku (id),
    votes      integer not null default 0 check (votes >= 0),
    settled_at timestamptz,
    unique (round_id, position),
    unique (round_id, first_id, second_id),
    check (first_id <> second_id)
);

create table assignment (
    id            uuid primary key,
    pair_id       uuid        not null references pair (id),
    rater_id      uuid        not null references account (id),
    first_on_left boolean     not null,
    assigned_at   timestamptz not null,
    leased_until  timestamptz not null,
    unique (pair_id, rater_id)
);

create index assignment_rater on assignment (rater_id, assigned_at desc);

-- skip is remembered, so that the pair is not shown to the same rater again, but it is not counted in pair.votes.
create table vote (
    assignment_id uuid primary key references assignment (id),
    choice        text        not null check (choice in ('LEFT', 'RIGHT', 'TIE', 'NEITHER', 'SKIP')),
    cast_at       timestamptz not null,
    changed_at    timestamptz,
    millis        integer
);

alter table invitation
    add constraint invitation_round foreign key (round_id) references round (id);
