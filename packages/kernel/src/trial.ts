import type { PersonId } from "./ids.ts";
import type { ParkReason } from "./park-reason.ts";

/** A wish to know what a stage would make of a person's parked records now. */
export interface Trial {
  readonly id: string;
  readonly person: PersonId;
}

/** What became of one parked record when it was tried; nothing of it was kept. */
export interface Tried {
  readonly partition: number;
  readonly position: number;
  readonly type: string;
  /** none: the stage does not take this type any more. */
  readonly fate: "handled" | "fails" | "waits" | "none";
  readonly reason: ParkReason | null;
  /** Path and rule, never a value. */
  readonly detail: string | null;
  /** Records that it would append, by topic and type. */
  readonly appends: Readonly<Record<string, number>>;
  /** Rows that it would change, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** The answer to a trial; null where the stage could not try. */
export interface TrialAnswer {
  readonly id: string;
  readonly records: ReadonlyArray<Tried> | null;
}
