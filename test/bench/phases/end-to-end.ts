import { setTimeout as delay } from "node:timers/promises";
import { topics } from "@samvirke/contracts";
import { partitionCount } from "@samvirke/kernel";
import { freePort } from "@samvirke/local";
import type { Bench } from "../ground/bench.ts";
import { expectCount } from "../ground/bench.ts";
import type { Ground } from "../ground/ground.ts";
import { makeGround, numberOf, startService } from "../ground/ground.ts";
import { noteMemory } from "../ground/memory.ts";
import type { Process } from "../ground/process.ts";
import { processorOf, processorWithChildren } from "../ground/processor.ts";
import { startReference } from "../ground/reference.ts";
import { untilReady } from "../ground/until-ready.ts";
import type { Loader } from "../load/loader.ts";
import { startLoader } from "../load/loader.ts";
import { watchView } from "../ground/watch-view.ts";

const rate = 200;
const persons = 3_000;
// More than the road takes in the long run: everything behind the door gets a backlog.
const fullLoad = 800;
// Contracts are registered by one process at a time; who comes at the same moment waits long.
const startSpacing = 700;
const stageNames = [
  "relay",
  "intake",
  "receipt-translator",
  "welfare-translator",
  "health-projector",
  "welfare-projector",
  "employer-projector",
  "case-projector",
  "clock",
] as const;

const startAll = async (ground: Ground, port: number): Promise<ReadonlyArray<Process>> => {
  const isProfiled = ground.bench.args.profile.includes("end-to-end");
  const started = [
    startService(ground, "gateway", { env: { SAMVIRKE_SECTOR: "health", SAMVIRKE_PORT: String(port) }, isProfiled }),
  ];
  await untilReady(port);
  for (const name of stageNames) {
    started.push(startService(ground, name, { isProfiled }));
    await delay(startSpacing);
  }
  const [welfarePort, operationsPort] = [await freePort(), await freePort()];
  started.push(
    startService(ground, "gateway", {
      as: "gateway-welfare",
      env: { SAMVIRKE_SECTOR: "welfare", SAMVIRKE_PORT: String(welfarePort) },
    }),
  );
  await untilReady(welfarePort);
  started.push(startService(ground, "operations", { env: { SAMVIRKE_PORT: String(operationsPort) } }));
  await untilReady(operationsPort);
  return started;
};

const rowCount = (ground: Ground, table: string): Promise<number> =>
  numberOf(ground, `select count(*) n from ${table}`);

const arrived = async (ground: Ground, wanted: number, patience = 120): Promise<void> => {
  const tables = [
    "view_health.sick_leave",
    "view_welfare.sick_leave",
    "view_case.message where receipt_id is not null and decision_id is not null",
  ];
  let moved = performance.now();
  for (let last = -1; ;) {
    const counts: Array<number> = [];
    // A table that is not there yet has no rows.
    for (const table of tables) counts.push(await rowCount(ground, table).catch(() => 0));
    const sum = counts.reduce((a, b) => a + b, 0);
    if (counts.every((count) => count >= wanted)) return;
    if (sum !== last) [last, moved] = [sum, performance.now()];
    if (performance.now() - moved > patience * 1000)
      throw new Error(`end to end: ${counts.join(", ")} of ${wanted} arrived`);
    await delay(100);
  }
};

const quantile = (sorted: ReadonlyArray<number>, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly accepted: number;
}

/** Where the processors' time goes at this rate; what a message costs in all tells how many a second can be. */
const tellProcessor = (
  bench: Bench,
  used: ReadonlyArray<readonly [name: string, seconds: number]>,
  messages: number,
): void => {
  const micros = used.map(([name, seconds]) => [name, (seconds / messages) * 1e6] as const);
  const sum = micros.reduce((total, [, one]) => total + one, 0);
  bench.tell(
    `  processor a message, ${sum.toFixed(0)} us in all: ${micros.map(([name, one]) => `${name} ${one.toFixed(0)}`).join(", ")}`,
  );
};

const commitsOf = async (ground: Ground): Promise<number> => {
  // Sessions hand in their counts once a second.
  await delay(1_100);
  return numberOf(ground, "select xact_commit n from pg_stat_database where datname = current_database()");
};

// How long a record's cause had been in the log when the log took the record itself; of the last so many.
const hopStatement = `with r as (
    select topic, recorded_at, (select h->>1 from json_array_elements(headers) h where h->>0 = 'causationid')::uuid as cause
    from hub.log where topic <> $1 and recorded_at > now() - interval '1 second' * $2
  ) select r.topic, round(percentile_cont(0.5) within group (order by date_part('epoch', r.recorded_at - c.recorded_at))::numeric * 1000, 1) as p50
    from r join hub.log c on c.id = r.cause group by r.topic order by r.topic`;

/** Where the time goes: from cause to consequence, per topic. */
const tellHops = async (ground: Ground, seconds: number): Promise<void> => {
  const { rows } = await ground.database.query<{ topic: string; p50: string }>(hopStatement, [
    topics.messages,
    seconds,
  ]);
  ground.bench.tell(
    `  from a record's cause to the record, p50 ms: ${rows.map(({ topic, p50 }) => `${topic} ${p50}`).join(", ")}`,
  );
};

const idleSeconds = 2;

