-- Up Migration

-- Who turned out to be whom: messages that name something of the merged person go to the survivor. A survivor that is
-- merged itself is followed at once, so that one look leads to the last one.
create table hub.person_link (
  merged uuid primary key,
  survivor uuid not null
);
create index person_link_survivor on hub.person_link (survivor);
