-- Up Migration

-- Moves the checkpoints of one stage that are still where the caller believes, in the order given: callers give it in
-- order of partition, so that two instances cannot wait for each other in a circle. Answers which of them moved, by
-- their place in the list: one partition may be asked for twice, and only the first of the two may move it.
create function hub.advance(
  of_stage text, of_topic text, partitions smallint[], froms bigint[], tos bigint[], hints bigint[]
) returns int[]
language plpgsql as $$
declare
  moved int[] := '{}';
begin
  for i in 1 .. cardinality(partitions) loop
    if froms[i] = -1 then
      insert into hub.checkpoint (stage, topic, partition, position, hint)
        values (of_stage, of_topic, partitions[i], tos[i], hints[i])
        on conflict (stage, topic, partition)
        do update set position = excluded.position, hint = excluded.hint, moved_at = now()
        where checkpoint.position = -1;
    else
      update hub.checkpoint c set position = tos[i], hint = hints[i], moved_at = now()
        where c.stage = of_stage and c.topic = of_topic and c.partition = partitions[i] and c.position = froms[i];
    end if;
    if found then
      moved := moved || i;
    end if;
  end loop;
  return moved;
end $$;

