-- What became of an uploaded file of prompts: counts, and the first refused rows with their reasons.
create table import_report (
    id               uuid primary key,
    file_name        text        not null,
    added            integer     not null check (added >= 0),
    duplicates       integer     not null check (duplicates >= 0),
    rejected         integer     not null check (rejected >= 0),
    rejected_lines   integer[]   not null,
    rejected_details text[]      not null,
    created_at       timestamptz not null,
    check (cardinality(rejected_lines) = cardinality(rejected_details))
);
