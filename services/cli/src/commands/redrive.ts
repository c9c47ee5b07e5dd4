import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { Command } from "commander";
import { operationsClient, posting } from "../adapter/http.ts";
import { UsageError } from "../adapter/io.ts";
import type { Io } from "../adapter/io.ts";
import { makeProgress } from "../adapter/progress.ts";
import { exit } from "../core/exit.ts";
import type { DryRun, Redrive } from "../core/parked-text.ts";
import { dryRunLines, redriveLines } from "../core/parked-text.ts";
import type { GroundsOptions } from "./grounds.ts";
import { addGrounds, groundsOf } from "./grounds.ts";
import type { Session } from "./options.ts";
import { wholeNumber } from "./options.ts";

interface RedriveOptions {
  readonly all?: boolean;
  readonly person?: string;
  readonly class?: string;
  readonly list?: string;
  readonly dryRun?: boolean;
  readonly limit: number;
  readonly why?: string;
  readonly as?: string;
  readonly wait?: boolean;
  readonly timeout: number;
}

const readIds = async (io: Io, file: string): Promise<ReadonlyArray<string>> => {
  const text = await (file === "-" ? io.stdin().then((bytes) => Buffer.from(bytes).toString("utf8")) : fromFile(file));
  const ids = text.split(/[\s,;]+/).filter((id) => id !== "");
  if (ids.length === 0) throw new UsageError("--list: there is no id in it.");
  return ids;
};

const fromFile = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`--list: ${file} cannot be read.`);
  }
};

const assertChosen = ({ person, list, class: name, all }: RedriveOptions): void => {
  const chosen = [person, list, name, all].filter((one) => one !== undefined);
  if (chosen.length === 0 || (chosen.length > 1 && all === true))
    throw new UsageError("Name one person, a --class or a --list, or give --all.");
  if (person !== undefined && list !== undefined) throw new UsageError("Either a person or a --list.");
};

/** What is undefined is not sent. */
const selectionOf = async (io: Io, stage: string | undefined, options: RedriveOptions) => {
  assertChosen(options);
  const { person: personId, list, class: name, all } = options;
  return { stage, personId, class: name, ids: list === undefined ? undefined : await readIds(io, list), all };
};

const isOver = ({ state }: Redrive): boolean => state !== "running";

/** Looks until it is over or the time is up; progress with rate and time left for people. */
const followed = async ({ io }: Session, begun: Redrive, seconds: number): Promise<Redrive> => {
  const operations = operationsClient(io);
  const bar = makeProgress(io, "redriving", begun.persons.total);
  const end = io.now() + seconds * 1000;
  if (io.isWatched) io.tell(`It goes on by itself; to stop it: samvirke parked stop ${begun.id} --why …\n`);
  for (;;) {
    const now = await operations.read<Redrive>({ path: `/v1/redrives/${begun.id}` });
    bar.done(now.persons.drained + now.persons.parkedAgain);
    if (isOver(now) || io.now() >= end) {
      bar.clear();
      return now;
    }
    await delay(200);
  }
};

const tell = ({ io, isJson }: Session, document: object, lines: ReadonlyArray<string>): void => {
  for (const line of isJson() ? [JSON.stringify(document)] : lines) io.out(line);
};

const tryOut = async (session: Session, selection: object, limit: number): Promise<void> => {
  const told = await operationsClient(session.io).read<DryRun>(posting(`/v1/parked/dry-run?limit=${limit}`, selection));
  tell(session, told, dryRunLines(told));
  if (told.drained < told.persons.length) session.ends(exit.refused);
};

const isThrough = (redrive: Redrive): boolean => redrive.state === "done" && redrive.persons.parkedAgain === 0;

const redrive = async (session: Session, stage: string | undefined, options: RedriveOptions): Promise<void> => {
  const { io } = session;
  const selection = await selectionOf(io, stage, options);
  if (options.dryRun === true) return tryOut(session, selection, options.limit);
  const { why, as, wait, timeout } = options;
  if (why === undefined) throw new UsageError("--why: a redrive needs a reason for the journal, or --dry-run.");
  const body = { ...selection, ...groundsOf(io, { why, ...(as === undefined ? {} : { as }) }) };
  const begun = await operationsClient(io).read<Redrive>(posting("/v1/parked/redrive", body));
  const last = wait === true ? await followed(session, begun, timeout) : begun;
  tell(session, last, redriveLines(last));
  if (wait === true && !isThrough(last)) session.ends(exit.refused);
};

const listRedrives = async (session: Session, id: string | undefined): Promise<void> => {
  const operations = operationsClient(session.io);
  const redrives =
    id === undefined
      ? (await operations.read<{ readonly redrives: ReadonlyArray<Redrive> }>({ path: "/v1/redrives" })).redrives
      : [await operations.read<Redrive>({ path: `/v1/redrives/${encodeURIComponent(id)}` })];
  if (redrives.length === 0 && !session.isJson()) return session.io.out("There was no redrive yet.");
  for (const one of redrives) tell(session, one, redriveLines(one));
};

const descriptions = {
  stop: "stop a redrive in the middle; it keeps its stages and can be continued",
  continue: "let a stopped redrive go on where it was",
  cancel: "end a redrive; whoever was not sent yet stays parked",
} as const;

const addSteering = (parked: Command, session: Session): void => {
  for (const verb of ["stop", "continue", "cancel"] as const) {
    const command = parked.command(verb).description(descriptions[verb]).argument("<ID>", "the id of the redrive");
    addGrounds(command).action(async (id: string, options: GroundsOptions) => {
      const path = `/v1/redrives/${encodeURIComponent(id)}/${verb}`;
      const after = await operationsClient(session.io).read<Redrive>(posting(path, groundsOf(session.io, options)));
      tell(session, after, redriveLines(after));
    });
  }
};

const help = `
One redrive at a time has a stage: a second operator is told who has it, and since when.

Examples:
  samvirke parked redrive --class constraint --dry-run
  samvirke parked redrive welfare-projector --all --why "the column is wider now" --wait
  samvirke parked redrive --list ids.txt --why "their registry entry is repaired"`;

/** `parked redrive`, and what goes with it. */
export const addRedrive = (parked: Command, session: Session): void => {
  parked
    .command("redrive")
    .description("let stages take up again what they have parked, in order")
    .argument("[STAGE]", "the stage that parked it; all stages where absent")
    .argument("[PERSON]", "the person")
    .option("--person <id>", "the person, in all stages")
    .option("--class <name>", "whose first parked record is of this class")
    .option("--list <file>", "ids of persons or parked records, one a line; - for standard input")
    .option("--all", "everybody who is parked there")
    .option("--dry-run", "only tell what would become of each; nothing is kept")
    .option("--limit <count>", "most persons of a dry run", wholeNumber(1, 1_000), 100)
    .option("--why <text>", "why, for the journal; no personal data")
    .option("--as <name>", "who asks (default: SAMVIRKE_OPERATOR, else your user name)")
    .option("--wait", "wait until it is done; exit code 1 when somebody is parked again")
    .option("--timeout <seconds>", "longest wait", wholeNumber(1, 86_400), 600)
    .addHelpText("after", help)
    .action((stage: string | undefined, person: string | undefined, options: RedriveOptions) =>
      redrive(session, stage, person === undefined ? options : { ...options, person }),
    );
  parked
    .command("redrives")
    .description("the latest redrives and how far they are")
    .argument("[ID]", "one of them")
    .action((id: string | undefined) => listRedrives(session, id));
  addSteering(parked, session);
};
