import type { StageProgress } from "../replay/progress.ts";
import type { RebuildWish } from "./wish.ts";

/**
 * rebuilding: the log is read from the start; catching-up: what came meanwhile; proving: the projection stands still and
 * is compared; switched: the rebuilt one lives; refused: the proof failed, both are there; cancelled and failed: what
 * was done stays, and can be resumed; dropped: gone, or what was kept of before is.
 */
export type RebuildState =
  | "rebuilding"
  | "catching-up"
  | "proving"
  | "switched"
  | "refused"
  | "cancelled"
  | "failed"
  | "dropped";

/** Whether a rebuild works at the moment. */
export const isUnderWay = (state: RebuildState): boolean =>
  state === "rebuilding" || state === "catching-up" || state === "proving";

/** Whether a rebuild can be taken up again. */
export const isResumable = (state: RebuildState): boolean =>
  state === "cancelled" || state === "failed" || state === "refused";

/** A place where rebuilt and live rows are not the same. */
export interface UnlikeTold {
  readonly table: string;
  /** Null where rows name no person. */
  readonly partition: number | null;
  readonly live: number;
  readonly rebuilt: number;
  /** First keys that differ. */
  readonly keys: ReadonlyArray<string>;
}

/** What the comparison came to, and where every stage stood. */
export interface ProofTold {
  /** Live rows that were compared. */
  readonly rows: number;
  readonly tables: number;
  readonly unlike: ReadonlyArray<UnlikeTold>;
  /** Per stage and partition, the last position that both have handled. */
  readonly positions: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A rebuild as it is told. */
export interface RebuildTold {
  readonly rebuildId: string;
  readonly state: RebuildState;
  readonly wish: RebuildWish;
  readonly began: string;
  readonly ended: string | null;
  readonly progress: ReadonlyArray<StageProgress>;
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  /** Records that the stages would have written to the log; none was. */
  readonly dropped: number;
  readonly parked: number;
  readonly proof: ProofTold | null;
  readonly accepted: boolean;
  /** The schema of what lived before, while it is kept. */
  readonly kept: string | null;
  readonly failure: string | null;
}

type Found = Pick<ProofTold, "unlike">;

const placeOf = ({ table, partition }: UnlikeTold): string => `${table} ${partition ?? ""}`;

/** Whether a proof finds nothing to differ but where an earlier one did. */
export const isWithin = (shown: Found | null, found: Found): boolean => {
  const places = new Set((shown?.unlike ?? []).map(placeOf));
  return found.unlike.every((one) => places.has(placeOf(one)));
};

const lastActs: Readonly<Record<string, RebuildState>> = {
  rebuild: "cancelled",
  "rebuild-resume": "cancelled",
  "rebuild-cancel": "cancelled",
  "rebuild-refused": "refused",
  "rebuild-switch": "switched",
  "rebuild-drop": "dropped",
};

/** What a rebuild of an earlier process has come to, by the last line of the journal. */
export const stateAfter = (act: string): RebuildState => lastActs[act] ?? "cancelled";
