import { topics } from "@samvirke/contracts";
import { freePort } from "@samvirke/local";
import type { Bench } from "../ground/bench.ts";
import { expectCount } from "../ground/bench.ts";
import type { Ground } from "../ground/ground.ts";
import { makeGround, numberOf, startService } from "../ground/ground.ts";
import { noteMemory } from "../ground/memory.ts";
import { processorOf } from "../ground/processor.ts";
import { startReference } from "../ground/reference.ts";
import { untilReady } from "../ground/until-ready.ts";
import { findHighestRate } from "../load/highest-rate.ts";
import { startLoader } from "../load/loader.ts";

const steadyRate = 200;
const persons = 20_000;

interface Found {
  readonly p50: number;
  readonly p99: number;
  readonly highest: number;
  readonly accepted: number;
}

const mixedFirst = 5_000_000;

/** The highest rate of the mixed load: of ten messages seven certificates, two of a dialogue, one statement. */
const driveMixed = async (ground: Ground, port: number): Promise<Pick<Found, "highest" | "accepted">> => {
  const { bench } = ground;
  const { step } = bench.args.counts;
  const where = { folder: ground.folder, port, token: ground.token, first: mixedFirst, persons };
  const loader = startLoader({ ...where, mix: "mixed" });
  bench.tell("  mixed load, 70 % certificates, 20 % dialogue, 10 % statements:");
  const found = await findHighestRate(loader, { seconds: step, from: 500, growth: 1.5, refinements: 1 }, bench.tell);
  await loader.stop();
  return found;
};

const drive = async (
  ground: Ground,
  { port, pid, growth }: { readonly port: number; readonly pid: number; readonly growth: number },
): Promise<Found> => {
  const { bench } = ground;
  const { warm, steady, step } = bench.args.counts;
  const loader = startLoader({ folder: ground.folder, port, token: ground.token, first: 1, persons });
  const warmed = await loader.run(steadyRate, warm);
  const before = processorOf(pid);
  const { p50, p99, accepted } = await loader.run(steadyRate, steady);
  const micros = ((processorOf(pid) - before) / accepted) * 1e6;
  bench.tell(
    `  at ${steadyRate}/s: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${micros.toFixed(0)} us of processor each`,
  );
  const found = await findHighestRate(
    loader,
    { seconds: step, from: 500, growth, refinements: growth < 2 ? 2 : 0 },
    bench.tell,
  );
  await loader.stop();
  return { p50, p99, highest: found.highest, accepted: warmed.accepted + accepted + found.accepted };
};

const gatewayEnv = (port: number) => ({ SAMVIRKE_SECTOR: "health", SAMVIRKE_PORT: String(port) });

interface Driven extends Found {
  readonly mixed: number;
}

const driveGateway = async (ground: Ground): Promise<Driven> => {
  const port = await freePort();
  const service = startService(ground, "gateway", {
    env: gatewayEnv(port),
    isProfiled: ground.bench.args.profile.includes("gateway"),
  });
  await untilReady(port);
  const found = await drive(ground, { port, pid: service.pid, growth: 1.5 });
  const mixed = await driveMixed(ground, port);
  noteMemory(ground.bench, service);
  await service.stop();
  return { ...found, accepted: found.accepted + mixed.accepted, mixed: mixed.highest };
};

const driveReference = async (ground: Ground): Promise<Found> => {
  const port = await freePort();
  const service = startReference(ground, { name: "gateway", records: 0, port });
  await service.answer();
  const found = await drive(ground, { port, pid: service.pid, growth: 2 });
  await service.stop();
  return found;
};

const count = async (ground: Ground, { accepted }: Found): Promise<void> => {
  const { bench } = ground;
  expectCount(bench, "archived messages of those accepted", {
    found: await numberOf(ground, "select count(*) n from hub.archive"),
    wanted: accepted,
  });
  const logged = await numberOf(ground, "select count(distinct id) n from hub.log where topic = $1", [topics.messages]);
  expectCount(bench, "messages in the log of those accepted", { found: logged, wanted: accepted });
};

/** HTTP in, archived and in the log, 202 out: the gateway alone beside database and broker. */
export const gatewayPhase = async (bench: Bench): Promise<void> => {
  const ground = await makeGround(bench, "gateway");
  const found = await driveGateway(ground);
  await count(ground, found);
  bench.tell("  a bare HTTP server that seals and commits, under the same load:");
  const bare = await driveReference(ground);
  const against = "bare HTTP server, seal, group commit";
  bench.measures.push(
    {
      name: "gateway",
      unit: "messages/s",
      value: found.highest,
      reference: bare.highest,
      against,
      floor: 1_000,
      good: "above",
    },
    {
      name: "gateway-mixed",
      unit: "messages/s",
      value: found.mixed,
      reference: bare.highest,
      against,
      floor: 1_000,
      good: "above",
    },
    {
      name: "gateway-p50-at-200",
      unit: "ms",
      value: found.p50,
      reference: bare.p50,
      against,
      floor: null,
      good: "below",
    },
    {
      name: "gateway-p99-at-200",
      unit: "ms",
      value: found.p99,
      reference: bare.p99,
      against,
      floor: 60,
      good: "below",
    },
  );
  await ground.close();
};
