import { E, personId } from "@samvirke/kernel";
import { topics } from "@samvirke/contracts";
import type { PersonIdentityLinked } from "@samvirke/contracts";
import type { LogRecord, PersonId } from "@samvirke/kernel";
import type { Hub } from "../hub/hub.ts";

/** What reading a person's history needs. */
export type HistoryHub = Pick<Hub, "store" | "codec">;

type Link = Pick<PersonIdentityLinked, "closes" | "mergedPersonId">;

/** What a record says of two persons being one; undefined where it says nothing of that. */
const linkIn = ({ codec }: Pick<HistoryHub, "codec">, record: LogRecord): Link | undefined => {
  if (record.type !== "PersonIdentityLinked") return undefined;
  const linked = codec.decodeAs("PersonIdentityLinked", record);
  return E.isRight(linked) && linked.right.value.mergedPersonId !== null ? linked.right.value : undefined;
};

/** Persons whose streams a person's stream has taken over, in the order of the records. */
export const takenOverIn = (
  hub: Pick<HistoryHub, "codec">,
  records: ReadonlyArray<LogRecord>,
): ReadonlyArray<PersonId> => {
  const merged = records.flatMap((record) => {
    const link = linkIn(hub, record);
    const person = link === undefined || link.closes ? null : link.mergedPersonId;
    return person === null || person === record.key ? [] : (personId(person) ?? []);
  });
  return [...new Set(merged)];
};

const untilClosed = (hub: HistoryHub, records: ReadonlyArray<LogRecord>): ReadonlyArray<LogRecord> => {
  const end = records.findIndex((record) => linkIn(hub, record)?.closes === true);
  return end < 0 ? records : records.slice(0, end);
};

/**
 * Everything that was recorded of a merged person until its stream ended, in order: of those that it had taken over itself
 * first.
 *
 * Shape: the log never changes and nothing follows on a stream that has ended, so the answer is the same whenever it is
 *        asked after that. What says who is who is left out.
 */
export const historyOf = async (hub: HistoryHub, person: PersonId): Promise<ReadonlyArray<LogRecord>> => {
  const own = untilClosed(hub, await hub.store.readPerson(topics.events, person));
  const before = await Promise.all(takenOverIn(hub, own).map((other) => historyOf(hub, other)));
  return [...before.flat(), ...own.filter((record) => linkIn(hub, record) === undefined)];
};
