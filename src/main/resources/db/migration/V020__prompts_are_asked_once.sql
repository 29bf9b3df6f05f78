-- What poets are asked. text_key is the SHA-256 of the normalised text: the same request is never stored twice.
create table prompt (
    id         uuid primary key,
    text       text        not null check (length(text) between 1 and 2000),
    text_key   text        not null unique,
    split      text        not null check (split in ('TRAIN', 'HELD_OUT')),
    topic      text,
    source     text        not null,
    created_at timestamptz not null
);

create index prompt_newest on prompt (id desc);
create index prompt_split on prompt (split, id desc);
