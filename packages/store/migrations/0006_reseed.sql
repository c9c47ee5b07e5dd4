-- Up Migration

-- The latest wish that the relay fills a topic of Kafka anew from the log; the relay answers it under its lock.
create table hub.reseed (
  topic text primary key,
  deletes boolean not null,
  state text not null,
  by text not null,
  why text not null,
  at timestamptz(3) not null default now()
);
