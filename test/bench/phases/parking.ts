import { setTimeout as delay } from "node:timers/promises";
import { topics } from "@samvirke/contracts";
import { freePort } from "@samvirke/local";
import type { Bench } from "../ground/bench.ts";
import { expectCount } from "../ground/bench.ts";
import { makeGround, numberOf, startService } from "../ground/ground.ts";
import type { Ground } from "../ground/ground.ts";
import { archiveOf, makeLives } from "../ground/lives.ts";
import type { Lives } from "../ground/lives.ts";
import { watchUntilDone } from "../ground/progress.ts";
import { untilReady } from "../ground/until-ready.ts";

const stage = "health-projector";
const each = 10;
/** One person in a hundred. */
const poisonedEvery = 100;
// Events a second: well below what the stage takes, so that latency is not that of a queue.
const rate = 800;
const tickMs = 20;
/** The first share of the run makes the processes warm and is not counted. */
const warmShare = 0.1;

const isPoisoned = (person: number): boolean => person % poisonedEvery === 7;

const poisonedIn = (persons: number): ReadonlyArray<number> =>
  Array.from({ length: persons }, (_, person) => person).filter(isPoisoned);

const handled = (ground: Ground): Promise<number> =>
  numberOf(ground, "select coalesce(sum(position + 1), 0) n from hub.checkpoint where stage = $1", [stage]);

/** Appends at a steady pace, whatever the stages do; answers how long it took. Unit: seconds. */
const feed = async ({ hub }: Ground, { records }: Lives): Promise<number> => {
  const began = performance.now();
  for (let sent = 0; sent < records.length;) {
    const due = Math.min(records.length, Math.ceil(((performance.now() - began) / 1000) * rate));
    const part = records.slice(sent, Math.min(due, sent + 500));
    if (part.length > 0) {
      await hub.store.transact((transaction) => transaction.append(part));
      hub.store.wake();
    }
    sent += part.length;
    await delay(tickMs);
  }
  return (performance.now() - began) / 1000;
};

const latencyStatement = `with told as (
    select recorded_at, (select h->>1 from json_array_elements(headers) h where h->>0 = 'causationid')::uuid as cause
    from hub.log where topic = $1)
  select percentile_cont(array[0.5, 0.95, 0.99]) within group (order by date_part('epoch', t.recorded_at - e.recorded_at) * 1000) as p
  from hub.log e join told t on t.cause = e.id
  where e.topic = $2 and not e.key = any($3::uuid[]) and e.recorded_at > (select min(recorded_at) from hub.log where topic = $2)
    + interval '1 second' * $4`;

interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** From an event in the log to what the stage tells its subscribers of it; of healthy persons, by the database's clock. */
const latencyOf = async (ground: Ground, { persons }: Lives, seconds: number): Promise<Latency> => {
  const ill = poisonedIn(persons.length).map((person) => persons[person]?.person ?? "");
  const { rows } = await ground.database.query<{ p: ReadonlyArray<number> }>(latencyStatement, [
    topics.healthChanges,
    topics.events,
    ill,
    seconds * warmShare,
  ]);
  const [p50 = Number.NaN, p95 = Number.NaN, p99 = Number.NaN] = rows[0]?.p ?? [];
  return { p50, p95, p99 };
};

const contentStatement = (table: string): string =>
  `select count(*) n, md5(string_agg(h, '' order by h)) as sum from
    (select md5((to_jsonb(t) - 'recorded_at')::text) as h from ${table} t) hashed`;

// When the log took an event differs from run to run, and what was told on holds it; its ids and order do not.
const toldStatement = `select count(*) n, md5(string_agg(l, '' order by l)) as sum from
    (select key::text || string_agg(id::text, ',' order by position) as l from hub.log where topic = $1 group by key) lines`;

/** What the stage made, table by table. */
const contentOf = async ({ database }: Ground): Promise<ReadonlyMap<string, string>> => {
  const tables = await database.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'view_health' order by 1",
  );
  const content = new Map<string, string>();
  const note = async (name: string, text: string, values: ReadonlyArray<unknown>): Promise<void> => {
    const { rows } = await database.query<{ n: string; sum: string | null }>(text, [...values]);
    content.set(name, `${rows[0]?.n ?? "0"} ${rows[0]?.sum ?? ""}`);
  };
  for (const { name } of tables.rows) await note(name, contentStatement(name), []);
  await note("changes", toldStatement, [topics.healthChanges]);
  return content;
};

const poison = async ({ database }: Ground, lives: Lives): Promise<void> => {
  const refused = poisonedIn(lives.persons.length).map((person) => `'${archiveOf(person, 0)}'`);
  await database.query(
    `alter table view_health.sick_leave add constraint bench_poison check (archive_id <> all (array[${refused.join(",")}]::uuid[]))`,
  );
};

