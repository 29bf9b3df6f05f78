-- What admins decided about the counts of words: one row for each decision, never changed but for being superseded by a later
-- one. Without counts it takes the word back. The revision rises with every change, so that nodes see cheaply that there is one.
create table dictionary (
    id         smallint primary key check (id = 1),
    revision   bigint      not null,
    changed_at timestamptz not null
);

insert into dictionary (id, revision, changed_at) values (1, 0, now());

create table word_decision (
    id            uuid primary key,
    word          text        not null check (length(word) between 1 and 100),
    counts        integer[] check (cardinality(counts) between 1 and 5 and 1 <= all (counts) and 30 >= all (counts)),
    reason        text        not null check (length(reason) between 1 and 500),
    decided_by    uuid        not null references account (id),
    decided_at    timestamptz not null,
    revision      bigint      not null,
    superseded_in bigint check (superseded_in > revision),
    unique (word, revision)
);

create unique index word_decision_standing on word_decision (word) where superseded_in is null;
create index word_decision_own on word_decision (id desc) where superseded_in is null and counts is not null;
