import { E, RA } from "@samvirke/kernel";
import type { Either, LogRecord, ParkedRecord } from "@samvirke/kernel";
import type { ParkFailure, StageDefinition } from "./definition.ts";
import { describeDefect } from "./describe.ts";
import type { Item } from "./fold.ts";

/** Reads the stage that a PersonRedriven names. */
export type RedriveStage = (record: LogRecord) => Either<ParkFailure, string | undefined>;

const redriveType = "PersonRedriven";

/** Turns records into items, with everything that needs the outside done before the transaction. */
export interface Preparing<P> {
  /** True for a redrive that names this stage. */
  readonly isOwnRedrive: (record: LogRecord) => boolean;
  /** True for a record that shares its transaction with none of its partition. */
  readonly isAlone: (record: LogRecord) => boolean;
  /** What of these records is for this stage. */
  readonly items: (records: ReadonlyArray<LogRecord>) => Promise<ReadonlyArray<Item<P>>>;
  /** What of a person's parked records is still for this stage. */
  readonly parkedItems: (parked: ReadonlyArray<ParkedRecord>) => Promise<ReadonlyArray<Item<P>>>;
}

const readRedrive = (redriveStage: RedriveStage, record: LogRecord): Either<ParkFailure, string | undefined> => {
  try {
    return redriveStage(record);
  } catch (error) {
    return E.left({ reason: "defect", detail: describeDefect(error) });
  }
};

/** Makes the preparing of one stage. */
export const makePreparing = <P, S>(definition: StageDefinition<P, S>, redriveStage: RedriveStage): Preparing<P> => {
  const isForUs = (record: LogRecord): boolean => record.type !== redriveType && definition.accepts(record.type);
  const prepare = async (records: ReadonlyArray<LogRecord>): Promise<ReadonlyArray<Either<ParkFailure, P>>> => {
    if (records.length === 0) return [];
    const prepared = await definition.prepare(records);
    if (prepared.length !== records.length) throw new RangeError("prepare answered another number of records");
    return prepared;
  };
  /** A redrive that does not decode is a record of ours at fault, whichever stage it was meant for. */
  const brokenRedrive = (record: LogRecord): ReadonlyArray<Item<P>> => {
    const read = record.type === redriveType ? readRedrive(redriveStage, record) : E.right(undefined);
    return E.isLeft(read) ? [{ record, prepared: read, attempts: undefined }] : [];
  };
  const isOwnRedrive = (record: LogRecord): boolean => {
    if (record.type !== redriveType) return false;
    const named = readRedrive(redriveStage, record);
    return E.isRight(named) && named.right === definition.name;
  };
  return {
    isOwnRedrive,
    isAlone: (record) => isOwnRedrive(record) || (definition.isAlone?.(record.type) ?? false),
    items: async (records) => {
      const ours = records.filter(isForUs);
      const prepared = new Map(RA.zip(ours, await prepare(ours)));
      return records.flatMap((record) => {
        const own = prepared.get(record);
        return own ? [{ record, prepared: own, attempts: undefined }] : brokenRedrive(record);
      });
    },
    parkedItems: async (parked) => {
      const ours = parked.filter((park) => isForUs(park.record));
      const prepared = await prepare(ours.map((park) => park.record));
      return RA.zipWith(ours, prepared, ({ record, attempts }, own) => ({ record, attempts, prepared: own }));
    },
  };
};
