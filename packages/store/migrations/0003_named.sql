-- Up Migration

-- An alias that a message named before anything bore it: its row is held until something does.
alter table hub.wire_id add column waiting boolean not null default false;

-- Who named such an alias, in the order in which they came.
create table hub.wire_waiting (
  rank bigint generated always as identity,
  alias bytea not null,
  archive_id uuid not null,
  primary key (alias, archive_id)
);
