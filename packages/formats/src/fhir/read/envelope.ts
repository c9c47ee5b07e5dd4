import type { Organisation, WireEnvelope, WireParty } from "@samvirke/contracts";
import { plainReference } from "../../dialogue/references.ts";
import { emptyEnvelope } from "../../referral/empty.ts";
import { instantAt } from "../../referral/message-envelope.ts";
import type { FhirElement } from "../element.ts";
import { kid, kids, tokenAt } from "../element.ts";
import type { Reading } from "./reading.ts";
import { resolve } from "./reading.ts";

type Levels = ReadonlyArray<Organisation>;

/** Between whom a document goes. */
export interface FhirParties {
  readonly sender: Levels;
  readonly receiver: Levels;
  readonly copies: ReadonlyArray<Levels>;
}

const partyOf = (organisations: Levels): WireParty | null =>
  organisations.length === 0 ? null : { comMethod: null, organisations };

const copyOf = (organisations: Levels): WireEnvelope["otherReceivers"][number] => ({
  comMethod: null,
  role: null,
  organisations,
  patient: null,
  person: null,
  healthcareProfessional: null,
});

/** What a document says of itself; a Bundle has an id and a time of its own. Source: HL7 FHIR R4 Bundle. */
export const envelopeOf = (
  { root }: Reading,
  { sender, receiver, copies }: FhirParties,
  writtenOn: string | null,
): WireEnvelope => {
  const isBundle = root.resourceType === "Bundle";
  const generatedAtText = (isBundle ? tokenAt(root, "timestamp") : null) ?? writtenOn;
  return {
    ...emptyEnvelope,
    format: "FHIR",
    messageId: isBundle ? plainReference(tokenAt(root, "identifier", "value") ?? tokenAt(root, "id")) : null,
    generatedAtText,
    generatedAt: instantAt(generatedAtText),
    sender: partyOf(sender),
    receiver: partyOf(receiver),
    otherReceivers: copies.map(copyOf),
  };
};

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The ids of a resource, a UUID before any other. */
export const idsOf = (resource: FhirElement): ReadonlyArray<string> => {
  const written = [...kids(resource, "identifier").map((one) => tokenAt(one, "value")), tokenAt(resource, "id")];
  const ids = [...new Set(written.flatMap((one) => plainReference(one) ?? []))];
  return [...ids.filter((id) => uuidForm.test(id)), ...ids.filter((id) => !uuidForm.test(id))];
};

/** The ids by which references name other resources; of one that is sent along, its own. */
export const idsNamed = (
  reading: Reading,
  from: FhirElement,
  references: ReadonlyArray<FhirElement>,
): ReadonlyArray<string> => {
  const named = references.flatMap((reference): ReadonlyArray<string | null> => {
    const found = resolve(reading, from, reference);
    if (found !== undefined) return idsOf(found);
    const written =
      tokenAt(reference, "reference")
        ?.replace(/\/_history\/[^/]*$/, "")
        .split("/")
        .at(-1) ?? null;
    return [plainReference(tokenAt(kid(reference, "identifier"), "value")), plainReference(written)];
  });
  return [...new Set(named.filter((id) => id !== null))];
};
