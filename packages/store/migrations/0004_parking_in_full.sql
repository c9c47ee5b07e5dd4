-- Up Migration

-- Counts by stage and reason, and lists of one reason, look at the first parked record of each person.
create index parked_record on hub.parked (id);

-- Who did what to the running hub, and why. Rows are only added.
create table hub.journal (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default clock_timestamp(),
  act text not null,
  stage text,
  redrive uuid,
  by text not null,
  why text not null,
  details json not null
);

-- Records that somebody on call gave up. A stage passes them by whenever it reads them again; their bytes stay in the log.
create table hub.discarded (
  stage text not null,
  topic text not null,
  partition smallint not null,
  position bigint not null,
  person uuid not null,
  id uuid not null,
  type text not null,
  reason text not null,
  detail text not null,
  attempts int not null,
  by text not null,
  why text not null,
  at timestamptz(3) not null default clock_timestamp(),
  primary key (stage, topic, partition, position)
);
create index discarded_person on hub.discarded (person);

create table hub.redrive (
  id uuid primary key,
  scope json not null,
  by text not null,
  why text not null,
  state text not null,
  began_at timestamptz(3) not null default clock_timestamp(),
  changed_at timestamptz(3) not null default clock_timestamp()
);

-- One redrive at a time has a stage, from its beginning until it is done or given up.
create table hub.redrive_hold (
  stage text primary key,
  redrive uuid not null references hub.redrive (id)
);

create table hub.redrive_person (
  redrive uuid not null references hub.redrive (id),
  rank int not null,
  stage text not null,
  person uuid not null,
  state text not null default 'waiting',
  topic text,
  partition smallint,
  position bigint,
  settled_at timestamptz(3),
  primary key (redrive, rank)
) with (fillfactor = 70);
create index redrive_person_state on hub.redrive_person (redrive, state, rank);

-- What somebody wants to know before a redrive. Answered by an instance of the stage, read once, then gone.
create table hub.trial (
  id uuid primary key,
  stage text not null,
  person uuid not null,
  asked_at timestamptz not null default clock_timestamp(),
  taken_at timestamptz,
  answered_at timestamptz,
  answer json
);
create index trial_open on hub.trial (stage) where answered_at is null;
