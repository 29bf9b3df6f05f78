-- A model is a name for an endpoint; its key is encrypted, or a reference to a setting, or absent.
create table model (
    id            uuid primary key,
    name          text        not null,
    kind          text        not null check (kind in ('OPENAI', 'COMPOSER')),
    base_url      text,
    model_id      text,
    key_encrypted bytea,
    key_reference text,
    created_at    timestamptz not null,
    removed_at    timestamptz,
    check (kind = 'COMPOSER' or (base_url is not null and model_id is not null)),
    check (key_encrypted is null or key_reference is null)
);

-- A removed model keeps its name for its history; another may take the name.
create unique index model_name on model (name) where removed_at is null;

insert into model (id, name, kind, created_at) values (uuid7(), 'composer', 'COMPOSER', now());
