import type { Ledger } from "../ledger.ts";
import type { DrillHub } from "../drill-hub.ts";
import type { Scene, Strike } from "./strike.ts";

/** What an entry finds when it begins: a hub under load, and how long it may take. */
export interface EntryScene extends Scene {
  readonly drill: DrillHub;
  readonly ledger: Ledger;
  readonly isSmall: boolean;
  readonly signal: AbortSignal;
}

/** One line of the catalogue: a trouble that is brought about while messages flow, and is over when it answers. */
export interface Entry {
  readonly name: string;
  readonly what: string;
  /** How often it is brought about in each size of the drill; with none in the small one it is played there when named. */
  readonly runs: { readonly small: number; readonly large: number };
  /** Brings it about and ends it; the time from which recovery counts stands in the answer. */
  readonly play: (scene: EntryScene) => Promise<Strike>;
}
