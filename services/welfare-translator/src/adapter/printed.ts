import type { Finding, OutboundMessage } from "@samvirke/contracts";
import type { JsonObject } from "@samvirke/formats";

/** A document for welfare, printed. */
export interface Printed {
  /** The format as its readers call it. */
  readonly shape: string;
  readonly kind: OutboundMessage["kind"];
  /** JSON, or bytes that a format prints itself. */
  readonly body: JsonObject | Uint8Array;
  /** Whether something in it is medical; it is then sealed so. */
  readonly isMedical: boolean;
  readonly wireMsgId: string | null;
  /** What the event said and the document does not. */
  readonly lost: ReadonlyArray<Finding>;
}

/** Findings of a printer's losses. */
export const findings = (
  losses: ReadonlyArray<{ readonly path: string; readonly reason: string }>,
): ReadonlyArray<Finding> => losses.map(({ path, reason }) => ({ path, rule: reason }));
