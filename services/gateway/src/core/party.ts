/** A side of the border that a gateway serves. */
export type Sector = "health" | "welfare" | "employer";

/** An identifier by which others name a party: HER-id, organisation number or resh id. */
export interface PartyIdentifier {
  readonly type: string;
  readonly value: string;
}

/** Whoever may use a gateway. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  /** A trusted receiving station: its receipt time counts, and it may forward for any practice. */
  readonly station: boolean;
  /** May say beside a message when it was received, as a system that forwards does; it speaks for nobody else by that. */
  readonly statesTimes?: boolean | undefined;
  readonly identifiers: ReadonlyArray<PartyIdentifier>;
}

/** What a reader may see of rows, decided by who it is. */
export interface Reader {
  readonly sector: Sector;
  /** HMACs of the reader's identifiers and of its id. */
  readonly aliases: ReadonlyArray<string>;
}

/** A row with the parties that have a part in it. */
export interface PartyRow {
  readonly aliases: ReadonlyArray<string>;
}

/**
 * Whether a reader has grounds to see a row.
 *
 * Health and employers: only where one of the reader's own aliases is among the row's. Welfare: NAV, who sees every sick leave.
 */
export const mayRead = (reader: Reader, row: PartyRow): boolean =>
  reader.sector === "welfare" || row.aliases.some((alias) => reader.aliases.includes(alias));
