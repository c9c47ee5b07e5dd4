-- Up Migration

-- One table per topic hangs below it; each has its own primary key (partition, position), see hub.create_topic.
create table hub.log (
  topic text not null,
  partition smallint not null,
  position bigint not null,
  key uuid not null,
  id uuid not null,
  type text not null,
  headers json not null,
  value bytea not null,
  recorded_at timestamptz(3) not null
) partition by list (topic);

-- Sealed bytes do not compress.
alter table hub.log alter column value set storage external;

-- The row lock on a head is held to the commit: positions are gap-free and in commit order.
create table hub.log_head (
  topic text not null,
  partition smallint not null,
  next bigint not null default 0,
  primary key (topic, partition)
) with (fillfactor = 20);

create function hub.create_topic(name text, partitions int) returns void
language plpgsql as $$
begin
  execute format('create table if not exists hub.%I partition of hub.log for values in (%L) with (toast_tuple_target = 8160)',
    'log_' || name, name);
  execute format('alter table hub.%I alter column value set storage external', 'log_' || name);
  execute format('create unique index if not exists %I on hub.%I (partition, position)', 'log_' || name || '_pk', 'log_' || name);
  execute format('create index if not exists %I on hub.%I (key)', 'log_' || name || '_key', 'log_' || name);
  insert into hub.log_head (topic, partition)
    select name, p from generate_series(0, partitions - 1) as p on conflict do nothing;
end $$;

-- Groups are (topic, partition) in order, so that no two appends can wait for each other in a circle.
-- Bodies come as one bytea: per record its headers (JSON text) and then its value, cut apart here.
create function hub.append(
  topics text[], partitions smallint[], counts int[],
  groups int[], ranks int[], ids uuid[], keys uuid[], types text[],
  starts int[], header_lengths int[], value_lengths int[], body bytea
) returns bigint[]
language plpgsql as $$
declare
  firsts bigint[] := '{}';
  first bigint;
begin
  for i in 1 .. cardinality(topics) loop
    update hub.log_head h set next = h.next + counts[i]
      where h.topic = topics[i] and h.partition = partitions[i]
      returning h.next - counts[i] into first;
    if not found then
      raise exception 'the log has no partition % of topic %', partitions[i], topics[i] using errcode = 'undefined_object';
    end if;
    firsts := firsts || first;
  end loop;
  insert into hub.log (topic, partition, position, key, id, type, headers, value, recorded_at)
    select topics[r.g], partitions[r.g], firsts[r.g] + r.rank, r.key, r.id, r.type,
      convert_from(substring(body from r.start for r.hl), 'UTF8')::json,
      substring(body from r.start + r.hl for r.vl), clock_timestamp()
    from unnest(groups, ranks, ids, keys, types, starts, header_lengths, value_lengths)
      as r(g, rank, id, key, type, start, hl, vl);
  return firsts;
end $$;

create table hub.checkpoint (
  stage text not null,
  topic text not null,
  partition smallint not null,
  position bigint not null,
  hint bigint,
  moved_at timestamptz not null default now(),
  primary key (stage, topic, partition)
) with (fillfactor = 20);

create table hub.parked (
  stage text not null,
  topic text not null,
  partition smallint not null,
  position bigint not null,
  person uuid not null,
  id uuid not null,
  type text not null,
  headers json not null,
  value bytea not null,
  recorded_at timestamptz(3) not null,
  reason text not null,
  detail text not null,
  attempts int not null,
  first_seen timestamptz not null default now(),
  last_seen timestamptz not null default now(),
  primary key (stage, topic, partition, position)
);
create index parked_person on hub.parked (stage, person, position);

create table hub.state (
  stage text not null,
  key text not null,
  value bytea not null,
  primary key (stage, key)
) with (fillfactor = 70);

create table hub.stage_control (
  stage text primary key,
  paused boolean not null,
  reason text,
  by text not null,
  at timestamptz(3) not null default now()
);

create table hub.stage_report (
  stage text not null,
  instance text not null,
  state text not null,
  reason text,
  at timestamptz(3) not null,
  primary key (stage, instance)
);

create table hub.relay_hint (
  topic text not null,
  partition smallint not null,
  position bigint not null,
  primary key (topic, partition)
) with (fillfactor = 50);

create table hub.archive (
  archive_id uuid primary key,
  person_id uuid not null,
  sender bytea not null,
  kind text not null,
  format text not null,
  body bytea not null,
  received_at timestamptz(3) not null
);
alter table hub.archive alter column body set storage external;
create index archive_person on hub.archive (person_id);

create table hub.wire_id (
  alias bytea primary key,
  archive_id uuid not null
);

create table hub.person (
  person_id uuid primary key,
  secret_version int not null,
  wrapped_secret bytea not null
);

create table hub.person_number (
  number_hmac bytea primary key,
  person_id uuid not null
);
create index person_number_person on hub.person_number (person_id);

create table hub.clock (
  single boolean primary key default true check (single),
  last_day int not null
);
