-- Some turns check the rater: an attention pair has a clear answer, a repeat shows one of the rater's own earlier pairs again, sides
-- swapped. They are turns like any other, so that nobody can tell them apart, but nothing that counts votes counts them.
alter table round
    add column attention_every integer not null default 0 check (attention_every = 0 or attention_every between 5 and 1000),
    add column repeat_every    integer not null default 0 check (repeat_every = 0 or repeat_every between 5 and 1000),
    add column repeat_gap      integer not null default 10 check (repeat_gap between 1 and 200);

-- An attention pair is no pair of haiku of the pool: its texts are in the table attention. It wants no votes and stands at a negative
-- position, so neither those who look for a pair with room nor those who count what is left find it.
alter table pair
    add column kind text not null default 'ASKED' check (kind in ('ASKED', 'ATTENTION')),
    alter column prompt_id drop not null,
    alter column first_id drop not null,
    alter column second_id drop not null,
    drop constraint pair_position_check,
    drop constraint pair_wanted_check,
    add constraint pair_position_check check ((position > 0) = (kind = 'ASKED')),
    add constraint pair_wanted_check check (wanted >= 0 and (wanted = 0 or kind = 'ASKED')),
    add constraint pair_of_haiku check ((kind = 'ASKED') = (prompt_id is not null and first_id is not null and second_id is not null));

create table attention (
    pair_id    uuid primary key references pair (id),
    round_id   uuid        not null references round (id),
    prompt     text        not null,
    better     text        not null,
    worse      text        not null,
    made       text        not null check (made in ('BY_HAND', 'BY_KUKAI')),
    made_by    uuid        not null references account (id),
    made_at    timestamptz not null,
    retired_by uuid references account (id),
    retired_at timestamptz,
    check (better <> worse),
    check ((retired_by is null) = (retired_at is null))
);

create index attention_round on attention (round_id, pair_id) where retired_at is null;

-- weight: what an admin's decisions about the rater come to; see rater_decision. turns: how many have been given, checks included.
alter table participation
    add column turns       integer       not null default 0 check (turns >= 0),
    add column check_votes integer       not null default 0 check (check_votes >= 0),
    add column check_skips integer       not null default 0 check (check_skips >= 0),
    add column weight      numeric(3, 2) not null default 1 check (weight between 0 and 1),
    add column finished_at timestamptz;

update participation p
set turns = (select count(*) from assignment a where a.round_id = p.round_id and a.rater_id = p.rater_id);

-- SET_ASIDE: the vote stands as it was said, but its rater is excluded and the pair is asked again.
alter table assignment
    add column kind text not null default 'ASKED' check (kind in ('ASKED', 'ATTENTION', 'REPEAT')),
    add column turn integer,
    drop constraint assignment_state_check,
    add constraint assignment_state_check check (state in ('HELD', 'LAPSED', 'VOTED', 'SKIPPED', 'SET_ASIDE')),
    drop constraint assignment_pair_id_rater_id_key,
    add constraint assignment_once unique (pair_id, rater_id, kind);

drop index assignment_held;
create index assignment_held on assignment (round_id, leased_until) where state = 'HELD' and kind = 'ASKED';

alter table vote
    add column kind text not null default 'ASKED' check (kind in ('ASKED', 'ATTENTION', 'REPEAT')),
    drop constraint vote_pair_id_rater_id_key,
    add constraint vote_once unique (pair_id, rater_id, kind);

-- What every rater has said of pairs of haiku, the excluded ones too: for looking at raters, not for counting.
create view said_vote as
select v.round_id, v.pair_id, p.prompt_id, p.first_id, p.second_id, v.rater_id, v.choice, v.cast_at, v.millis,
       case
           when v.choice in ('TIE', 'NEITHER') then v.choice
           when (v.choice = 'LEFT') = a.first_on_left then 'FIRST'
           else 'SECOND'
       end as preferred,
       coalesce(r.weight, 1) as weight,
       v.assignment_id
from vote v
         join assignment a on a.id = v.assignment_id
         join pair p on p.id = v.pair_id
         left join participation r on r.round_id = v.round_id and r.rater_id = v.rater_id
where v.choice <> 'SKIP'
  and v.kind = 'ASKED';

-- What counts: the same without raters who are excluded. weight is above 0 and at most 1.
create or replace view ballot as
select round_id, pair_id, prompt_id, first_id, second_id, rater_id, choice, cast_at, millis, preferred, weight
from said_vote
where weight > 0;
