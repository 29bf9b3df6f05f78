-- A release is a snapshot that never changes; its files lie in chunks, so that any node can serve any range of them.
-- The manifest is kept as the very text of the file, so that what a page tells is what the release says.
create table release (
    id                   uuid primary key,
    name                 text             not null,
    name_key             text             not null unique,
    policy               text             not null check (policy in ('FORM', 'HUMAN', 'COMBINED')),
    min_score_difference integer          not null check (min_score_difference between 0 and 4),
    min_votes            integer          not null check (min_votes > 0),
    min_agreement        double precision not null check (min_agreement between 0 and 1),
    test_share           double precision not null check (test_share between 0 and 1),
    license              text             not null,
    status               text             not null check (status in ('BUILDING', 'READY', 'FAILED')),
    status_reason        text,
    train_rows           bigint           not null default 0,
    test_rows            bigint           not null default 0,
    manifest             text,
    created_at           timestamptz      not null,
    created_by           uuid references account (id),
    finished_at          timestamptz,
    check ((status = 'FAILED') = (status_reason is not null)),
    check ((status = 'READY') = (manifest is not null)),
    check (status <> 'READY' or train_rows > 0)
);

create table release_file (
    id         uuid primary key,
    release_id uuid    not null references release (id) on delete cascade,
    path       text    not null,
    archive    boolean not null,
    row_count  bigint,
    bytes      bigint  not null,
    sha256     text    not null,
    unique (release_id, path)
);

create unique index release_archive on release_file (release_id) where archive;

create table release_chunk (
    file_id  uuid    not null references release_file (id) on delete cascade,
    position integer not null,
    content  bytea   not null,
    primary key (file_id, position)
);
alter table release_chunk alter column content set storage external;
