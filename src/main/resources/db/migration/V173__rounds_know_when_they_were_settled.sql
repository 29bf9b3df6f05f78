-- Since when every pair has its votes. Set when others are told that the round is settled, and cleared when a pair lacks a vote again: so
-- a round that is closed and opened again in between is not told of twice, and one that was settled while it was paused is told of once.
-- settled_apart, extra_apart: what participation.settled and .extra do not know of, because no rater's vote has done it: pairs that
-- were taken out of the round count as settled, and want no more votes than they have.
alter table round
    add column settled_at    timestamptz,
    add column settled_apart integer not null default 0,
    add column extra_apart   integer not null default 0;

update round set settled_at = now() where status = 'SETTLED';

comment on column pair.dropped_at is
    'When the pair was taken out of its round, because an admin has dropped it or withdrawn one of its poems; it wants no more votes then.';

create index pair_taken_out on pair (round_id, position) where dropped_at is not null;

-- Every row of haiku that is withdrawn, or says the same as one that is.
create view withdrawn_haiku as
select h.id as haiku_id
from withdrawn_poem w join haiku h on h.prompt_id = w.prompt_id and h.fingerprint collate "C" = w.print;

-- Poems were withdrawn before, and their pairs stayed. What follows is org.kukai.annotation.TakenOut for all of them.
with out as (
    select p.id, p.round_id, p.votes, p.settled_at is not null as was_settled, p.dropped_at is not null as was_out,
           pair_needs(p.firsts, p.seconds, p.ties, p.neithers, r.votes_per_pair, r.more_votes, r.settle_early) as needed
    from pair p join round r on r.id = p.round_id
    where p.dropped_at is not null
       or p.first_id in (select haiku_id from withdrawn_haiku)
       or p.second_id in (select haiku_id from withdrawn_haiku)),
taken as (
    update pair p set dropped_at = coalesce(p.dropped_at, now()), wanted = p.votes + p.held, settled_at = coalesce(p.settled_at, now())
    from out where p.id = out.id),
-- A pair that was dropped before was settled by that; whether raters had settled it is not known any more, so it follows from its votes.
sums as (
    select round_id, sum(case when was_out then (votes < needed)::integer else (not was_settled)::integer end) as settled,
           sum(votes - needed) as extra
    from out group by round_id)
update round r set settled_apart = sums.settled, extra_apart = sums.extra from sums where r.id = sums.round_id;
