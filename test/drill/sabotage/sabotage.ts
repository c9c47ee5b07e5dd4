import { sabotages } from "../arguments.ts";
import type { Sabotage } from "../arguments.ts";
import { check } from "../checker/check.ts";
import type { Verdict } from "../checker/check.ts";
import type { Fault, Finding } from "../checker/finding.ts";
import type { Context, Stage } from "../run.ts";
import { copyHub } from "./copy.ts";
import type { Tampering } from "./tamperings.ts";
import { tamperingsOf } from "./all.ts";

/** How one tampering went. */
export interface Attempt {
  readonly place: string;
  readonly noticed: boolean;
  /** What the checker said of the place. */
  readonly finding: Finding | undefined;
  /** Places that it did not name. */
  readonly unseen: ReadonlyArray<string>;
}

/** How the checker did against one way to tamper. */
export interface SabotageResult {
  readonly fault: string;
  readonly runs: number;
  readonly noticed: boolean;
  readonly lost: number;
  readonly duplicated: number;
  readonly reordered: number;
  readonly wrong: number;
  readonly recoveryMs: null;
  readonly attempts: ReadonlyArray<Attempt>;
}

/** Ends what writes to the hub, so that its data lie still. */
const quieten = async ({ drill, watch }: Stage): Promise<void> => {
  await Promise.all(drill.hub.services.map((service) => service.stop()));
  await watch.close();
};

interface Tried {
  readonly attempt: Attempt;
  readonly verdict: Verdict;
}

const tryOne = async (stage: Stage, tampering: Tampering, name: string): Promise<Tried> => {
  const { places } = stage.drill;
  const copy = await copyHub({ url: places.postgresUrl, brokers: places.kafkaBrokers, name });
  try {
    const tampered = [await tampering.tamper(copy)].flat();
    const copied = {
      ...places,
      postgresUrl: copy.url,
      topics: copy.topics(),
      ledger: stage.ledgerPath,
      mayRepeat: false,
    };
    const verdict = await check(copied);
    const found = tampered.map((place) =>
      verdict.findings.find(({ fault, where }) => fault === tampering.fault && where.includes(place)),
    );
    const unseen = tampered.filter((_, index) => found[index] === undefined);
    return { verdict, attempt: { place: tampering.place, noticed: unseen.length === 0, finding: found[0], unseen } };
  } finally {
    await copy.drop();
  }
};

const sum = (tried: ReadonlyArray<Tried>, fault: Fault): number =>
  tried.reduce((all, { verdict }) => all + verdict.findings.filter((finding) => finding.fault === fault).length, 0);

const tell = ({ say }: Context, sabotage: Sabotage, { place, noticed, finding, unseen }: Attempt): void =>
  say(
    noticed && finding
      ? `${sabotage}, ${place}: red. ${finding.fault}, ${finding.where}: ${finding.what}`
      : `${sabotage}, ${place}: NOT NOTICED: ${unseen.join("; ")}`,
  );

const sabotageOnce = async (context: Context, stage: Stage, sabotage: Sabotage): Promise<SabotageResult> => {
  const tried: Array<Tried> = [];
  for (const [index, tampering] of tamperingsOf(sabotage).entries()) {
    const name = `drill_${sabotage.replaceAll("-", "_")}_${index}`;
    tried.push(await tryOne(stage, tampering, name));
    context.signal.throwIfAborted();
    const last = tried.at(-1);
    if (last) tell(context, sabotage, last.attempt);
  }
  return {
    fault: `sabotage: ${sabotage}`,
    runs: tried.length,
    noticed: tried.every(({ attempt }) => attempt.noticed),
    lost: sum(tried, "lost"),
    duplicated: sum(tried, "duplicated"),
    reordered: sum(tried, "reordered"),
    wrong: sum(tried, "wrong"),
    recoveryMs: null,
    attempts: tried.map(({ attempt }) => attempt),
  };
};

/** Tampers with what the hub keeps, in every place of each way asked for, and has the checker look each time. */
export const sabotageAll = async (context: Context, stage: Stage): Promise<ReadonlyArray<SabotageResult>> => {
  await quieten(stage);
  const clean = await check({ ...stage.drill.places, ledger: stage.ledgerPath, mayRepeat: false });
  const [first] = clean.findings;
  if (first) throw new Error(`red before any tampering: ${first.fault}, ${first.where}: ${first.what}`);
  context.say(`Without tampering the checker finds nothing in ${clean.records} records.`);
  const results: Array<SabotageResult> = [];
  for (const sabotage of sabotages)
    if (context.asked.sabotage.includes(sabotage)) results.push(await sabotageOnce(context, stage, sabotage));
  return results;
};
