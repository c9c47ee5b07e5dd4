import { printInstant } from "../../xml/print-time.ts";
import type { HubReferral } from "../../referral/hub/model.ts";
import type { FhirNotation } from "./out.ts";
import { printResource } from "./out.ts";
import { uuidIdentifier } from "./parts.ts";
import { referralEntries } from "./referral.ts";
import { taskEntries } from "./task.ts";

/**
 * A message between the sectors as a FHIR R4 Bundle: a ServiceRequest with what it brings, or a Task. The references to an
 * earlier message and a conversation have no place in it.
 *
 * Source: HL7 FHIR R4; no-basis profiles; canonical model R31 to R37.
 */
export const printFhir = (message: HubReferral, notation: FhirNotation): Uint8Array => {
  const { body } = message;
  const entry = body.kind === "REFERRAL" ? referralEntries(message, body) : taskEntries(message, body);
  return printResource(
    {
      resourceType: "Bundle",
      identifier: uuidIdentifier(message.messageId),
      type: "collection",
      timestamp: printInstant(message.madeAt),
      entry,
    },
    notation,
  );
};
