-- An admin's word on a pair. It is no rater's vote: agreement and ranking do not know it, releases do.
-- A dropped pair is asked no more.
alter table pair add column dropped_at timestamptz;

create table pair_adjudication (
    id         uuid primary key,
    pair_id    uuid        not null references pair (id),
    round_id   uuid        not null references round (id),
    decision   text        not null check (decision in ('FIRST', 'SECOND', 'TIE', 'NEITHER', 'DROP')),
    reason     text        not null check (char_length(reason) between 1 and 500),
    decided_by uuid        not null references account (id),
    decided_at timestamptz not null
);

create index pair_adjudication_pair on pair_adjudication (pair_id, id desc);
create index pair_adjudication_round on pair_adjudication (round_id, id desc);

-- An admin's word on a poem that was flagged.
create table poem_decision (
    id         uuid primary key,
    haiku_id   uuid        not null references haiku (id),
    decision   text        not null check (decision in ('KEEP', 'WITHDRAW')),
    reason     text        not null check (char_length(reason) between 1 and 500),
    decided_by uuid        not null references account (id),
    decided_at timestamptz not null
);

create index poem_decision_haiku on poem_decision (haiku_id, id desc);

create view standing_adjudication as
select distinct on (j.pair_id) j.*
from pair_adjudication j
where not exists (select from undoing u where u.what = j.id)
order by j.pair_id, j.id desc;

create view standing_poem_decision as
select distinct on (d.haiku_id) d.*
from poem_decision d
where not exists (select from undoing u where u.what = d.id)
order by d.haiku_id, d.id desc;

create view withdrawn_poem as
select d.haiku_id, h.prompt_id, h.fingerprint collate "C" as print
from standing_poem_decision d
         join haiku h on h.id = d.haiku_id
where d.decision = 'WITHDRAW';

-- Of all rounds that showed the same two poems the last adjudication; said as counted_vote says it.
create view adjudicated_pair as
select distinct on (p.prompt_id, prints.low_print, prints.high_print)
       p.prompt_id, prints.low_print, prints.high_print,
       case
           when j.decision in ('TIE', 'NEITHER', 'DROP') then j.decision
           when (j.decision = 'FIRST') = prints.straight then 'LOW'
           else 'HIGH'
       end as decided
from standing_adjudication j
         join pair p on p.id = j.pair_id
         join haiku f on f.id = p.first_id
         join haiku s on s.id = p.second_id
         cross join lateral (select least(f.fingerprint collate "C", s.fingerprint collate "C")    as low_print,
                                    greatest(f.fingerprint collate "C", s.fingerprint collate "C") as high_print,
                                    f.fingerprint collate "C" <= s.fingerprint collate "C"         as straight) prints
order by p.prompt_id, prints.low_print, prints.high_print, j.id desc;
