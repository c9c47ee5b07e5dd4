import { explainDecodeFailure } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Day, Either, LogRecord, PersonId, PersonSecret, RowChange, Table } from "@samvirke/kernel";
import type { ParkFailure } from "../definition.ts";
import type { Hub } from "../hub/hub.ts";

/** When something falls due for whom; ids and days, nothing else. */
export const dueTable: Table = {
  name: "due",
  key: { person: "uuid" },
  columns: { partition: "integer", day: "integer" },
  indexes: [["partition", "day"]],
};

/** A day that passed, and the persons for whom something falls due on it. */
export interface DayDue {
  readonly record: LogRecord;
  readonly day: Day;
  readonly persons: ReadonlyMap<PersonId, PersonSecret>;
}

// What waits behind a parked record must not be overtaken; such persons stay due.
const personsStatement = (schema: string) => ({
  name: `due_${schema}`,
  text: `select d.person from ${schema}.due d where d.partition = $1 and d.day <= $2
    and not exists (select from hub.parked p where p.stage = $3 and p.person = d.person) order by d.person`,
});

/** Reads a DayPassed and looks up whom it concerns; everything before it is committed by then. */
export const readDay = async (
  hub: Hub,
  of: { readonly stage: string; readonly schema: string },
  record: LogRecord,
): Promise<Either<ParkFailure, DayDue>> => {
  const decoded = hub.codec.decodeAs("DayPassed", record);
  if (E.isLeft(decoded)) return E.left({ reason: "contract", detail: explainDecodeFailure(decoded.left) });
  const { day, partition } = decoded.right.value;
  const { names } = hub;
  const rows = await hub.store.query<{ person: PersonId }>(personsStatement(names.schema(of.schema)), [
    partition,
    day,
    names.stage(of.stage),
  ]);
  const persons = await hub.keys.secrets(rows.map(({ person }) => person));
  return E.right({ record, day, persons });
};

/** The change of a person's row; none where nothing changed. */
export const dueRow = (
  of: { readonly person: string; readonly partition: number },
  before: Day | undefined,
  after: Day | undefined,
): ReadonlyArray<RowChange> => {
  if (before === after) return [];
  const key = { person: of.person };
  if (after === undefined) return [{ op: "delete", table: dueTable.name, key }];
  return [{ op: "upsert", table: dueTable.name, key, columns: { partition: of.partition, day: after } }];
};
