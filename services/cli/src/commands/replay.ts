import { writeFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { operationsClient, posting } from "../adapter/http.ts";
import { UsageError } from "../adapter/io.ts";
import { exit } from "../core/exit.ts";
import { replayText } from "../core/replay-text.ts";
import type { ReplayTold } from "../core/replay-text.ts";
import type { GroundsOptions } from "./grounds.ts";
import { addGrounds, groundsOf } from "./grounds.ts";
import type { AddCommand, Session } from "./options.ts";
import { time } from "./options.ts";

interface ReplayOptions extends GroundsOptions {
  readonly stage: ReadonlyArray<string>;
  readonly id?: string;
  readonly everybody?: boolean;
  readonly parked?: string;
  readonly since?: string;
  readonly until?: string;
  readonly positions?: Positions;
  readonly ref?: string;
  readonly folder?: string;
  readonly report?: string;
  readonly keep?: boolean;
}

interface Positions {
  readonly partition: number;
  readonly from: number;
  readonly to: number;
}

const positions = (text: string): Positions => {
  const [, partition, from, to] = /^(\d{1,2}):(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  if (partition === undefined) throw new UsageError("--positions is PARTITION:FROM-TO, such as 3:100-200.");
  return { partition: Number(partition), from: Number(from), to: Number(to) };
};

const choices = (options: ReplayOptions, now: number): ReadonlyArray<object> => {
  const { id, everybody, parked, since, until, positions: places } = options;
  return [
    ...(id === undefined ? [] : [{ id }]),
    ...(everybody === true ? [{ everybody }] : []),
    ...(parked === undefined ? [] : [{ parked }]),
    ...(since === undefined ? [] : [{ window: { from: since, to: until ?? new Date(now).toISOString() } }]),
    ...(places === undefined ? [] : [{ positions: places }]),
  ];
};

const wishOf = ({ io }: Session, options: ReplayOptions): object => {
  const [select, ...more] = choices(options, io.now());
  if (select === undefined || more.length > 0)
    throw new UsageError("Choose by one of --id, --since, --positions, --parked and --everybody.");
  const { ref, folder } = options;
  if (ref !== undefined && folder !== undefined) throw new UsageError("A candidate is a --ref or a --folder.");
  const candidate = ref !== undefined ? { ref } : folder !== undefined ? { folder } : undefined;
  return { stages: options.stage, select, ...(candidate && { candidate }), ...groundsOf(io, options) };
};

const isOver = ({ state }: ReplayTold): boolean => state !== "replaying" && state !== "comparing";

const pollMs = 250;

const line = ({ state, progress, rate, secondsLeft }: ReplayTold): string => {
  const done = progress.reduce((sum, { records }) => sum + records, 0);
  const of = progress.some((one) => one.of === null) ? "" : `/${progress.reduce((sum, one) => sum + (one.of ?? 0), 0)}`;
  const speed = rate === null ? "" : `  ${rate}/s`;
  const left = secondsLeft === null ? "" : `, ${secondsLeft} s left`;
  return `${state} ${done}${of} records${speed}${left}`;
};

const show = ({ io }: Session, told: ReplayTold): void => {
  if (io.isWatched) io.tell(`\r\u001B[K${isOver(told) ? "" : line(told)}`);
};

/** Watches a replay to its end; an interruption breaks it off. */
const watch = async (session: Session, begun: ReplayTold): Promise<ReplayTold> => {
  const { io } = session;
  const operations = operationsClient(io);
  const path = `/v1/replays/${begun.replayId}`;
  const interrupted = { is: false };
  io.onInterrupt(() => (interrupted.is = true));
  for (let told = begun; ; told = await operations.read<ReplayTold>({ path })) {
    show(session, told);
    if (isOver(told)) return told;
    if (interrupted.is) return { ...told, state: "broken-off" };
    await delay(pollMs);
  }
};

const replay = async (session: Session, options: ReplayOptions): Promise<void> => {
  const { io, isJson, ends } = session;
  const operations = operationsClient(io);
  const begun = await operations.read<ReplayTold>(posting("/v1/replays", wishOf(session, options)));
  const path = `/v1/replays/${begun.replayId}`;
  const told = await watch(session, begun);
  if (options.report !== undefined) {
    const { differences } = await operations.read<{ readonly differences: unknown }>({ path: `${path}/differences` });
    await writeFile(options.report, `${JSON.stringify({ ...told, differences }, undefined, 2)}\n`);
  }
  if (options.keep !== true) await operations.call({ method: "DELETE", path });
  (isJson() ? [JSON.stringify(told)] : replayText(told)).forEach(io.out);
  if (told.state !== "done" || told.groups.length > 0) ends(exit.refused);
};

const help = `
Always all records of whoever is chosen are replayed, since what comes later rests on what came before. Nothing that
lives is changed: no topic, no row, no receipt; registers are not asked, their answers were kept.
Exit code 1 when something would differ, or the replay failed.

  samvirke replay --stage intake --id MESSAGE --why "a look"
  samvirke replay --stage intake --since 2026-11-01T00:00:00Z --ref fix-branch --why "what would the fix change?"
  samvirke replay --stage welfare-projector --everybody --report report.json --why "are the rows right?"`;

const gather = (text: string, before: ReadonlyArray<string> | undefined): ReadonlyArray<string> => [
  ...(before ?? []),
  text,
];

/** `replay`: stages again, in isolation, with a diff against what lives. */
export const addReplay: AddCommand = (program, session) => {
  const command = program
    .command("replay")
    .description("run stages again over the log, in isolation, and tell what would differ from what lives")
    .requiredOption("--stage <name>", "the stage, by its name in status; may be given several times", gather)
    .option("--id <id>", "about the person, message or case of this id")
    .option("--since <time>", "about whoever had something recorded since then", time)
    .option("--until <time>", "with --since: and no later than this (default: now)", time)
    .option(
      "--positions <partition:from-to>",
      "about whoever has a record there in what the first stage reads",
      positions,
    )
    .option("--parked <stage>", "about whoever is parked in a stage")
    .option("--everybody", "about everybody")
    .option("--ref <commit>", "the code of a commit of this repository (default: what runs)")
    .option("--folder <path>", "the code of another checkout")
    .option("--report <file>", "write the whole report there, with every difference, as JSON")
    .option("--keep", "leave what it made in place, to be looked into")
    .addHelpText("after", help);
  addGrounds(command).action((options: ReplayOptions) => replay(session, options));
};
