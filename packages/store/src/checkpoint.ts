import type { Advance, Checkpoint, Topic } from "@samvirke/kernel";
import type { Session, Statement } from "./session.ts";

const readStatement: Statement = {
  name: "checkpoint",
  text: "select position, hint from hub.checkpoint where stage = $1 and topic = $2 and partition = $3",
};

const moveStatement: Statement = {
  name: "advance",
  text: `update hub.checkpoint set position = $5, hint = $6, moved_at = now()
    where stage = $1 and topic = $2 and partition = $3 and position = $4`,
};

const firstStatement: Statement = {
  name: "advance_first",
  text: `insert into hub.checkpoint (stage, topic, partition, position, hint) values ($1, $2, $3, $5, $6)
    on conflict (stage, topic, partition) do update set position = excluded.position, hint = excluded.hint, moved_at = now()
    where checkpoint.position = $4`,
};

/** The checkpoint of a stage; position -1 where it never committed. */
export const checkpoint = async (
  session: Session,
  of: { readonly stage: string; readonly topic: Topic; readonly partition: number },
): Promise<Checkpoint> => {
  const values = [of.stage, of.topic, of.partition];
  const [row] = await session.rows<{ position: number; hint: number | null }>(readStatement, values);
  if (!row) return { position: -1, hint: undefined };
  return { position: row.position, hint: row.hint === null ? undefined : BigInt(row.hint) };
};

/** Moves a checkpoint when it is still where the caller believes; the row stays locked to the commit. */
export const advance = async (session: Session, move: Advance): Promise<boolean> => {
  const { stage, topic, partition, from, to, hint } = move;
  const statement = from === -1 ? firstStatement : moveStatement;
  return (await session.count(statement, [stage, topic, partition, from, to, String(hint)])) === 1;
};
