-- What a model costs, for a million tokens, and whether its server gives several answers to one request: null until found out.
alter table model
    add column prompt_price     numeric(12, 6) check (prompt_price >= 0),
    add column completion_price numeric(12, 6) check (completion_price >= 0),
    add column currency         text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
    add column gives_several    boolean;