/** What the hub does when nothing happens. */
const tellIdle = async (ground: Ground, services: ReadonlyArray<Process>): Promise<void> => {
  const [before, commits] = [usersOf(ground, services), await commitsOf(ground)];
  await delay(idleSeconds * 1000);
  const seconds = idleSeconds + 1.1;
  const committed = (await commitsOf(ground)) - commits;
  const shares = usersOf(ground, services).map(
    ([name, used], index) => [name, (used - (before[index]?.[1] ?? 0)) / seconds] as const,
  );
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  ground.bench.tell(
    `  idle: ${sum.toFixed(2)} processors, ${(committed / seconds).toFixed(0)} transactions/s: ${shares.map(([name, share]) => `${name} ${share.toFixed(3)}`).join(", ")}`,
  );
};

const usersOf = (
  { bench }: Ground,
  services: ReadonlyArray<Process>,
): ReadonlyArray<readonly [name: string, seconds: number]> => [
  ...services.map(({ name, pid }) => [name, processorOf(pid)] as const),
  ["PostgreSQL", processorWithChildren(bench.parts.pid("postgres"))],
  ["Kafka", processorOf(bench.parts.pid("kafka"))],
];

const latencyOf = async (
  ground: Ground,
  { loader, services }: { readonly loader: Loader; readonly services: ReadonlyArray<Process> },
): Promise<Latency> => {
  const { steady } = ground.bench.args.counts;
  const watching = await watchView(ground);
  const before = usersOf(ground, services);
  const commits = await commitsOf(ground);
  const { list, accepted, p99 } = await loader.run(rate, steady, true);
  const seen = await watching.until(list.map(([messageId]) => messageId));
  tellProcessor(
    ground.bench,
    usersOf(ground, services).map(([name, seconds], index) => [name, seconds - (before[index]?.[1] ?? 0)]),
    accepted,
  );
  ground.bench.tell(`  transactions a message: ${(((await commitsOf(ground)) - commits) / accepted).toFixed(1)}`);
  await tellHops(ground, steady);
  const times = list
    .map(([messageId, at]) => Math.max(0, (seen.get(messageId) ?? Number.POSITIVE_INFINITY) - at))
    .sort((a, b) => a - b);
  const latency = { p50: quantile(times, 0.5), p99: quantile(times, 0.99), accepted };
  ground.bench.tell(
    `  at ${rate}/s: accepted to row p50 ${latency.p50.toFixed(1)} ms, p99 ${latency.p99.toFixed(1)} ms (HTTP p99 ${p99.toFixed(1)} ms)`,
  );
  return latency;
};

const flood = async (ground: Ground, loader: Loader): Promise<number> => {
  const { accepted, perSecond, others } = await loader.run(fullLoad, ground.bench.args.counts.step * 2);
  ground.bench.tell(`  full load of ${fullLoad}/s: accepted ${perSecond.toFixed(0)}/s ${JSON.stringify(others)}`);
  return accepted;
};

const count = async (ground: Ground, accepted: number): Promise<void> => {
  const { bench } = ground;
  const expect = async (what: string, table: string): Promise<void> =>
    expectCount(bench, what, { found: await rowCount(ground, table), wanted: accepted });
  await expect("archived messages of those accepted", "hub.archive");
  await expect("decisions of those accepted", `hub.log where topic = '${topics.events}' and type like 'SickLeave%'`);
  await expect("certificates in the health view", "view_health.sick_leave");
  await expect("certificates in the welfare view", "view_welfare.sick_leave");
  await expect("receipts in the mailbox", "view_case.outbox where kind = 'RECEIPT'");
  await expect("documents for welfare in the mailbox", "view_case.outbox where kind = 'SICK_LEAVE'");
  await expect("messages accepted by the rules", "view_case.message where outcome = 'accepted'");
  expectCount(bench, "parked records", { found: await rowCount(ground, "hub.parked"), wanted: 0 });
};

const road = async (ground: Ground): Promise<Latency> => {
  const names = ["bare.first", "bare.second"] as const;
  await ground.hub.log.createTopics(names, partitionCount);
  const [source, target] = names.map((name) => `${ground.prefix}${name}`);
  const records = rate * ground.bench.args.counts.steady;
  return startReference(ground, {
    name: "road",
    source: source ?? "",
    target: target ?? "",
    records,
  }).answer<Latency>();
};

/** The whole hub, each service a process of its own: from the accepted request to the row in the health view. */
export const endToEndPhase = async (bench: Bench): Promise<void> => {
  const ground = await makeGround(bench, "road");
  const port = await freePort();
  const services = await startAll(ground, port);
  const loader = startLoader({ folder: ground.folder, port, token: ground.token, first: 100_000, persons });
  const first = await loader.run(10, 1);
  await arrived(ground, first.accepted);
  const warmed = await loader.run(rate, bench.args.counts.warm);
  await arrived(ground, first.accepted + warmed.accepted);
  await tellIdle(ground, services);
  const latency = await latencyOf(ground, { loader, services });
  const flooded = await flood(ground, loader);
  const accepted = first.accepted + warmed.accepted + latency.accepted + flooded;
  await arrived(ground, accepted);
  await count(ground, accepted);
  await loader.stop();
  for (const service of services) noteMemory(bench, service);
  await Promise.all(services.map((service) => service.stop()));
  const bare = await road(ground);
  const against = "bare road: append, relay, stage, append, relay, stage, row";
  bench.measures.push(
    { name: "end-to-end-p50", unit: "ms", value: latency.p50, reference: bare.p50, against, floor: 60, good: "below" },
    { name: "end-to-end-p99", unit: "ms", value: latency.p99, reference: bare.p99, against, floor: 250, good: "below" },
  );
  await ground.close();
};