interface Run {
  readonly ground: Ground;
  readonly latency: Latency;
  readonly stop: () => Promise<void>;
}

const startIn = async (ground: Ground, from: Ground) => {
  const env = { SAMVIRKE_MASTER_KEY_FILE: from.env["SAMVIRKE_MASTER_KEY_FILE"] ?? "" };
  const port = await freePort();
  const services = [startService(ground, "relay", { env })];
  services.push(startService(ground, "operations", { env: { ...env, SAMVIRKE_PORT: String(port) } }));
  await untilReady(port);
  services.push(startService(ground, stage, { env }));
  return { port, stop: async () => void (await Promise.all(services.map((service) => service.stop()))) };
};

const untilTable = async (ground: Ground): Promise<void> => {
  await watchUntilDone({
    what: "tables of the view",
    total: 1,
    everyMs: 200,
    done: () =>
      numberOf(
        ground,
        "select count(*) n from pg_tables where schemaname = 'view_health' and tablename = 'sick_leave'",
      ),
  });
};

const runWith = async (
  { ground, lives, from }: { readonly ground: Ground; readonly lives: Lives; readonly from: Ground },
  isPoisonedRun: boolean,
): Promise<Run & { readonly port: number }> => {
  const { port, stop } = await startIn(ground, from);
  await untilTable(ground);
  if (isPoisonedRun) await poison(ground, lives);
  for (let at = 0; at < lives.persons.length; at += 1_000)
    await ground.hub.store.transact((transaction) => transaction.addPersons(lives.persons.slice(at, at + 1_000)));
  const seconds = await feed(ground, lives);
  await watchUntilDone({ what: stage, total: lives.records.length, done: () => handled(ground) });
  const latency = await latencyOf(ground, lives, seconds);
  ground.bench.tell(
    `  ${ground.name}: ${(lives.records.length / seconds).toFixed(0)} events/s; healthy persons' event to change p50 ${latency.p50.toFixed(1)} ms, p95 ${latency.p95.toFixed(1)} ms, p99 ${latency.p99.toFixed(1)} ms`,
  );
  return { ground, latency, port, stop };
};

interface Redrive {
  readonly id: string;
  readonly state: string;
  readonly persons: { readonly total: number; readonly drained: number };
}

const redriveAll = async ({ ground, port }: { readonly ground: Ground; readonly port: number }): Promise<Redrive> => {
  const url = `http://127.0.0.1:${port}/v1`;
  const body = JSON.stringify({ stage, all: true, reason: "the constraint is gone", by: "bench" });
  const began = performance.now();
  const headers = { "content-type": "application/json" };
  const begun = (await (await fetch(`${url}/parked/redrive`, { method: "POST", headers, body })).json()) as Redrive;
  for (;;) {
    const now = (await (await fetch(`${url}/redrives/${begun.id}`)).json()) as Redrive;
    if (now.state === "done") {
      ground.bench.tell(
        `  redriven: ${now.persons.total} persons in ${((performance.now() - began) / 1000).toFixed(1)} s`,
      );
      return now;
    }
    await delay(100);
  }
};

const compare = async (bench: Bench, clean: Ground, healed: Ground): Promise<void> => {
  const [wanted, found] = [await contentOf(clean), await contentOf(healed)];
  for (const [name, sum] of wanted)
    expectCount(bench, `differences in ${name} after the redrive (${sum.split(" ")[0]} lines)`, {
      found: found.get(name) === sum ? 0 : 1,
      wanted: 0,
    });
};

/** Healthy persons' latency with one person in a hundred parked from the first event on, and the state after a redrive. */
export const parkingPhase = async (bench: Bench): Promise<void> => {
  const persons = Math.max(poisonedEvery, Math.floor(bench.args.counts.parked / each));
  const first = await makeGround(bench, "parking_clean");
  const second = await makeGround(bench, "parking_poison");
  const lives = makeLives(first, persons, each);
  const clean = await runWith({ ground: first, lives, from: first }, false);
  await clean.stop();
  const ill = await runWith({ ground: second, lives, from: first }, true);
  const parked = poisonedIn(persons).length;
  expectCount(bench, "parked records", {
    found: await numberOf(second, "select count(*) n from hub.parked"),
    wanted: parked * each,
  });
  await second.database.query("alter table view_health.sick_leave drop constraint bench_poison");
  const { persons: redriven } = await redriveAll({ ground: second, port: ill.port });
  expectCount(bench, "persons drained", { found: redriven.drained, wanted: parked });
  await ill.stop();
  await compare(bench, first, second);
  bench.measures.push({
    name: "parking-healthy-p95",
    unit: "ms",
    value: ill.latency.p95,
    reference: clean.latency.p95,
    against: "the same run without poison",
    floor: clean.latency.p95 * 1.1,
    good: "below",
  });
  await Promise.all([first.close(), second.close()]);
};
