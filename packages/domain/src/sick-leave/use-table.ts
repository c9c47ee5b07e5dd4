import type { CertificateUse } from "../rules/index.ts";

/** What a person, or time, does with a certificate. */
export type Move = "SENT" | "CONFIRMED" | "SET_ASIDE" | "EXPIRED" | "OPEN";

/** Where a move leads, and whether the table has it. */
export interface Step {
  readonly use: CertificateUse;
  readonly isListed: boolean;
}

/**
 * The moves of a certificate's use.
 *
 * Source: canonical model C1, second table.
 */
export const useTable: Readonly<Record<CertificateUse, ReadonlyArray<Move>>> = {
  open: ["SENT", "CONFIRMED", "SET_ASIDE", "EXPIRED"],
  aside: ["OPEN", "EXPIRED", "SENT", "CONFIRMED"],
  confirmed: ["CONFIRMED", "SENT", "SET_ASIDE"],
  sent: ["SENT", "OPEN", "SET_ASIDE"],
  expired: [],
};

const useAfterMove: Readonly<Record<Move, CertificateUse>> = {
  SENT: "sent",
  CONFIRMED: "confirmed",
  SET_ASIDE: "aside",
  EXPIRED: "expired",
  OPEN: "open",
};

/** A move that the table does not have was decided elsewhere and is followed all the same; only expiry stays. */
export const stepOf = (use: CertificateUse, move: Move): Step => ({
  use: use === "expired" ? "expired" : useAfterMove[move],
  isListed: useTable[use].includes(move),
});
