-- Raters report words that were counted wrong in poems they have voted on. To see how words were counted is to be told something
-- of the form, so from then on that vote stands. Admins rule on all open reports of a word at once; a ruling can be withdrawn.
alter table vote add column disclosed_at timestamptz;

create table word_ruling (
    id           uuid primary key,
    word         text        not null,
    verdict      text        not null check (verdict in ('ACCEPTED', 'DISMISSED')),
    reason       text        not null check (length(reason) between 1 and 500),
    decision_id  uuid references word_decision (id),
    ruled_by     uuid        not null references account (id),
    ruled_at     timestamptz not null,
    withdrawn_by uuid references account (id),
    withdrawn_at timestamptz,
    check (decision_id is null or verdict = 'ACCEPTED'),
    check ((withdrawn_by is null) = (withdrawn_at is null))
);

create table word_report (
    id            uuid primary key,
    word          text        not null,
    haiku_id      uuid        not null references haiku (id),
    assignment_id uuid        not null references assignment (id),
    rater_id      uuid        not null references account (id),
    counted       integer[]   not null,
    heard         integer     not null check (heard between 1 and 30),
    note          text        not null check (length(note) <= 300),
    reported_at   timestamptz not null,
    ruling_id     uuid references word_ruling (id),
    unique (haiku_id, rater_id, word)
);

create index word_report_open on word_report (word) where ruling_id is null;
create index word_report_rater on word_report (rater_id, reported_at);
create index word_report_ruling on word_report (ruling_id);
