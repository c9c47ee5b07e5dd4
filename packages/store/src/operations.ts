import type { Instant, Topic } from "@samvirke/kernel";
import { arrayLiteral } from "./arrays.ts";
import type { Session, Statement } from "./session.ts";

const settingsStatement: Statement = {
  name: "settings",
  text: "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')",
};

const lagStatement: Statement = {
  name: "lags",
  text: `select c.stage, c.topic, c.partition, c.position, h.next - 1 - c.position as behind,
      date_part('epoch', (select l.recorded_at from hub.log l
        where l.topic = c.topic and l.partition = c.partition and l.position = c.position + 1)) * 1000 as since
    from hub.checkpoint c join hub.log_head h on h.topic = c.topic and h.partition = c.partition
    order by c.stage, c.topic, c.partition`,
};

const clockStatement: Statement = { name: "clock", text: "select last_day from hub.clock" };
const moveClockStatement: Statement = {
  name: "move_clock",
  text: `insert into hub.clock (last_day) values ($2) on conflict (single) do update set last_day = $2
    where clock.last_day = $1`,
};

const relayHintsStatement: Statement = {
  name: "relay_hints",
  text: "select partition, position from hub.relay_hint where topic = $1",
};
const saveRelayHintStatement: Statement = {
  name: "save_relay_hint",
  text: `insert into hub.relay_hint (topic, partition, position) select $1, h.partition, h.position
    from unnest($2::smallint[], $3::bigint[]) as h(partition, position)
    on conflict (topic, partition) do update set position = excluded.position`,
};

/** The settings that durability hangs on, as the server has them. */
export const settings = async (session: Session): Promise<Readonly<Record<string, string>>> => {
  const rows = await session.rows<{ name: string; setting: string }>(settingsStatement, []);
  return Object.fromEntries(rows.map((row) => [row.name, row.setting]));
};

/** How far a stage is behind in one partition. */
export interface StageLag {
  readonly stage: string;
  readonly topic: Topic;
  readonly partition: number;
  readonly position: number;
  /** Positions not yet handled. */
  readonly behind: number;
  /** When the log took the first of them; null when there is none. */
  readonly since: Instant | null;
}

/** Lag of every stage that ever committed. */
export const lags = (session: Session): Promise<ReadonlyArray<StageLag>> => session.rows(lagStatement, []);

/** Highest position known to be in Kafka, per partition. */
export const relayHints = async (session: Session, topic: Topic): Promise<ReadonlyMap<number, number>> => {
  const rows = await session.rows<{ partition: number; position: number }>(relayHintsStatement, [topic]);
  return new Map(rows.map((row) => [row.partition, row.position]));
};

export const saveRelayHints = async (
  session: Session,
  topic: Topic,
  hints: ReadonlyMap<number, number>,
): Promise<void> => {
  await session.count(saveRelayHintStatement, [
    topic,
    arrayLiteral([...hints.keys()]),
    arrayLiteral([...hints.values()]),
  ]);
};

/** The last day that the clock service appended, in days since 1970; undefined before the first. */
export const clockDay = async (session: Session): Promise<number | undefined> =>
  (await session.rows<{ last_day: number }>(clockStatement, []))[0]?.last_day;

/** Moves the clock when it is still where the caller believes; `from` counts only once there is a day. */
export const moveClock = async (session: Session, from: number | undefined, to: number): Promise<boolean> =>
  (await session.count(moveClockStatement, [from ?? null, to])) === 1;
