-- The same votes, each with what it counts for: the weight of its rater in the round that it was cast in.
create or replace view counted_vote as
select distinct on (b.prompt_id, prints.low_print, prints.high_print, b.rater_id)
       b.prompt_id, prints.low_print, prints.high_print, b.rater_id, b.round_id, b.choice,
       case
           when b.preferred in ('TIE', 'NEITHER') then b.preferred
           when (b.preferred = 'FIRST') = prints.straight then 'LOW'
           else 'HIGH'
       end as preferred,
       b.weight
from ballot b
         join haiku f on f.id = b.first_id
         join haiku s on s.id = b.second_id
         cross join lateral (select least(f.fingerprint collate "C", s.fingerprint collate "C")    as low_print,
                                    greatest(f.fingerprint collate "C", s.fingerprint collate "C") as high_print,
                                    f.fingerprint collate "C" <= s.fingerprint collate "C"         as straight) prints
order by b.prompt_id, prints.low_print, prints.high_print, b.rater_id, b.cast_at desc, b.pair_id desc;
