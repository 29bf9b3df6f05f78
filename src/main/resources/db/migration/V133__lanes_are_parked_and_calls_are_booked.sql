-- A run asks its models side by side, each on a lane of its own. One that cannot go on is parked, for the reason said here, until a person
-- sets it in motion again or drops it from the run; the others go on. planned is its part of the run.
alter table run_model
    add column planned         integer not null default 0,
    add column parked          text,
    add column dropped_at      timestamptz,
    add column unpriced_tokens bigint  not null default 0;

update run_model m
set planned         = r.planned / r.models,
    unpriced_tokens = case when d.prompt_price is null and d.completion_price is null and d.kind <> 'COMPOSER'
                           then m.prompt_tokens + m.completion_tokens else 0 end
from run r, model d
where r.id = m.run_id and d.id = m.model_id;

-- What calls cost, booked as they are stored, at the price of then: a price that changes later changes nothing that was spent.
-- unpriced_tokens are those that were taken while nobody had said a price.
create table run_cost (
    run_id   uuid     not null,
    place    smallint not null,
    currency text     not null,
    amount   numeric  not null,
    primary key (run_id, place, currency),
    foreign key (run_id, place) references run_model (run_id, place)
);

insert into run_cost
select m.run_id, m.place, d.currency,
       (m.prompt_tokens * coalesce(d.prompt_price, 0) + m.completion_tokens * coalesce(d.completion_price, 0)) / 1000000
from run_model m join model d on d.id = m.model_id
where (d.prompt_price is not null or d.completion_price is not null) and m.prompt_tokens + m.completion_tokens > 0;

-- Of the run's budget of money; the prices of its models are in it.
alter table run add column currency text check (currency ~ '^[A-Z]{3}$');

update run r
set currency = (select d.currency from run_model m join model d on d.id = m.model_id
                where m.run_id = r.id and (d.prompt_price is not null or d.completion_price is not null)
                order by m.place limit 1)
where money_budget is not null;
