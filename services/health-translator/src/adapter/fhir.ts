import type { Finding } from "@samvirke/contracts";
import { printFhir } from "@samvirke/formats";
import type { FhirNotation, HubReferral } from "@samvirke/formats";
import type { Referral } from "../core/model.ts";
import type { Address } from "./addressing.ts";
import type { Printed } from "./printed.ts";
import type { Printing } from "./printing.ts";

/** The sender's own id of a referral; the hub's where it has none. */
export const referralOf = ({ case: shared, referralId }: Referral): string => shared.referralIdAsSent ?? referralId;

/** What is kept back where it may not be shared. */
export const withheld = (mayShare: boolean): ReadonlyArray<Finding> =>
  mayShare ? [] : [{ path: "medical", rule: "WITHHELD" }];

/** A message that is to go as FHIR. */
export interface InFhir {
  readonly at: Address;
  readonly notation: FhirNotation;
  readonly what: "ServiceRequest" | "Task";
  readonly message: HubReferral;
  readonly lost: ReadonlyArray<Finding>;
}

/** A message between the sectors as FHIR. Source: canonical model R31 to R37. */
export const fhirPrinted = ({ at, notation, what, message, lost }: InFhir): Printed => ({
  address: at,
  shape: `FHIR R4 ${what}`,
  kind: "REFERRAL",
  contentType: notation === "JSON" ? "application/fhir+json" : "application/fhir+xml",
  body: printFhir(message, notation),
  wireMsgId: message.messageId,
  lost,
});

/** In which notation a party gets what follows from a referral; whoever referred in FHIR reads it, whatever else is known of it. */
export const notationFor = (at: Address, { case: shared }: Referral, { fhir }: Printing): FhirNotation | undefined =>
  fhir(at.partyAlias) ?? (shared.format === "FHIR" ? "JSON" : undefined);
