import { randomBytes } from "node:crypto";
import type { ReplayNews } from "@samvirke/stage";
import type { JournalLine, RebuildPlace } from "@samvirke/store";
import type { StageProgress } from "../../core/replay/progress.ts";
import { paceOf } from "../../core/replay/progress.ts";
import type { ProofTold, RebuildState, RebuildTold } from "../../core/rebuild/told.ts";
import { isUnderWay, stateAfter } from "../../core/rebuild/told.ts";
import type { RebuildWish } from "../../core/rebuild/wish.ts";
import { usualRate } from "../../core/rebuild/wish.ts";
import { stagesOfSchema } from "../../core/stages.ts";

/** One rebuild, from its wish to what is kept of before. */
export interface Rebuild {
  readonly run: string;
  readonly began: number;
  readonly progress: Map<string, StageProgress>;
  /** Records of each stage before its round. */
  readonly base: Map<string, number>;
  readonly pace: { records: number; since: number };
  wish: RebuildWish;
  state: RebuildState;
  ending: AbortController;
  ended: number | null;
  dropped: number;
  parked: number;
  proof: ProofTold | null;
  accepted: boolean;
  failure: string | null;
  finished: Promise<void>;
}

/** Where its rows are, and who writes them. */
export const placeOf = ({ run, wish }: Pick<Rebuild, "run" | "wish">): RebuildPlace => ({
  run,
  schema: wish.projection,
  stages: stagesOfSchema(wish.projection).map(({ name, topic }) => ({ name, topic })),
});

/** Notes what the rebuilding process tells. Rounds add up. */
export const note = (rebuild: Rebuild, news: ReplayNews): void => {
  const { stage, records } = news;
  const before = rebuild.progress.get(stage);
  if (before === undefined) return;
  if (news.told === "began") {
    rebuild.base.set(stage, before.records);
    rebuild.progress.set(stage, { ...before, state: "replaying", of: before.records + records });
    return;
  }
  const done = (rebuild.base.get(stage) ?? 0) + records;
  rebuild.pace.records += done - before.records;
  rebuild.progress.set(stage, { ...before, state: news.told === "ended" ? "replayed" : "replaying", records: done });
  if (news.told !== "ended") return;
  rebuild.dropped += news.appended;
  rebuild.parked += news.parked;
};

const keptOf = ({ run, wish, state }: Rebuild): string | null =>
  state === "switched" ? `${wish.projection}_before_${run}` : null;

const timeOf = (at: number): string => new Date(at).toISOString();

/** A rebuild as it stands. */
export const tell = (rebuild: Rebuild, now: number): RebuildTold => {
  const progress = [...rebuild.progress.values()];
  const { run, wish, state, began, ended, pace } = rebuild;
  const { dropped, parked, proof, accepted, failure } = rebuild;
  return {
    rebuildId: run,
    state,
    wish,
    began: timeOf(began),
    ended: ended === null ? null : timeOf(ended),
    progress,
    ...paceOf(progress, { records: pace.records, ms: (ended ?? now) - pace.since }),
    dropped,
    parked,
    proof,
    accepted,
    kept: keptOf(rebuild),
    failure,
  };
};

const blankOf = (of: Pick<Rebuild, "run" | "wish" | "began" | "state">): Rebuild => ({
  ...of,
  progress: new Map(
    stagesOfSchema(of.wish.projection).map(({ name }) => [
      name,
      { stage: name, state: "waiting", of: null, records: 0 },
    ]),
  ),
  base: new Map(),
  pace: { records: 0, since: of.began },
  ending: new AbortController(),
  ended: isUnderWay(of.state) ? null : of.began,
  dropped: 0,
  parked: 0,
  proof: null,
  accepted: false,
  failure: null,
  finished: Promise.resolve(),
});

/** A rebuild that is about to begin. */
export const makeRebuild = (wish: RebuildWish, now: number): Rebuild =>
  blankOf({ run: `rebuild_${randomBytes(4).toString("hex")}`, wish, began: now, state: "rebuilding" });

/** What the journal keeps of a rebuild beside who and why. */
export const detailsOf = ({ run, wish }: Rebuild, more: object = {}): Readonly<Record<string, unknown>> => ({
  rebuildId: run,
  projection: wish.projection,
  recordsPerSecond: wish.recordsPerSecond,
  ...more,
});

const runOf = ({ details }: JournalLine): string => String(details["rebuildId"]);

const proofIn = ({ details }: JournalLine): ProofTold | null => (details["proof"] as ProofTold | undefined) ?? null;

const remembered = (lines: ReadonlyArray<JournalLine>): Rebuild | undefined => {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return undefined;
  const { projection } = first.details;
  const { recordsPerSecond } = last.details;
  const wish: RebuildWish = {
    projection: String(projection),
    recordsPerSecond: typeof recordsPerSecond === "number" ? recordsPerSecond : usualRate,
    reason: first.why,
    by: first.by,
  };
  const known = blankOf({ run: runOf(first), wish, began: first.at.getTime(), state: stateAfter(last.act) });
  return {
    ...known,
    ended: last.at.getTime(),
    proof: proofIn(lines.findLast(({ act }) => act === "rebuild-refused") ?? last),
  };
};

/** The rebuilds of earlier processes, as the journal tells them. */
export const rememberedIn = (journal: ReadonlyArray<JournalLine>): ReadonlyArray<Rebuild> =>
  [...Map.groupBy(journal, runOf).values()].flatMap((lines) => remembered(lines) ?? []);
