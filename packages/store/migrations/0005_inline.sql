-- Up Migration

-- Sealed bytes do not become smaller, and a row that holds them itself costs less than one that points at their pieces.
alter table hub.state alter column value set storage external;
alter table hub.state set (toast_tuple_target = 8160);
alter table hub.archive set (toast_tuple_target = 8160);
