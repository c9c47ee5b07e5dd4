import { newRecord, topics } from "@samvirke/contracts";
import type { Codec } from "@samvirke/contracts";
import {
  addDays,
  deriveEventId,
  fromOsloLocal,
  partitionCount,
  partitionOf,
  personId,
  printDay,
  uuid5,
} from "@samvirke/kernel";
import type { Day, NewRecord, PersonId } from "@samvirke/kernel";

const dayInMillis = 86_400_000;
const partitions = Array.from({ length: partitionCount }, (_, partition) => partition);

// A key that belongs to nobody and leads to the partition, so that key and partition agree for every reader.
const keyOf = (partition: number): PersonId => {
  for (let attempt = 0; ; attempt += 1) {
    const key = personId(uuid5("clock", String(partition), String(attempt)));
    if (key !== undefined && partitionOf(key) === partition) return key;
  }
};

const keys: ReadonlyArray<PersonId> = partitions.map(keyOf);

/** The records that tell a day, one for each partition; the same day gives the same bytes. */
export const dayRecords = (codec: Codec, day: Day): ReadonlyArray<NewRecord> =>
  keys.map((person, partition) =>
    newRecord(codec, {
      topic: topics.messages,
      person,
      name: "DayPassed",
      value: { day, partition },
      eventId: deriveEventId(`${printDay(day)}/${partition}`, "DayPassed"),
      secret: undefined,
      audience: "hub",
      meta: {
        source: "/samvirke/clock",
        time: fromOsloLocal(addDays(day, 1) * dayInMillis),
        correlationId: uuid5("day", printDay(day)),
      },
      partition,
    }),
  );
