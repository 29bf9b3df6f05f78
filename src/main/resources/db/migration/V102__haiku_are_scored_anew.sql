-- Scoring all haiku anew: how far it has come, and what it has changed. What it has reached and what it has counted are
-- written together with the scores, so that it goes on after a crash without counting twice.
create table rescoring (
    id            uuid primary key,
    status        text        not null check (status in ('RUNNING', 'COMPLETED', 'FAILED')),
    status_reason text,
    scorer        text        not null,
    reached       uuid,
    planned       bigint      not null check (planned >= 0),
    seen          bigint      not null default 0 check (seen >= 0),
    up            bigint      not null default 0 check (up >= 0),
    down          bigint      not null default 0 check (down >= 0),
    kept          bigint      not null default 0 check (kept >= 0),
    ordered_by    uuid        not null references account (id),
    ordered_at    timestamptz not null,
    finished_at   timestamptz,
    check ((status = 'FAILED') = (status_reason is not null)),
    check ((status = 'RUNNING') = (finished_at is null))
);

create unique index rescoring_one_at_a_time on rescoring (status) where status = 'RUNNING';
