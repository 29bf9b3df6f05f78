-- A link of one's own that signs in without a password. Its key is nowhere kept; a new link ends the one before.
create table sign_in_link (
    id           uuid primary key,
    account_id   uuid        not null references account (id),
    key_hash     text        not null unique,
    created_at   timestamptz not null,
    created_by   uuid        not null references account (id),
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create unique index sign_in_link_open on sign_in_link (account_id) where revoked_at is null;
