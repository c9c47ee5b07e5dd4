import { setTimeout as delay } from "node:timers/promises";
import { operationsClient, posting } from "../adapter/http.ts";
import { onInterrupt } from "../adapter/interrupt.ts";
import { Refused, UsageError } from "../adapter/io.ts";
import { makeProgress } from "../adapter/progress.ts";
import { exit } from "../core/exit.ts";
import type { Rebuild } from "../core/rebuild-text.ts";
import { doneOf, rebuildLines } from "../core/rebuild-text.ts";
import type { GroundsOptions } from "./grounds.ts";
import { addGrounds, groundsOf } from "./grounds.ts";
import type { AddCommand, Session } from "./options.ts";
import { wholeNumber } from "./options.ts";

interface RebuildOptions extends GroundsOptions {
  readonly rate?: number;
  readonly resume?: boolean;
  readonly accept?: string;
  readonly dropOld?: boolean;
  readonly drop?: boolean;
}

const underWay: ReadonlyArray<string> = ["rebuilding", "catching-up", "proving"];
const resumable: ReadonlyArray<string> = ["cancelled", "failed", "refused"];

const readAll = async ({ io }: Session, projection: string): Promise<ReadonlyArray<Rebuild>> =>
  (
    await operationsClient(io).read<{ readonly rebuilds: ReadonlyArray<Rebuild> }>({ path: "/v1/rebuilds" })
  ).rebuilds.filter(({ wish }) => wish.projection === projection);

const act = ({ io }: Session, { rebuildId }: Rebuild, of: { readonly verb: string; readonly body: object }) =>
  operationsClient(io).read<Rebuild>(posting(`/v1/rebuilds/${rebuildId}/${of.verb}`, of.body));

/** Looks until it is over; whoever breaks off cancels it. */
const followed = async (session: Session, begun: Rebuild, options: RebuildOptions): Promise<Rebuild> => {
  const { io } = session;
  const breaking = Promise.withResolvers<"broken">();
  const leave = onInterrupt(() => breaking.resolve("broken"));
  let bar = makeProgress(io, begun.wish.projection, 0);
  let total = 0;
  try {
    for (;;) {
      const now = await operationsClient(io).read<Rebuild>({ path: `/v1/rebuilds/${begun.rebuildId}` });
      if (!underWay.includes(now.state)) return now;
      const { done, total: known } = doneOf(now);
      if (known !== total) [bar, total] = [makeProgress(io, `${now.state} ${now.wish.projection}`, known), known];
      bar.done(done);
      if ((await Promise.race([breaking.promise, delay(300)])) === "broken")
        return await act(session, now, { verb: "cancel", body: groundsOf(io, options) });
    }
  } finally {
    bar.clear();
    leave();
  }
};

const show = ({ io, isJson }: Session, rebuild: Rebuild): void => {
  for (const line of isJson() ? [JSON.stringify(rebuild)] : rebuildLines(rebuild)) io.out(line);
};

const drop = async (session: Session, projection: string, options: RebuildOptions): Promise<void> => {
  const states = options.dropOld === true ? ["switched"] : resumable;
  const wanted = (await readAll(session, projection)).filter(({ state }) => states.includes(state));
  if (wanted.length === 0) throw new Refused(`There is nothing to drop of ${projection}.`);
  for (const one of wanted)
    show(session, await act(session, one, { verb: "drop", body: groundsOf(session.io, options) }));
};

const resumed = async (session: Session, projection: string, options: RebuildOptions): Promise<Rebuild> => {
  const { accept, rate: recordsPerSecond } = options;
  const standing = (await readAll(session, projection)).findLast(({ state }) => resumable.includes(state));
  if (standing === undefined) throw new Refused(`No rebuild of ${projection} waits to be resumed.`);
  if (accept !== undefined && accept !== standing.rebuildId)
    throw new UsageError(`--accept names the rebuild whose difference is accepted: ${standing.rebuildId}.`);
  const body = { ...groundsOf(session.io, options), accept, recordsPerSecond };
  return act(session, standing, { verb: "resume", body });
};

const begun = (session: Session, projection: string, options: RebuildOptions): Promise<Rebuild> => {
  const body = { ...groundsOf(session.io, options), projection, recordsPerSecond: options.rate };
  return operationsClient(session.io).read<Rebuild>(posting("/v1/rebuilds", body));
};

const rebuild = async (session: Session, projection: string, options: RebuildOptions): Promise<void> => {
  if (options.dropOld === true || options.drop === true) return drop(session, projection, options);
  const isResumed = options.resume === true || options.accept !== undefined;
  const first = await (isResumed ? resumed : begun)(session, projection, options);
  const last = await followed(session, first, options);
  show(session, last);
  if (last.state !== "switched") session.ends(exit.refused);
};

const help = `
The rebuilt rows are compared with those that live, every column of every row, and take their place only when they
are the same. Breaking off cancels; what was done stays and can be resumed.

Examples:
  samvirke rebuild view_welfare --why "rows repaired by hand" --rate 2000
  samvirke rebuild view_welfare --resume --why "the load is over"
  samvirke rebuild view_welfare --drop-old --why "looked at for a week"`;

/** `rebuild`: a projection anew from the log. */
export const addRebuild: AddCommand = (program, session) => {
  const command = program
    .command("rebuild")
    .description("build a projection anew from the log beside the one that lives, prove both the same, and switch")
    .argument("<PROJECTION>", "its schema, such as view_welfare")
    .option("--rate <records>", "most records a second", wholeNumber(1, 1_000_000))
    .option("--resume", "go on with the one that was cancelled, failed or was refused")
    .option("--accept <id>", "switch that rebuild although it differs, as long as nothing else differs than it showed")
    .option("--drop", "take away what a rebuild built that was not switched")
    .option("--drop-old", "take away what a switch kept of before");
  addGrounds(command)
    .addHelpText("after", help)
    .action((projection: string, options: RebuildOptions) => rebuild(session, projection, options));
};
