import { topics } from "@samvirke/contracts";
import { partitionCount } from "@samvirke/kernel";
import { runRelay } from "@samvirke/stage";
import type { PhaseName } from "../arguments.ts";
import type { Bench } from "../ground/bench.ts";
import { expectCount } from "../ground/bench.ts";
import { fillEvents } from "../ground/fill-events.ts";
import { fillMessages } from "../ground/fill-messages.ts";
import { makeGround, numberOf, startService } from "../ground/ground.ts";
import type { Ground } from "../ground/ground.ts";
import type { KafkaEnd } from "../ground/kafka-end.ts";
import { openKafkaEnd } from "../ground/kafka-end.ts";
import { noteMemory } from "../ground/memory.ts";
import type { Process } from "../ground/process.ts";
import { producerPerformance } from "../ground/producer-performance.ts";
import { processorOf } from "../ground/processor.ts";
import { watchRate, watchUntilDone } from "../ground/progress.ts";
import type { Rate } from "../ground/progress.ts";
import { measureReference } from "../ground/reference.ts";
import { startRowsAlone } from "../ground/rows-alone.ts";

/** The ground that the single stages share: certificates, then events made of them. */
interface Stages {
  readonly ground: Ground;
  readonly bench: Bench;
  readonly ends: KafkaEnd;
  readonly isWanted: (phase: PhaseName) => boolean;
  readonly topic: (name: string) => string;
}

const bareTopics = { messages: "bare.copy", translated: "bare.translated", produced: "bare.produced" };

const copied = async ({ ground, ends, topic }: Stages, from: string, count: number): Promise<void> => {
  const { log, store, clock, observe } = ground.hub;
  const relay = runRelay({ topics: [from], log, store, clock, observe });
  await watchUntilDone({ what: `copying ${from}`, total: count, done: () => ends.of(topic(from)) });
  await relay.stop();
};

const committed = (ground: Ground, stage: string) => (): Promise<number> =>
  numberOf(ground, "select coalesce(sum(position + 1), 0) n from hub.checkpoint where stage = $1", [stage]);

const loggedIds = (ground: Ground, topic: string): Promise<number> =>
  numberOf(ground, "select count(distinct id) n from hub.log where topic = $1", [topic]);

interface Run {
  readonly stage: string;
  readonly records: number;
  readonly phase: PhaseName;
  readonly start?: () => Process;
}

const tellRate = (bench: Bench, what: string, { perSecond, processorMicros }: Rate): void =>
  bench.tell(`  ${what}: ${perSecond.toFixed(0)} records/s, ${processorMicros.toFixed(0)} us of processor each`);

/** Runs one service from the beginning of its topic until its checkpoint has reached the end. */
const runStage = async ({ ground, bench }: Stages, { stage, records, phase, start }: Run): Promise<number> => {
  const service = start?.() ?? startService(ground, stage, { isProfiled: bench.args.profile.includes(phase) });
  const rate = await watchRate({
    what: stage,
    total: records,
    done: committed(ground, stage),
    processor: () => processorOf(service.pid),
  });
  tellRate(bench, stage, rate);
  if (start === undefined) noteMemory(bench, service);
  await service.stop();
  return rate.perSecond;
};

const intakePhase = async (stages: Stages): Promise<void> => {
  const { bench, ground, topic, isWanted } = stages;
  const { messages } = bench.args.counts;
  const value = await runStage(stages, { stage: "intake", records: messages, phase: "intake" });
  const certified = await numberOf(
    ground,
    "select count(distinct id) n from hub.log where topic = $1 and type = 'SickLeaveCertified'",
    [topics.events],
  );
  expectCount(bench, "certificates decided of those received", { found: certified, wanted: messages });
  if (!isWanted("intake")) return;
  const reference = await measureReference(ground, {
    name: "intake",
    source: topic(topics.messages),
    records: messages,
  });
  bench.measures.push({
    name: "intake",
    unit: "certificates/s",
    value,
    reference,
    against: "bare loop: open, parse by libxml2, four seals, append",
    floor: 2_000,
    good: "above",
  });
};

const averageBytes = (ground: Ground): Promise<number> =>
  numberOf(
    ground,
    "select round(avg(octet_length(value))) n from (select value from hub.log where topic = $1 limit 5000) l",
    [topics.events],
  );

const relayPhase = async (stages: Stages, records: number): Promise<void> => {
  const { bench, ground, ends, topic } = stages;
  const service = startService(ground, "relay", { isProfiled: bench.args.profile.includes("relay") });
  const rate = await watchRate({
    what: "relay",
    total: records,
    done: () => ends.of(topic(topics.events)),
    processor: () => processorOf(service.pid),
  });
  const value = rate.perSecond;
  tellRate(bench, "relay", rate);
  noteMemory(bench, service);
  await service.stop();
  expectCount(bench, "records in Kafka of those in the log", {
    found: await ends.of(topic(topics.events)),
    wanted: records,
  });
  const bare = await measureReference(ground, {
    name: "relay",
    source: topics.events,
    target: topic(bareTopics.messages),
    records,
  });
  const bytes = await averageBytes(ground);
  bench.tell(`  an event has ${bytes} bytes on average`);
  const produced = await producerPerformance(bench, {
    topic: topic(bareTopics.produced),
    records: bench.args.counts.produced,
    bytes,
  });
  bench.measures.push(
    {
      name: "relay",
      unit: "records/s",
      value,
      reference: produced ?? null,
      against: `ProducerPerformance, acks=all, ${bytes} bytes`,
      floor: 20_000,
      good: "above",
    },
    {
      name: "relay-to-bare-loop",
      unit: "ratio",
      value: value / bare,
      reference: null,
      against: `bare loop: ${bare.toFixed(0)} records/s`,
      floor: 0.8,
      good: "above",
    },
  );
};

