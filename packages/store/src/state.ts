import { arrayLiteral, blob } from "./arrays.ts";
import type { Session, Statement } from "./session.ts";

const readStatement: Statement = {
  name: "states",
  text: "select key, value from hub.state where stage = $1 and key = any($2::text[])",
};

const saveStatement: Statement = {
  name: "save_states",
  text: `insert into hub.state (stage, key, value)
    select $1, s.key, substring($5::bytea from s.start for s.length)
    from unnest($2::text[], $3::int[], $4::int[]) as s(key, start, length)
    on conflict (stage, key) do update set value = excluded.value`,
};

/** States that a stage kept under these keys. */
export const states = async (
  session: Session,
  stage: string,
  keys: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, Uint8Array>> => {
  if (keys.length === 0) return new Map();
  const rows = await session.rows<{ key: string; value: Uint8Array }>(readStatement, [stage, arrayLiteral(keys)]);
  return new Map(rows.map((row) => [row.key, row.value]));
};

/** Keeps states under their keys. */
export const saveStates = async (
  session: Session,
  stage: string,
  values: ReadonlyMap<string, Uint8Array>,
): Promise<void> => {
  if (values.size === 0) return;
  const { body, starts, lengths } = blob([...values.values()]);
  const lists = [[...values.keys()], starts, lengths].map(arrayLiteral);
  await session.count(saveStatement, [stage, ...lists, body]);
};
