import type { Contracts, Fact } from "@samvirke/contracts";
import { E, personId } from "@samvirke/kernel";
import type { Either, PersonId } from "@samvirke/kernel";
import { historyOf, readFacts } from "@samvirke/stage";
import type { Hub, Known, ParkFailure } from "@samvirke/stage";
import { isEventType } from "../core/kinds-of-event.ts";
import type { Command, Event } from "../core/model.ts";
import type { ReadDeps } from "./read/inbound.ts";

/** What reading about merged persons needs. */
export type MergedDeps = Pick<ReadDeps, "followUpPolicy"> & { readonly hub: Hub };

type Merged = Known<Fact<"PersonMerged", never>>;
type Answer = Either<ParkFailure, Command | undefined>;

const compartments = ["identity", "work", "case", "medical"] as const;

type Recorded = Fact<keyof Contracts, (typeof compartments)[number]>;

// Of whoever is erased nothing is left to take over.
const eventOf = ({ fact }: Known<Recorded>): ReadonlyArray<Event> =>
  fact.content.state === "Open" && isEventType(fact.type)
    ? [{ type: fact.type, value: fact.content.value } as unknown as Event]
    : [];

/** What a merged person's stream holds, for whoever takes it over. */
const carriedFrom = async (merged: PersonId, hub: Hub): Promise<Either<ParkFailure, ReadonlyArray<Event>>> => {
  const records = (await historyOf(hub, merged)).filter(({ type }) => isEventType(type));
  const read = await readFacts<keyof Contracts, (typeof compartments)[number]>(hub, {
    accepts: [],
    opens: compartments,
  })(records);
  const failed = read.find(E.isLeft);
  return failed ?? E.right(read.flatMap((one) => (E.isRight(one) ? eventOf(one.right) : [])));
};

/** What a word on merged persons asks of the stream that it stands on. Rejects: unavailable. */
export const mergedCommand = async ({ fact }: Merged, { hub, followUpPolicy }: MergedDeps): Promise<Answer> => {
  const { archiveId, receivedAt, survivingPersonId: survivor, mergedPersonId } = fact.wire;
  const base = { aggregate: "person", archiveId, receivedAt, policy: followUpPolicy, replies: undefined } as const;
  const merged = personId(mergedPersonId);
  if (merged === undefined) return E.left({ reason: "contract", detail: "mergedPersonId: no person id" });
  if (fact.personId === merged) {
    return E.right({ ...base, command: { type: "EndStream", archiveId, survivor, merged } });
  }
  const carried = await carriedFrom(merged, hub);
  return E.map((events: ReadonlyArray<Event>): Command => ({
    ...base,
    command: { type: "TakeOver", archiveId, survivor, merged, carried: events },
  }))(carried);
};
