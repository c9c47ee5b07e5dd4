import { setTimeout as delay } from "node:timers/promises";
import type { Observe } from "@samvirke/observe";
import type { RedrivePerson, RedriveProgress, Store, StoreTransaction } from "@samvirke/store";
import type { RedriveRecordDeps } from "./redrive-records.ts";
import { redriveRecords } from "./redrive-records.ts";

export interface RedriverDeps extends RedriveRecordDeps {
  readonly store: Pick<Store, "redriveProgress" | "runningRedrives" | "settleRedrive" | "transact" | "wake">;
  readonly observe: Observe;
}

/** Most persons who are with a stage at a time: few enough to stop soon, many enough to keep a stage busy. */
const window = 200;
const busyMs = 200;
const idleMs = 2_000;

const send = async (
  deps: RedriverDeps,
  transaction: StoreTransaction,
  { of, persons }: { readonly of: RedriveProgress; readonly persons: ReadonlyArray<RedrivePerson> },
): Promise<void> => {
  const records = await redriveRecords(deps, persons, { by: of.by, reason: of.why, commandId: of.id });
  const places = await transaction.appendPlaced(records);
  const sent = persons.flatMap(({ rank }, index) => {
    const place = places[index];
    return place ? [{ rank, ...place }] : [];
  });
  await transaction.sentOfRedrive(of.id, sent);
};

const end = async (transaction: StoreTransaction, of: RedriveProgress): Promise<void> => {
  const { id, by, why, stages, total, drained, parked } = of;
  await transaction.setRedriveState(id, "done");
  await transaction.writeJournal({
    act: "redrive-done",
    stage: stages.length === 1 ? (stages[0] ?? null) : null,
    redrive: id,
    by,
    why,
    details: { stages, persons: total, drained, parkedAgain: parked },
  });
};

/** One step of a redrive: those who are through are noted, the next are sent; the last step ends it. */
const step = async (deps: RedriverDeps, id: string): Promise<void> => {
  await deps.store.settleRedrive(id);
  const [of] = await deps.store.redriveProgress(id, 1);
  if (!of) return;
  const room = window - of.sent;
  if (of.waiting > 0 ? room <= 0 : of.sent > 0) return;
  const sent = await deps.store.transact(async (transaction) => {
    if ((await transaction.lockRedrive(id)) !== "running") return 0;
    const persons = of.waiting > 0 ? await transaction.nextOfRedrive(id, room) : [];
    if (persons.length > 0) await send(deps, transaction, { of, persons });
    else if (of.waiting === 0) await end(transaction, of);
    return persons.length;
  });
  if (sent > 0) deps.store.wake();
};

/** Whoever works on redrives in this process. */
export interface Redriver {
  readonly kick: () => void;
  readonly stop: () => Promise<void>;
}

const stepAll = async (deps: RedriverDeps): Promise<boolean> => {
  const ids = await deps.store.runningRedrives();
  for (const id of ids) await step(deps, id);
  return ids.length > 0;
};

/**
 * Works on all running redrives, those begun before a restart included. Two processes do no harm: the redrive's row is
 * locked for each step, and a person who is sent twice is drained once.
 */
export const startRedriver = (deps: RedriverDeps): Redriver => {
  const ending = new AbortController();
  const wanted = { isAsked: false, resolve: (): void => undefined };
  const rest = async (ms: number): Promise<void> => {
    const asked = new Promise<void>((resolve) => (wanted.resolve = resolve));
    if (wanted.isAsked) wanted.resolve();
    wanted.isAsked = false;
    const slept = new AbortController();
    const both = AbortSignal.any([slept.signal, ending.signal]);
    await Promise.race([asked, delay(ms, undefined, { signal: both }).catch(() => undefined)]);
    slept.abort();
  };
  const work = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      // A database that is away is tried again; the status tells of it.
      const isBusy = await stepAll(deps).catch(() => {
        deps.observe.event("warn", "redrive-waits", {});
        return false;
      });
      await rest(isBusy ? busyMs : idleMs);
    }
  };
  const done = work();
  return {
    kick: () => {
      wanted.isAsked = true;
      wanted.resolve();
    },
    stop: async () => {
      ending.abort();
      await done;
    },
  };
};
