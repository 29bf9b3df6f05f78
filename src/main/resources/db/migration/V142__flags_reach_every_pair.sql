-- An attention pair shows texts that are no haiku of the pool. A rater may flag them like all others, or would learn which they are;
-- such a flag names no haiku, but which of the two texts it is about. Whoever looks for flagged haiku does not find it.
alter table poem_flag
    alter column haiku_id drop not null,
    add column of_first boolean not null default true;

create unique index poem_flag_once_in_a_turn on poem_flag (assignment_id, of_first, kind);
