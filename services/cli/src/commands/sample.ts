import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { problemText } from "../core/answers.ts";
import type { Client } from "../adapter/http.ts";
import { operationsClient } from "../adapter/http.ts";
import { inOrder } from "../adapter/in-order.ts";
import type { Io } from "../adapter/io.ts";
import { UsageError } from "../adapter/io.ts";
import { makeProgress } from "../adapter/progress.ts";
import type { AddCommand, Session } from "./options.ts";
import { time, wholeNumber } from "./options.ts";

interface SampleOptions {
  readonly rule?: string;
  readonly seed?: string;
  readonly count: number;
  readonly out?: string;
  readonly at?: string;
  readonly person?: string;
  readonly start?: number;
  readonly days?: number;
}

interface Wish {
  readonly kind: string;
  readonly rule: string | undefined;
  readonly seed: string;
  readonly at: string;
  readonly person: string | undefined;
  readonly from: string | undefined;
  readonly days: string | undefined;
}

const usage: ReadonlyArray<number> = [400, 404, 422];

interface Sample {
  readonly bytes: Uint8Array;
  readonly media: string;
}

const kindsOf = async (operations: Client): Promise<string> => {
  const { kinds } = await operations.read<{ readonly kinds: ReadonlyArray<string> }>({ path: "/v1/samples" });
  return kinds.join(", ");
};

const fetchSample = async (operations: Client, { kind, ...wish }: Wish, index: number): Promise<Sample> => {
  const asked = Object.entries({ ...wish, index: String(index) }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const answer = await operations.call({
    path: `/v1/samples/${encodeURIComponent(kind)}?${new URLSearchParams(asked).toString()}`,
  });
  if (answer.ok) return { bytes: await answer.bytes(), media: answer.media };
  const problem = await answer.problem();
  if (problem.status === 404)
    throw new UsageError(`There are no samples of this kind: ${kind}. There are: ${await kindsOf(operations)}.`);
  if (usage.includes(problem.status))
    throw new UsageError(`${wish.rule ?? kind}: ${problem.detail ?? problemText(problem)}`);
  throw new Error(problemText(problem));
};

const endings: Readonly<Record<string, string>> = {
  "application/json": "json",
  "application/fhir+json": "json",
  "application/vnd.apache.avro": "avro",
};

interface Named {
  readonly index: number;
  readonly media: string;
}

const fileName = ({ kind, rule }: Wish, { index, media }: Named): string =>
  `${[kind, ...(rule === undefined ? [] : [rule]), String(index).padStart(5, "0")].join("-")}.${endings[media] ?? "xml"}`;

const many = async (
  { io, isJson }: Session,
  wish: Wish,
  { out, count }: { readonly out: string; readonly count: number },
): Promise<void> => {
  const operations = operationsClient(io);
  const progress = makeProgress(io, "Making samples", count);
  await mkdir(out, { recursive: true });
  let made = 0;
  const work = async (index: number): Promise<string> => {
    const { bytes, media } = await fetchSample(operations, wish, index);
    const file = join(out, fileName(wish, { index, media }));
    await writeFile(file, bytes);
    return JSON.stringify({ file, kind: wish.kind, rule: wish.rule ?? null, seed: wish.seed, index });
  };
  const onResult = (line: string): void => {
    made += 1;
    progress.clear();
    if (isJson()) io.out(line);
    progress.done(made);
  };
  await inOrder(
    Array.from({ length: count }, (_, index) => index),
    8,
    { work, onResult },
  );
  progress.clear();
  if (!isJson()) io.out(`${made} in ${out}, seed ${wish.seed}, at ${wish.at}`);
};

const wishOf = (io: Io, kind: string, options: SampleOptions): Wish => ({
  kind,
  rule: options.rule,
  seed: options.seed ?? randomBytes(9).toString("base64url"),
  at: options.at ?? new Date(io.now()).toISOString(),
  person: options.person,
  from: options.start?.toString(),
  days: options.days?.toString(),
});

const one = async ({ io, isJson }: Session, wish: Wish): Promise<void> => {
  const { bytes, media } = await fetchSample(operationsClient(io), wish, 0);
  if (!isJson()) return io.write(bytes);
  const { kind, rule, seed, at } = wish;
  // Avro is no text, and is told in base64.
  const message = Buffer.from(bytes).toString(endings[media] === "avro" ? "base64" : "utf8");
  return io.out(JSON.stringify({ kind, rule: rule ?? null, seed, index: 0, at, contentType: media, message }));
};

const sample = (session: Session, kind: string, options: SampleOptions): Promise<void> => {
  const wish = wishOf(session.io, kind, options);
  if (options.out !== undefined) return many(session, wish, { out: options.out, count: options.count });
  if (options.count > 1) throw new UsageError("--count above 1 needs --out DIR.");
  return one(session, wish);
};

const help = `
KIND is sick-leave, dialogue-note, dialogue-answer, dialogue-order, referral, medical-statement, follow-up-plan, receipt,
status-sent, validation, tombstone, meeting-called, activity-assessment, spell-bit and more; an unknown one is answered
with the whole list. Those of one --person speak of one person, certificate, referral and meeting. Persons, practices and numbers are invented; numbers have a month that no real one has.
With --rule the message breaks that rule or pre-check and no other; the names are those of samvirke rules.
Other kinds break no rules and are printed valid, in XML, JSON or Avro.
With --json the answer is one line with kind, rule, seed, index and, without --out, at, contentType and message (Avro in
base64); with --out it is file.
A rule that no single message can break is told with the reason, exit code 2. The same --seed and --at give the same messages.

Examples:
  samvirke sample sick-leave > certificate.xml
  samvirke sample meeting-called | samvirke send - --from welfare --wait
  samvirke sample sick-leave --rule INNTIL_8_DAGER | samvirke send - --wait
  samvirke sample sick-leave --count 1000 --out ./certificates --seed load
  samvirke sample sick-leave --person load.0 --start 14 --days 7 > prolongation.xml`;

/** `sample`: synthetic messages. */
export const addSample: AddCommand = (program, session) => {
  program
    .command("sample")
    .description("print a valid synthetic message, or one that breaks the named rule")
    .argument("<KIND>", "kind of message, such as sick-leave or dialogue-note")
    .option("--rule <name>", "the rule or pre-check to break")
    .option("--seed <text>", "letters and digits that decide persons and ids (default: new ones each time)")
    .option("--count <n>", "how many, each about another person", wholeNumber(1, 1_000_000), 1)
    .option("--out <dir>", "write files into this folder")
    .option("--at <time>", "the receipt time that the message carries; its days follow it (default: now)", time)
    .option(
      "--person <seed>",
      "another message about the person of an earlier one: its seed, a point and its number from 0",
    )
    .option("--start <days>", "first day of the period, in days from the day of receipt", wholeNumber(0, 30))
    .option("--days <n>", "length of the period", wholeNumber(1, 366))
    .addHelpText("after", help)
    .action((kind: string, options: SampleOptions) => sample(session, kind, options));
};
