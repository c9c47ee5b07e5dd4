// Generated from schemas/ by `npm run generate`; never edited.

/** A row of a view came, changed or went. */
export interface ViewChanged {
  /** Name of the view. */
  readonly view: string;
  /** Key of the row. */
  readonly keyId: string;
  /** What became of the row. */
  readonly change: ViewChange;
  /** The event that changed it. */
  readonly cause: string;
  /** Parties that may see the row, each an HMAC in lower-case hex. */
  readonly parties: ReadonlyArray<string>;
  /** Public columns of the row; empty when it went. */
  readonly columns: ReadonlyArray<ViewColumn>;
  /** Sealed compartments of the row; empty when it went. */
  readonly sealed: ReadonlyArray<SealedPart>;
}

/** What became of the row. */
export type ViewChange = "UNKNOWN" | "PUT" | "REMOVED";

/** A public column of the row; exactly one of the values is given, none for an empty column. */
export interface ViewColumn {
  /** Column name. */
  readonly name: string;
  /** Value of a text column; ids and class names only. */
  readonly text: string | null;
  /** Value of a number column. */
  readonly number: number | null;
  /** Value of a yes or no column. */
  readonly flag: boolean | null;
}

/** A compartment copied as it was sealed in its event; the frame names the audience whose key opens it. */
export interface SealedPart {
  /** identity, work, case or medical. */
  readonly compartment: string;
  /** The event that it was sealed in; needed to open it. */
  readonly eventId: string;
  /** That event's type; needed to open it. */
  readonly eventType: string;
  /** The sealed frame. */
  readonly content: Uint8Array;
}
