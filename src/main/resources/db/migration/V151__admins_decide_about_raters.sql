-- What an admin decides can be undone; that is a row of its own, and the decision stays on record. "what" is the id of a row of
-- rater_decision, pair_adjudication or poem_decision.
create table undoing (
    what      uuid primary key,
    undone_by uuid        not null references account (id),
    undone_at timestamptz not null
);

-- What a rater's votes count for, in one round or (round_id is null) everywhere: 0 is exclusion. The last one that was not undone
-- stands; of the round's own and the general one the lower counts.
create table rater_decision (
    id         uuid primary key,
    rater_id   uuid          not null references account (id),
    round_id   uuid references round (id),
    weight     numeric(3, 2) not null check (weight between 0 and 1),
    reason     text          not null check (char_length(reason) between 1 and 500),
    decided_by uuid          not null references account (id),
    decided_at timestamptz   not null
);

create index rater_decision_rater on rater_decision (rater_id, round_id, id desc);

create function rater_weight(rater uuid, in_round uuid) returns numeric
    language sql stable
as $$
select least(
    coalesce((select d.weight from rater_decision d
              where d.rater_id = $1 and d.round_id = $2 and not exists (select from undoing u where u.what = d.id)
              order by d.id desc limit 1), 1),
    coalesce((select d.weight from rater_decision d
              where d.rater_id = $1 and d.round_id is null and not exists (select from undoing u where u.what = d.id)
              order by d.id desc limit 1), 1))
$$;

-- How many votes a pair needs that has these: org.kukai.annotation.Overlap once more, for many pairs at once.
create function pair_needs(firsts integer, seconds integer, ties integer, neithers integer, usual integer, more integer, early boolean)
    returns integer
    language sql immutable parallel safe
as $$
select case
           when votes < usual then case when early and lead > usual - votes then votes else usual end
           when lead > 0 then votes
           else greatest(usual, least(usual + more, votes + 1))
       end
from (select firsts + seconds + ties + neithers as votes,
             (select (array_agg(n order by n desc))[1] - (array_agg(n order by n desc))[2]
              from unnest(array [firsts, seconds, ties, neithers]) n) as lead) tally
$$;
