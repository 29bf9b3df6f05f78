-- A candidate poem: the text that was found in an answer, and what the scorer of the named version said of it.
-- score: 0 = not three lines, else 1 + lines on target; 4 is 5-7-5. How a haiku was made is told by its attempt.
create table haiku (
    id          uuid primary key,
    prompt_id   uuid        not null references prompt (id),
    text        text        not null,
    score       smallint    not null check (score between 0 and 4),
    strict575   boolean     not null check (not strict575 or score = 4),
    chatter     boolean     not null,
    problem     text,
    scorer      text        not null,
    fingerprint text        not null,
    created_at  timestamptz not null
);

create index haiku_prompt on haiku (prompt_id, id desc);
create index haiku_score on haiku (score, id desc);
create index haiku_fingerprint on haiku (fingerprint);
