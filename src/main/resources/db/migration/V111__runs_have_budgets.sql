-- What a run may spend at most before it is paused, texts that end an answer, how many samples one call asks for, and how many prompts
-- are asked before the run waits for a go. Without a limit of calls in flight the run adapts to the server.
alter table run
    add column stop              text[],
    add column samples_per_call  integer check (samples_per_call between 1 and 128),
    add column tokens_per_minute integer check (tokens_per_minute > 0),
    add column token_budget      bigint check (token_budget > 0),
    add column money_budget      numeric check (money_budget > 0),
    add column preview_prompts   integer check (preview_prompts > 0),
    add column prompt_fewer_than integer check (prompt_fewer_than > 0),
    alter column max_in_flight drop not null;

-- Which of the run's prompts a lot is of, by their positions; without it those from the first position on.
alter table run_lot add column positions integer[] check (cardinality(positions) = prompts);
