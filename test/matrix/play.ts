import { setTimeout as delay } from "node:timers/promises";
import { identityNumber } from "../hub/persons.ts";
import { until } from "../hub/together.ts";
import { compare } from "./compare.ts";
import type { CaseResult, MatrixCase, Message, Seen, Sent, Step, World } from "./model.ts";
import type { Played } from "./observe.ts";
import { caused, observe, streamsOf, writtenFor } from "./observe.ts";
import type { Ground } from "./place.ts";
import { senders } from "./place.ts";

interface Standing {
  readonly behind: number;
  readonly heads: string;
}

/** How many positions the stages are behind, and where the log stands. */
const standing = async ({ database }: Ground): Promise<Standing> => {
  const { rows } = await database.query<{ behind: string; heads: string }>(
    `with reader as (select distinct stage, topic from hub.checkpoint)
     select coalesce(sum(greatest(0, h.next - 1 - coalesce(c.position, -1))), 0) as behind,
       coalesce((select sum(next) from hub.log_head), 0) as heads
     from reader r join hub.log_head h on h.topic = r.topic
     left join hub.checkpoint c on c.stage = r.stage and c.topic = r.topic and c.partition = h.partition`,
  );
  return { behind: Number(rows[0]?.behind ?? 0), heads: rows[0]?.heads ?? "" };
};

/** Waits until nothing moves any more: every stage is where the log is, twice in a row. */
export const quiet = async (ground: Ground): Promise<void> => {
  const seen: Array<string> = [];
  await until(
    "every stage to be where the log is",
    async () => {
      const { behind, heads } = await standing(ground);
      seen.push(behind === 0 ? heads : "");
      return seen.length > 2 && seen.slice(-3).every((one) => one !== "" && one === heads) ? true : undefined;
    },
    30,
  );
};

const post = async (ground: Ground, message: Message): Promise<{ readonly status: number; readonly id: string }> => {
  const caller = ground.caller(message.party ?? senders[message.from]);
  if (caller === undefined) return { status: 0, id: "" };
  const answer = await fetch(`${caller.base}/v1/messages`, {
    method: "POST",
    headers: {
      ...caller.headers,
      "content-type": message.contentType,
      ...(message.receivedAt === undefined ? {} : { "samvirke-received-at": message.receivedAt }),
      ...(message.topic === undefined ? {} : { "samvirke-record-topic": message.topic }),
    },
    body: Buffer.from(message.bytes),
  });
  const body = (await answer.json()) as { readonly messageId?: string };
  return { status: answer.status, id: body.messageId ?? "" };
};

const wireIdIn = (body: string | undefined): ReadonlyArray<string> => {
  const id = /<(?:\w+:)?MsgId>([^<]+)</.exec(body ?? "")?.[1];
  return id === undefined ? [] : [id];
};

const send = async (ground: Ground, message: Message): Promise<Sent> => {
  const { status, id } = await post(ground, message);
  if (status !== 202 && status !== 200) return { message, status, messageId: "", streams: [], written: [] };
  await quiet(ground);
  const records = await caused(ground, id);
  const [first] = await ground.database
    .query<{ person_id: string }>("select person_id from hub.archive where archive_id = $1", [id])
    .then(({ rows }) => rows);
  const written = first
    ? await writtenFor(
        ground,
        first.person_id,
        records.map((row) => row.id),
      )
    : [];
  const letters = written.filter(({ to }) => to === "health");
  return {
    message,
    status,
    messageId: id,
    streams: streamsOf(records),
    written: letters.flatMap(({ body }) => wireIdIn(body)),
  };
};

/** Puts the clock back by a day, so that it tells yesterday once more, and waits until everybody has heard it. */
const passDay = async (ground: Ground): Promise<Date> => {
  const { rows } = await ground.database.query<{ now: Date; heads: string }>(
    "with moved as (update hub.clock set last_day = last_day - 1 returning 1) select clock_timestamp() as now, (select sum(next) from hub.log_head) as heads from moved",
  );
  const before = Number(rows[0]?.heads ?? 0);
  await until(
    "the day to be told",
    async () => {
      const { rows: heads } = await ground.database.query<{ sum: string }>("select sum(next) from hub.log_head");
      return Number(heads[0]?.sum ?? 0) >= before + 12 ? true : undefined;
    },
    40,
  );
  await quiet(ground);
  return rows[0]?.now ?? new Date();
};

interface Told {
  readonly sent: ReadonlyArray<Sent>;
  readonly dayPassedAt: Date | undefined;
}

const playSteps = async (
  ground: Ground,
  n: number,
  steps: ReadonlyArray<Step>,
  earlier: ReadonlyArray<Sent>,
): Promise<Told> => {
  const sent: Array<Sent> = [];
  const days: Array<Date> = [];
  for (const step of steps) {
    if (step === "a day passes") days.push(await passDay(ground));
    else {
      const world: World = { n, sent: [...earlier, ...sent] };
      sent.push(await send(ground, step(world)));
    }
  }
  return { sent, dayPassedAt: days[0] };
};

const tries = 4;

/** Looks until the case is as the table says, a few times: the last effects may come after the log stands still. */
const look = async (ground: Ground, played: Played, expected: MatrixCase["expected"]): Promise<Seen> => {
  for (let attempt = 1; ; attempt += 1) {
    const seen = await observe(ground, played);
    if (compare(expected, seen).length === 0 || attempt === tries) return seen;
    await delay(250);
  }
};

/** Plays one case about a person of its own and compares what follows with the table. */
export const playCase = async (
  ground: Ground,
  { case: one, n, gap }: { readonly case: MatrixCase; readonly n: number; readonly gap: string | undefined },
): Promise<CaseResult> => {
  const { row, what, before = [], own, expected } = one;
  try {
    const earlier = await playSteps(ground, n, before, []);
    const later = await playSteps(ground, n, own, earlier.sent);
    const played = { number: identityNumber(n), before: earlier.sent, own: later.sent, dayPassedAt: later.dayPassedAt };
    const seen = await look(ground, played, expected);
    return { row, what, findings: compare(expected, seen), seen, gap };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "it failed";
    return { row, what, findings: [`could not be played: ${reason}`], seen: undefined, gap };
  }
};
