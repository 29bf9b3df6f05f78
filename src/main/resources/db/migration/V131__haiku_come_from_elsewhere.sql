-- A file of candidates that were made elsewhere, and what became of its rows: counts, and the refused ones with their reasons.
create table haiku_import (
    id               uuid primary key,
    file_name        text        not null,
    scorer           text        not null,
    rows             integer     not null check (rows >= 0),
    prompts          integer     not null check (prompts >= 0),
    added            integer     not null check (added >= 0),
    duplicates       integer     not null check (duplicates >= 0),
    rejected         integer     not null check (rejected >= 0),
    rejected_lines   integer[]   not null,
    rejected_details text[]      not null,
    created_at       timestamptz not null,
    created_by       uuid references account (id),
    check (cardinality(rejected_lines) = cardinality(rejected_details))
);

-- Where an imported haiku stood: line and place in the file, whom the file names as its writer, and the text as it came. The same
-- text by the same writer for the same prompt is stored once; digest is the beginning of its SHA-256.
create table imported_haiku (
    haiku_id  uuid primary key references haiku (id) deferrable initially deferred,
    import_id uuid    not null references haiku_import (id) deferrable initially deferred,
    prompt_id uuid    not null references prompt (id),
    model     text    not null,
    digest    uuid    not null,
    line      integer not null check (line > 0),
    place     integer not null check (place >= 0),
    system    text    not null,
    raw       text    not null,
    unique (prompt_id, digest, model)
);

create index imported_haiku_import on imported_haiku (import_id);
create index imported_haiku_model on imported_haiku (model);

create or replace view authorship as
select a.haiku_id, r.id as run_id, coalesce(m.model_name, r.model_name) as model, r.system_template, a.raw, a.id as attempt_id
from attempt a
         join run r on r.id = a.run_id
         left join run_model m on m.run_id = a.run_id and m.place = a.model_place
where a.haiku_id is not null
union all
select i.haiku_id, null, i.model, i.system, i.raw, null
from imported_haiku i;
