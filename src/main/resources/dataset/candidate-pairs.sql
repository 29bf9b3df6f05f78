-- Every pair that may become a row, one row each, in an order that depends on the data alone.
-- Parameters: 1 whether votes are read, 2 whether pairs without a counted vote are wanted, 3 whether each prompt's best
-- poem is paired with its worst. Texts that are the same poem (fingerprint) are one poem, whatever rows hold them: the oldest
-- row stands for them, and the votes of different raters are added up, of one rater the latest counts, by heads and by what they
-- count for in hundredths. decided is an admin's
-- word on the pair, where there is one; withdrawn says that an admin has taken one of the poems out.
with placed as (
    select p.prompt_id,
           case when straight then first_print else second_print end as low_print,
           case when straight then second_print else first_print end as high_print,
           case when straight then p.first_id else p.second_id end   as low_id,
           case when straight then p.second_id else p.first_id end   as high_id
    from pair p
             join haiku f on f.id = p.first_id
             join haiku s on s.id = p.second_id
             cross join lateral (select f.fingerprint collate "C"                              as first_print,
                                        s.fingerprint collate "C"                              as second_print,
                                        f.fingerprint collate "C" <= s.fingerprint collate "C" as straight) prints
    where ?
),
counted as (
    select prompt_id, low_print, high_print,
           count(*) filter (where preferred = 'LOW')::integer     as for_low,
           count(*) filter (where preferred = 'HIGH')::integer    as for_high,
           count(*) filter (where preferred = 'TIE')::integer     as ties,
           count(*) filter (where preferred = 'NEITHER')::integer as neithers,
           (100 * coalesce(sum(weight) filter (where preferred = 'LOW'), 0))::integer     as low_weight,
           (100 * coalesce(sum(weight) filter (where preferred = 'HIGH'), 0))::integer    as high_weight,
           (100 * coalesce(sum(weight) filter (where preferred = 'TIE'), 0))::integer     as tie_weight,
           (100 * coalesce(sum(weight) filter (where preferred = 'NEITHER'), 0))::integer as neither_weight
    from counted_vote
    group by 1, 2, 3
),
shown as (
    select p.prompt_id, p.low_print, p.high_print,
           (array_agg(p.low_id order by p.low_id))[1]   as low_id,
           (array_agg(p.high_id order by p.high_id))[1] as high_id,
           coalesce(max(c.for_low), 0)                  as for_low,
           coalesce(max(c.for_high), 0)                 as for_high,
           coalesce(max(c.ties), 0)                     as ties,
           coalesce(max(c.neithers), 0)                 as neithers,
           coalesce(max(c.low_weight), 0)               as low_weight,
           coalesce(max(c.high_weight), 0)              as high_weight,
           coalesce(max(c.tie_weight), 0)               as tie_weight,
           coalesce(max(c.neither_weight), 0)           as neither_weight,
           max(j.decided)                               as decided
    from placed p
             left join counted c on c.prompt_id = p.prompt_id and c.low_print = p.low_print and c.high_print = p.high_print
             left join adjudicated_pair j
                       on j.prompt_id = p.prompt_id and j.low_print = p.low_print and j.high_print = p.high_print
    group by 1, 2, 3
    having ? or count(c.prompt_id) > 0 or count(j.prompt_id) > 0
),
usable as (
    select id, prompt_id, score, strict575, chatter, fingerprint collate "C" as print
    from haiku
    where text ~ '\S'
      and fingerprint <> 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
      and not exists (select
                      from withdrawn_poem w
                      where w.prompt_id = haiku.prompt_id
                        and w.print = haiku.fingerprint collate "C")
),
best as (
    select distinct on (prompt_id) prompt_id, id, print
    from usable
    order by prompt_id, score desc, strict575 desc, chatter, print, id
),
worst as (
    select distinct on (u.prompt_id) u.prompt_id, u.id, u.print
    from usable u
             join best b on b.prompt_id = u.prompt_id and b.print <> u.print
    order by u.prompt_id, u.score, u.strict575, u.chatter desc, u.print, u.id
),
extremes as (
    select asked.prompt_id,
           case when w.id is null or b.print <= w.print then b.print else w.print end as low_print,
           case when w.id is null or b.print <= w.print then w.print else b.print end as high_print,
           case when w.id is null or b.print <= w.print then b.id else w.id end       as low_id,
           case when w.id is null or b.print <= w.print then w.id else b.id end       as high_id
    from (select distinct prompt_id from haiku where ?) asked
             left join best b on b.prompt_id = asked.prompt_id
             left join worst w on w.prompt_id = asked.prompt_id
),
pairs as (
    select prompt_id, low_print, high_print, low_id, high_id, true as voted, for_low, for_high, ties, neithers,
           low_weight, high_weight, tie_weight, neither_weight, decided
    from shown
    union all
    select prompt_id, low_print, high_print, low_id, high_id, false, 0, 0, 0, 0, 0, 0, 0, 0, null
    from extremes e
    where not exists (select
                      from shown s
                      where s.prompt_id = e.prompt_id
                        and s.low_print = e.low_print
                        and s.high_print = e.high_print)
)
select p.id as prompt_id, p.text as prompt, p.split = 'HELD_OUT' as held_out,
       pairs.voted, pairs.for_low, pairs.for_high, pairs.ties, pairs.neithers,
       pairs.low_weight, pairs.high_weight, pairs.tie_weight, pairs.neither_weight, pairs.decided,
       exists (select
               from withdrawn_poem w
               where w.prompt_id = p.id
                 and w.print in (pairs.low_print, pairs.high_print)) as withdrawn,
       l.id as low_id, l.text as low_text, l.score as low_score, l.strict575 as low_strict575, l.chatter as low_chatter,
       l.fingerprint as low_fingerprint, l.scorer as low_scorer,
       la.model as low_model, la.system_template as low_system, la.run_id as low_run_id,
       h.id as high_id, h.text as high_text, h.score as high_score, h.strict575 as high_strict575, h.chatter as high_chatter,
       h.fingerprint as high_fingerprint, h.scorer as high_scorer,
       ha.model as high_model, ha.system_template as high_system, ha.run_id as high_run_id
from pairs
         join prompt p on p.id = pairs.prompt_id
         left join haiku l on l.id = pairs.low_id
         left join haiku h on h.id = pairs.high_id
         left join authorship la on la.haiku_id = l.id
         left join authorship ha on ha.haiku_id = h.id
order by p.id, pairs.low_print, pairs.high_print, l.id, h.id
