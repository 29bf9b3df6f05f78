-- What a run may spend at most before it is paused, texts that end an answer, and how many prompts it asks before it waits for a go.
alter table run
    add column stop              text[],
    add column tokens_per_minute integer check (tokens_per_minute > 0),
    add column token_budget      bigint check (token_budget > 0),
    add column money_budget      numeric check (money_budget > 0),
    add column preview_prompts   integer check (preview_prompts > 0),
    add column prompt_fewer_than integer check (prompt_fewer_than > 0);
