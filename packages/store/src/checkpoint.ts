import type { Advance, Checkpoint, Topic } from "@samvirke/kernel";
import { arrayLiteral } from "./arrays.ts";
import type { Session, Statement } from "./session.ts";

const readStatement: Statement = {
  name: "checkpoint",
  text: "select position, hint from hub.checkpoint where stage = $1 and topic = $2 and partition = $3",
};

const advanceStatement: Statement = {
  name: "advance",
  text: "select hub.advance($1, $2, $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[]) as moved",
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

const advanceOf = async (session: Session, moves: ReadonlyArray<Advance>): Promise<ReadonlyArray<Advance>> => {
  const [first] = moves;
  if (!first) return [];
  const lists = [
    moves.map((move) => move.partition),
    moves.map((move) => move.from),
    moves.map((move) => move.to),
    moves.map((move) => String(move.hint)),
  ];
  const values = [first.stage, first.topic, ...lists.map(arrayLiteral)];
  const [row] = await session.rows<{ moved: ReadonlyArray<number> }>(advanceStatement, values);
  return (row?.moved ?? []).flatMap((place) => moves[place - 1] ?? []);
};

/** Moves the checkpoints of one stage and topic that are still where the caller believes; their rows stay locked to the commit. */
export const advance = async (session: Session, moves: ReadonlyArray<Advance>): Promise<ReadonlySet<Advance>> =>
  new Set(
    await advanceOf(
      session,
      moves.toSorted((a, b) => a.partition - b.partition),
    ),
  );
