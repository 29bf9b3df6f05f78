-- When the pair has come to have room again, so that a rater who is past it and has seen all others finds it without a walk over all.
alter table pair add column freed_at timestamptz;

create index pair_freed on pair (round_id, part, freed_at) where has_room and freed_at is not null;

create function note_freed_pair() returns trigger
    language plpgsql
as $$
begin
    new.freed_at := clock_timestamp();
    return new;
end
$$;

create trigger pair_is_freed
    before update on pair
    for each row
    when (old.votes + old.held >= old.wanted and new.votes + new.held < new.wanted)
execute function note_freed_pair();

-- again: how far the rater's second walk has come, over pairs that were locked by others or full when they came by first.
-- looked_at: since when pairs that are freed behind it are still to be looked at.
alter table participation
    add column again     integer not null default 0 check (again >= 0),
    add column looked_at timestamptz;
