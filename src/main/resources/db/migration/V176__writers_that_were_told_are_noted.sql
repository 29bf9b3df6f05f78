-- To whom it was told who wrote the poems of a pair, after it was decided: they decide it no more.
create table writers_told (
    pair_id uuid        not null references pair (id),
    told_to uuid        not null references account (id),
    told_at timestamptz not null,
    primary key (pair_id, told_to)
);
