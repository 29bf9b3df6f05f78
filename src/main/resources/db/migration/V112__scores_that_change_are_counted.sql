-- The counts of a run follow when its haiku are scored anew, whoever does it.
create function recount_scores() returns trigger
    language plpgsql
as $$
begin
    update run_model m
    set score_0 = score_0 + d0, score_1 = score_1 + d1, score_2 = score_2 + d2, score_3 = score_3 + d3, score_4 = score_4 + d4
    from (select a.run_id, a.model_place as place,
                 sum((n.score = 0)::integer - (o.score = 0)::integer) as d0,
                 sum((n.score = 1)::integer - (o.score = 1)::integer) as d1,
                 sum((n.score = 2)::integer - (o.score = 2)::integer) as d2,
                 sum((n.score = 3)::integer - (o.score = 3)::integer) as d3,
                 sum((n.score = 4)::integer - (o.score = 4)::integer) as d4
          from old_rows o
                   join new_rows n using (id)
                   join attempt a on a.haiku_id = n.id
          where o.score <> n.score
          group by 1, 2) changed
    where m.run_id = changed.run_id and m.place = changed.place;
    return null;
end
$$;

create trigger haiku_scored_anew
    after update on haiku
    referencing old table as old_rows new table as new_rows
    for each statement execute function recount_scores();
