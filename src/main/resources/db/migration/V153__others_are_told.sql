-- Addresses of other programs that are told when something has happened. The secret signs what they are sent.
create table webhook (
    id               uuid primary key,
    url              text        not null check (char_length(url) between 1 and 500),
    secret_encrypted bytea       not null,
    events           text[]      not null,
    made_by          uuid        not null references account (id),
    made_at          timestamptz not null,
    given_up         integer     not null default 0 check (given_up >= 0),
    disabled_at      timestamptz,
    disabled_reason  text,
    removed_at       timestamptz
);

-- One thing that one of them is told, and what came of it.
create table webhook_delivery (
    id         uuid primary key,
    webhook_id uuid        not null references webhook (id),
    event      text        not null,
    body       text        not null,
    state      text        not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    tries      integer     not null default 0 check (tries >= 0),
    status     integer,
    problem    text,
    made_at    timestamptz not null,
    tried_at   timestamptz
);

create index webhook_delivery_newest on webhook_delivery (webhook_id, id desc);
