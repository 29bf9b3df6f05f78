-- How many calls were made in all; tries begins anew when a person has a call that failed made again.
alter table prompt_call add column calls integer not null default 0;

update prompt_call set calls = tries;