/** Forgets what a stage did, so that it does it again. */
const forget = async ({ ground }: Stages, stage: string, topic: string): Promise<void> => {
  await ground.database.query("delete from hub.checkpoint where stage = $1", [stage]);
  await ground.database.query(`truncate hub."log_${topic}"`);
  await ground.database.query("update hub.log_head set next = 0 where topic = $1", [topic]);
};

const translatePhase = async (stages: Stages, records: number): Promise<void> => {
  const { bench, ground, ends, topic } = stages;
  const stage = "welfare-translator";
  const toLog = await runStage(stages, { stage, records, phase: "translate" });
  expectCount(bench, "documents of those due", {
    found: await loggedIds(ground, topics.welfareOutbound),
    wanted: records,
  });
  const bareToLog = await measureReference(ground, { name: "translate", source: topic(topics.events), records });
  bench.measures.push({
    name: "translate-to-log",
    unit: "records/s",
    value: toLog,
    reference: bareToLog,
    against: "bare loop: four opens, two seals, append",
    floor: 12_000,
    good: "above",
  });

  await forget(stages, stage, topics.welfareOutbound);
  const relay = startService(ground, "relay", { as: "relay-beside" });
  const service = startService(ground, stage, { as: `${stage}-again` });
  const both = await watchRate({
    what: "translate to topic",
    total: records,
    done: () => ends.of(topic(topics.welfareOutbound)),
    processor: () => processorOf(service.pid) + processorOf(relay.pid),
  });
  const toTopic = both.perSecond;
  tellRate(bench, `${stage} with the relay`, both);
  await service.stop();
  await relay.stop();
  expectCount(bench, "documents in Kafka of those due", {
    found: await ends.of(topic(topics.welfareOutbound)),
    wanted: records,
  });
  const bareToTopic = await measureReference(ground, {
    name: "translate",
    as: "translate-to-topic",
    source: topic(topics.events),
    target: topic(bareTopics.translated),
    records,
  });
  bench.measures.push({
    name: "translate-to-topic",
    unit: "records/s",
    value: toTopic,
    reference: bareToTopic,
    against: "the same beside a bare relay",
    floor: 8_000,
    good: "above",
  });
};

const projectPhase = async (stages: Stages, records: number): Promise<void> => {
  const { bench, ground, topic } = stages;
  const live = await runStage(stages, { stage: "health-projector", records, phase: "project" });
  expectCount(bench, "rows of the events", {
    found: await numberOf(ground, "select count(*) n from view_health.sick_leave"),
    wanted: records,
  });
  expectCount(bench, "changes of the events", {
    found: await loggedIds(ground, topics.healthChanges),
    wanted: records,
  });
  const bareLive = await measureReference(ground, {
    name: "project",
    source: topic(topics.events),
    target: "changes",
    records,
  });
  bench.measures.push({
    name: "project-live",
    unit: "events/s",
    value: live,
    reference: bareLive,
    against: "bare loop: open one, upsert rows, append change",
    floor: 15_000,
    good: "above",
  });

  const rows = await runStage(stages, {
    stage: "rows-alone",
    records,
    phase: "project",
    start: () => startRowsAlone(ground),
  });
  expectCount(bench, "rows alone", {
    found: await numberOf(ground, "select count(*) n from view_rows.sick_leave"),
    wanted: records,
  });
  const bareRows = await measureReference(ground, {
    name: "project",
    as: "project-rows",
    source: topic(topics.events),
    records,
  });
  bench.measures.push({
    name: "project-rows",
    unit: "events/s",
    value: rows,
    reference: bareRows,
    against: "bare loop: open one, upsert rows",
    floor: 25_000,
    good: "above",
  });
};

const later: ReadonlyArray<PhaseName> = ["relay", "translate", "project"];

const runAll = async (stages: Stages): Promise<void> => {
  const { bench, ground, isWanted } = stages;
  const { messages, events } = bench.args.counts;
  await ground.hub.log.createTopics(Object.values(bareTopics), partitionCount);
  await fillMessages(ground, messages);
  await copied(stages, topics.messages, messages);
  bench.tell(`intake: ${messages} certificates`);
  await intakePhase(stages);
  if (!later.some(isWanted)) return;
  await fillEvents(ground, events);
  bench.tell(`relay: ${events} events`);
  if (isWanted("relay")) await relayPhase(stages, events);
  else await copied(stages, topics.events, events);
  bench.tell(`translate: ${events} events`);
  if (isWanted("translate")) await translatePhase(stages, events);
  bench.tell(`project: ${events} events`);
  if (isWanted("project")) await projectPhase(stages, events);
};

/** The stages one by one, each alone beside database and broker, on a log filled before. */
export const stagePhases = async (bench: Bench): Promise<void> => {
  const ground = await makeGround(bench, "stages");
  const ends = await openKafkaEnd(bench.parts.kafka.brokers);
  await runAll({
    ground,
    bench,
    ends,
    isWanted: (phase) => bench.args.only.includes(phase),
    topic: (name) => `${ground.prefix}${name}`,
  });
  await ends.close();
  await ground.close();
};
