-- What all nodes together know of the calls of a run and model, or of a model: how many may be in flight, when the next may
-- begin, when the server wants to be left alone, and whether it is alive. Every figure here may be lost without harm.
create table gate (
    id                   text primary key,
    most                 integer,
    adapts               boolean          not null default false,
    in_force             double precision not null,
    baseline_millis      double precision not null default 0,
    settled              boolean          not null default false,
    answered             integer          not null default 0,
    overloaded           integer          not null default 0,
    latency_millis       double precision not null default 0,
    adjusted_at          timestamptz      not null,
    next_request         timestamptz      not null,
    next_token           timestamptz      not null,
    rest_until           timestamptz,
    circuit              text             not null default 'CLOSED' check (circuit in ('CLOSED', 'OPEN', 'PROBING')),
    probe_at             timestamptz,
    probe_pause_millis   bigint           not null default 0,
    prober               uuid,
    why                  text,
    why_at               timestamptz,
    used_at              timestamptz      not null
);

-- The part of the calls in flight that a node may make. The sum of slots never exceeds what is in force when they are dealt
-- out, under the lock of the gate's row. A node that does not renew its lease is dead, and others take its slots.
create table gate_lease (
    gate_id    text        not null references gate (id) on delete cascade,
    holder     uuid        not null,
    slots      integer     not null check (slots >= 0),
    in_flight  integer     not null,
    waiting    integer     not null,
    wanted     integer     not null,
    expires_at timestamptz not null,
    primary key (gate_id, holder)
);
