import type { LogRecord, PersonId } from "@samvirke/kernel";
import type pg from "pg";
import type { RebuildPlace } from "./rebuild-place.ts";
import { dropBefore, passDiscarded, standstill } from "./rebuild-switch.ts";
import type { Standstill } from "./rebuild-switch.ts";
import { chooseSource, createRun, dropRun, listRuns, readSource } from "./replay-run.ts";
import type { RunSource } from "./replay-run.ts";
import { makeSession } from "./session.ts";
import { transact } from "./transact.ts";

/** Replays and rebuilds: each has a schema of its own. */
export interface Runs {
  readonly create: (run: string, persons: ReadonlyArray<PersonId>) => Promise<void>;
  readonly drop: (run: string) => Promise<void>;
  readonly list: () => Promise<ReadonlyArray<string>>;
  /** Notes where the records of the run's persons lie; answers how many there are. */
  readonly choose: (source: RunSource) => Promise<number>;
  readonly read: (
    of: Pick<RunSource, "run" | "topic">,
    from: { readonly partition: number; readonly after: number; readonly records: number },
  ) => Promise<ReadonlyArray<LogRecord>>;
  /** Works while no stage of the projection writes; what was done is undone when `work` rejects. */
  readonly atStandstill: <A>(place: RebuildPlace, work: (still: Standstill) => Promise<A>) => Promise<A>;
  /** Takes out of a run's parking what somebody discarded since. */
  readonly passDiscarded: (run: string) => Promise<void>;
  /** Takes away what a switch kept of before. */
  readonly dropBefore: (place: RebuildPlace) => Promise<void>;
}

/** The places of replays and rebuilds over the pool. */
export const makeRuns = (pool: pg.Pool): Runs => {
  const session = makeSession(pool);
  return {
    create: (run, persons) => transact(pool, (inside) => createRun(inside, run, persons)),
    drop: (run) => transact(pool, (inside) => dropRun(inside, run)),
    list: () => listRuns(session),
    choose: (source) => chooseSource(session, source),
    read: (of, from) => readSource(session, of, from),
    atStandstill: (place, work) => transact(pool, async (inside) => work(await standstill(inside, place))),
    passDiscarded: (run) => passDiscarded(session, run),
    dropBefore: (place) => transact(pool, (inside) => dropBefore(inside, place)),
  };
};
