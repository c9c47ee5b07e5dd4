import type { SharingConsentRecorded, WireEnvelope } from "@samvirke/contracts";
import type { ReferralIdentity } from "@samvirke/contracts";
import type { FhirElement } from "../element.ts";
import { kid, kids, tokenAt, valueAt } from "../element.ts";
import { consentCodeOf, consentIsSilent } from "./consent.ts";
import { envelopeOf, idsNamed } from "./envelope.ts";
import { partyAt } from "./party.ts";
import { personAt } from "./person.ts";
import type { Reading } from "./reading.ts";
import { ofType, resolve } from "./reading.ts";
import { dayIn } from "./values.ts";

/** A consent as an event of its own takes it. */
export interface FhirConsent extends Pick<SharingConsentRecorded["case"], "on" | "givenBy" | "legalBasis"> {
  readonly status: SharingConsentRecorded["status"];
}

/** A consent that comes without a referral and without news of one. */
export interface ParsedConsent {
  readonly kind: "CONSENT";
  readonly identity: ReferralIdentity;
  readonly envelope: WireEnvelope;
  /** Ids of the referral that it is for. */
  readonly references: ReadonlyArray<string>;
  readonly sharing: ReadonlyArray<FhirConsent>;
}

// List 9064.
const byCode: Readonly<Record<string, FhirConsent["status"]>> = {
  "1": "GIVEN",
  "2": "NOT_REQUIRED",
  "3": "ANSWER_TO_CONSENTED_REQUEST",
  "4": "REFUSED",
};

// A consent that was in force and is not any more; of one that was recorded by mistake nothing may follow.
const taken: ReadonlySet<string | null> = new Set(["inactive", "entered-in-error"]);

const givers: Readonly<Record<string, FhirConsent["givenBy"]>> = { Patient: "SELF", RelatedPerson: "GUARDIAN" };

const giverOf = (reading: Reading, consent: FhirElement): FhirConsent["givenBy"] => {
  const reference = kid(consent, "performer");
  const found = resolve(reading, consent, reference)?.resourceType ?? tokenAt(reference, "type");
  const written = tokenAt(reference, "reference")?.split("/").at(-2);
  return givers[found ?? written ?? ""] ?? "UNKNOWN";
};

const statusOf = (reading: Reading, consent: FhirElement): FhirConsent["status"] | undefined => {
  if (taken.has(tokenAt(consent, "status"))) return "WITHDRAWN";
  return consentIsSilent(consent) ? undefined : (byCode[consentCodeOf(reading, consent) ?? ""] ?? "UNKNOWN");
};

/** What a consent says, UNKNOWN where it says neither yes nor no; nothing where it is still asked for. Source: HL7 FHIR R4 Consent. */
export const sharingOf = (reading: Reading, consent: FhirElement): ReadonlyArray<FhirConsent> => {
  const status = statusOf(reading, consent);
  if (status === undefined) return [];
  const on = dayIn(tokenAt(consent, "dateTime"));
  return [{ status, on, givenBy: giverOf(reading, consent), legalBasis: valueAt(consent, "policyRule", "text") }];
};

const subjectsOf = (consent: FhirElement): ReadonlyArray<FhirElement> => [
  ...kids(kid(consent, "provision"), "data").flatMap((data) => kids(data, "reference")),
  ...kids(consent, "sourceReference"),
];

// The day of a consent is the day that it was given, also in the message that withdraws it.
const writtenOn = (consent: FhirElement): string | null =>
  tokenAt(consent, "meta", "lastUpdated") ??
  (taken.has(tokenAt(consent, "status")) ? null : tokenAt(consent, "dateTime"));

const aboutTasks = (reading: Reading): ReadonlyArray<string> =>
  ofType(reading, "Task").flatMap((task) =>
    idsNamed(reading, task, [...kids(task, "focus"), ...kids(task, "basedOn")]),
  );

/**
 * Consents alone, with the referral that they name; undefined where they name none or are still asked for.
 *
 * Source: HL7 FHIR R4 Consent, provision.data and sourceReference.
 */
export const consentsIn = (reading: Reading): ParsedConsent | undefined => {
  const all = ofType(reading, "Consent");
  const [first] = all;
  const sharing = all.flatMap((one) => sharingOf(reading, one));
  const named = all.flatMap((one) => idsNamed(reading, one, subjectsOf(one)));
  const references = [...new Set([...named, ...aboutTasks(reading)])];
  if (first === undefined || sharing.length === 0 || references.length === 0) return undefined;
  const sender = partyAt(reading, first, kid(first, "organization")).organisations;
  return {
    kind: "CONSENT",
    identity: personAt(reading, first, kid(first, "patient")).identity,
    envelope: envelopeOf(reading, { sender, receiver: [], copies: [] }, writtenOn(first)),
    references,
    sharing,
  };
};
