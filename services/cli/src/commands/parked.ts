import type { Command } from "commander";
import { setTimeout as delay } from "node:timers/promises";
import { exit } from "../core/exit.ts";
import { table } from "../core/table.ts";
import type { Client } from "../adapter/http.ts";
import { operationsClient, posting } from "../adapter/http.ts";
import { UsageError } from "../adapter/io.ts";
import type { AddCommand, Session } from "./options.ts";
import { wholeNumber } from "./options.ts";

interface ParkedPerson {
  readonly stage: string;
  readonly personId: string;
  readonly records: number;
  readonly attempts: number;
  readonly reason: string;
  readonly detail: string;
  readonly since: string;
}

interface ParkedRecord {
  readonly type: string;
  readonly topic: string;
  readonly partition: number;
  readonly position: number;
  readonly messageId: string | null;
  readonly reason: string;
  readonly detail: string;
  readonly attempts: number;
  readonly content: unknown;
  readonly unreadable: string | null;
}

interface Redriven {
  readonly stage: string;
  readonly persons: ReadonlyArray<{
    readonly personId: string;
    readonly topic: string;
    readonly partition: number;
    readonly position: number;
  }>;
  readonly more: boolean;
}

const listPath = (stage: string | undefined): string =>
  stage === undefined ? "/v1/parked" : `/v1/parked?stage=${encodeURIComponent(stage)}`;

const readList = async (operations: Client, stage: string | undefined): Promise<ReadonlyArray<ParkedPerson>> =>
  (await operations.read<{ readonly persons: ReadonlyArray<ParkedPerson> }>({ path: listPath(stage) })).persons;

const list = async ({ io, isJson }: Session, options: { readonly stage?: string }): Promise<void> => {
  const persons = await readList(operationsClient(io), options.stage);
  if (isJson()) return persons.forEach((person) => io.out(JSON.stringify(person)));
  if (persons.length === 0) return io.out("Nothing is parked.");
  const rows = persons.map((one) => [
    one.stage,
    one.personId,
    String(one.records),
    String(one.attempts),
    one.since,
    `${one.reason}: ${one.detail}`,
  ]);
  return table(["stage", "person", "records", "attempts", "since", "reason"], rows).forEach(io.out);
};

const recordLines = (record: ParkedRecord): ReadonlyArray<string> => [
  `${record.type} at ${record.topic} ${record.partition}/${record.position}, message ${record.messageId ?? "unknown"}`,
  `  ${record.reason}: ${record.detail} (attempts: ${record.attempts})`,
  `  ${record.unreadable ?? JSON.stringify(record.content)}`,
];

const show = async ({ io, isJson }: Session, stage: string, person: string): Promise<void> => {
  const path = `/v1/parked/${encodeURIComponent(stage)}/${encodeURIComponent(person)}`;
  const { records } = await operationsClient(io).read<{ readonly records: ReadonlyArray<ParkedRecord> }>({ path });
  for (const line of isJson() ? records.map((record) => JSON.stringify(record)) : records.flatMap(recordLines))
    io.out(line);
};

interface RedriveOptions {
  readonly all?: boolean;
  readonly reason: string;
  readonly by?: string;
  readonly wait?: boolean;
  readonly timeout: number;
}

interface Target {
  readonly stage: string;
  readonly person: string | undefined;
}

/** How many of those redriven are still parked once all have drained or the time is up. */
const untilDrained = async ({ io }: Session, { stage, persons }: Redriven, seconds: number): Promise<number> => {
  const operations = operationsClient(io);
  const end = io.now() + seconds * 1000;
  const wanted = new Set(persons.map(({ personId }) => personId));
  for (;;) {
    const left = (await readList(operations, stage)).filter(({ personId }) => wanted.has(personId)).length;
    if (left === 0 || io.now() >= end) return left;
    await delay(250);
  }
};

const askRedrive = ({ io }: Session, { stage, person }: Target, options: RedriveOptions): Promise<Redriven> => {
  if ((person === undefined) !== (options.all === true)) throw new UsageError("Name one person, or give --all.");
  const target = person === undefined ? { all: true } : { personId: person };
  const body = { stage, ...target, reason: options.reason, by: options.by ?? io.user };
  return operationsClient(io).read<Redriven>(posting("/v1/parked/redrive", body));
};

const redrivenText = ({ stage, persons, more }: Redriven, stillParked: number | null): ReadonlyArray<string> => [
  `${persons.length} redriven in ${stage}${more ? "; more are parked there, redrive again" : ""}.`,
  ...(stillParked === null ? [] : [stillParked === 0 ? "All of them drained." : `${stillParked} are still parked.`]),
];

const redrive = async (session: Session, target: Target, options: RedriveOptions): Promise<void> => {
  const { io, ends, isJson } = session;
  const redriven = await askRedrive(session, target, options);
  const stillParked = options.wait === true ? await untilDrained(session, redriven, options.timeout) : null;
  const lines = isJson() ? [JSON.stringify({ ...redriven, stillParked })] : redrivenText(redriven, stillParked);
  for (const line of lines) io.out(line);
  if ((stillParked ?? 0) > 0) ends(exit.refused);
};

const addRedrive = (parked: Command, session: Session): void => {
  parked
    .command("redrive")
    .description("let a stage take up again what it has parked, in order")
    .argument("<STAGE>", "the stage that parked it")
    .argument("[PERSON]", "the person; or --all")
    .option("--all", "everybody who is parked in the stage")
    .requiredOption("--reason <text>", "why, for the record; no personal data")
    .option("--by <name>", "who asks (default: your user name)")
    .option("--wait", "wait until they have drained; exit code 1 when some have not")
    .option("--timeout <seconds>", "longest wait", wholeNumber(1, 3_600), 60)
    .action((stage: string, person: string | undefined, options: RedriveOptions) =>
      redrive(session, { stage, person }, options),
    );
};

/** `parked`: records that could not be handled. */
export const addParked: AddCommand = (program, session) => {
  const parked = program.command("parked").description("look at records that could not be handled, and redrive them");
  parked
    .command("list")
    .description("persons with parked records, oldest first")
    .option("--stage <name>", "of one stage only")
    .action((options: { readonly stage?: string }) => list(session, options));
  parked
    .command("show")
    .description("what a stage has parked of a person: reasons and the public part; sealed parts stay sealed")
    .argument("<STAGE>")
    .argument("<PERSON>")
    .action((stage: string, person: string) => show(session, stage, person));
  addRedrive(parked, session);
};
