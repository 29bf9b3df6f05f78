-- People sign in by account; invitations make accounts; tokens let scripts act for one.
create table account (
    id            uuid primary key,
    name          text        not null,
    name_key      text        not null unique,
    password_hash text,
    role          text        not null check (role in ('ADMIN', 'RATER')),
    session_epoch integer     not null default 0,
    created_at    timestamptz not null,
    disabled_at   timestamptz,
    disabled_by   uuid references account (id)
);

create table invitation (
    id         uuid primary key,
    key_hash   text        not null unique,
    role       text        not null check (role in ('ADMIN', 'RATER')),
    uses       integer     not null check (uses > 0),
    used       integer     not null default 0 check (used >= 0 and used <= uses),
    round_id   uuid,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    created_by uuid        not null references account (id),
    revoked_at timestamptz
);

create table api_token (
    id           uuid primary key,
    account_id   uuid        not null references account (id),
    name         text        not null,
    token_hash   text        not null unique,
    role         text        not null check (role in ('ADMIN', 'RATER')),
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create index api_token_account on api_token (account_id);
