import { randomUUID } from "node:crypto";
import type { Problem } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { DiscardDone, Discarded, DiscardedQuery, Store, StoreTransaction } from "@samvirke/store";
import type { DiscardAsked } from "../core/selection.ts";
import { heldProblem } from "./redrive.ts";
import type { RedriveRecordDeps } from "./redrive-records.ts";
import { redriveRecords } from "./redrive-records.ts";

export interface DiscardDeps extends RedriveRecordDeps {
  readonly store: Pick<Store, "parkedList" | "redriveHolders" | "redriveProgress" | "transact" | "wake">;
}

const lineOf = ({ stage, park, left }: DiscardDone & { readonly stage: string }) => ({
  stage,
  personId: park.record.key,
  eventId: park.record.id,
  type: park.record.type,
  topic: park.record.topic,
  partition: park.record.partition,
  position: park.record.position,
  class: park.reason,
  left,
});

export type DiscardLine = ReturnType<typeof lineOf> & { readonly redriven: boolean };

const discardIn = async (
  deps: DiscardDeps,
  transaction: StoreTransaction,
  { stage, eventId, by, reason }: DiscardAsked,
): Promise<DiscardLine | undefined> => {
  const done = await transaction.discard({ stage, id: eventId, by, why: reason });
  if (!done) return undefined;
  const line = lineOf({ ...done, stage });
  const { personId, left: _, stage: __, ...details } = line;
  await transaction.writeJournal({
    act: "discard",
    stage,
    redrive: null,
    by,
    why: reason,
    details: { ...details, personId },
  });
  const redriven = done.wasFirst && done.left > 0;
  if (redriven) {
    const cause = { by, reason, commandId: randomUUID() };
    // Last, as it takes the locks of the log.
    await transaction.append(await redriveRecords(deps, [{ stage, person: personId }], cause));
  }
  return { ...line, redriven };
};

/**
 * Gives up one parked record for good. What waited behind it is taken up in the same breath; a rebuild, or the stage
 * itself when it reads its topic again, passes the record by.
 */
export const discardRecord = async (deps: DiscardDeps, asked: DiscardAsked): Promise<Either<Problem, DiscardLine>> => {
  const held = await heldProblem(deps, [asked.stage]);
  if (held) return E.left(held);
  const line = await deps.store.transact((transaction) => discardIn(deps, transaction, asked));
  if (line === undefined) return E.left({ name: "nothing-parked" });
  if (line.redriven) deps.store.wake();
  return E.right(line);
};

const discardedLine = ({ person, id, why, at, reason, detail: text, ...row }: Discarded) => ({
  ...row,
  personId: person,
  eventId: id,
  class: reason,
  detail: text,
  reason: why,
  at: at.toISOString(),
});

/** What was given up, newest first. */
export const listDiscarded = async (store: Pick<Store, "discardedList">, query: DiscardedQuery) => ({
  records: (await store.discardedList(query)).map(discardedLine),
});
