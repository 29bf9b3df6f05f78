-- Every pair that may become a row, one row each, in an order that depends on the data alone.
-- Parameters: 1 whether votes are read, 2 whether pairs without a counted vote are wanted, 3 whether each prompt's best
-- poem is paired with its worst. Texts that are the same poem (fingerprint) are one poem, whatever rows hold them: their votes
-- are added up, and the oldest row stands for them.
with tally as (
    select p.prompt_id, p.first_id, p.second_id,
           count(*) filter (where b.preferred = 'FIRST')   as for_first,
           count(*) filter (where b.preferred = 'SECOND')  as for_second,
           count(*) filter (where b.preferred = 'TIE')     as ties,
           count(*) filter (where b.preferred = 'NEITHER') as neithers
    from pair p
             left join ballot b on b.pair_id = p.id
    where ?
    group by p.id
),
oriented as (
    select t.*,
           f.fingerprint collate "C" as first_print,
           s.fingerprint collate "C" as second_print,
           f.fingerprint collate "C" <= s.fingerprint collate "C" as straight
    from tally t
             join haiku f on f.id = t.first_id
             join haiku s on s.id = t.second_id
),
shown as (
    select prompt_id,
           case when straight then first_print else second_print end                                as low_print,
           case when straight then second_print else first_print end                                as high_print,
           (array_agg(case when straight then first_id else second_id end
                order by case when straight then first_id else second_id end))[1]                   as low_id,
           (array_agg(case when straight then second_id else first_id end
                order by case when straight then second_id else first_id end))[1]                   as high_id,
           sum(case when straight then for_first else for_second end)::integer                      as for_low,
           sum(case when straight then for_second else for_first end)::integer                      as for_high,
           sum(ties)::integer                                                                       as ties,
           sum(neithers)::integer                                                                   as neithers
    from oriented
    group by 1, 2, 3
    having ? or sum(for_first + for_second + ties + neithers) > 0
),
usable as (
    select id, prompt_id, score, strict575, chatter, fingerprint collate "C" as print
    from haiku
    where text ~ '\S'
      and fingerprint <> 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
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
    select prompt_id, low_print, high_print, low_id, high_id, true as voted, for_low, for_high, ties, neithers
    from shown
    union all
    select prompt_id, low_print, high_print, low_id, high_id, false, 0, 0, 0, 0
    from extremes e
    where not exists (select
                      from shown s
                      where s.prompt_id = e.prompt_id
                        and s.low_print = e.low_print
                        and s.high_print = e.high_print)
)
select p.id as prompt_id, p.text as prompt, p.split = 'HELD_OUT' as held_out,
       pairs.voted, pairs.for_low, pairs.for_high, pairs.ties, pairs.neithers,
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
