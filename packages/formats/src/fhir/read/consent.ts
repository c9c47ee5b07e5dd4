import type { ReferralConsent } from "@samvirke/contracts";
import { noCode } from "../../envelope/elements.ts";
import type { FhirElement } from "../element.ts";
import { kid, kids, tokenAt, valueAt } from "../element.ts";
import { lists } from "../systems.ts";
import { partyAt } from "./party.ts";
import type { Reading } from "./reading.ts";
import { resolve } from "./reading.ts";
import { codingOf, humanName, timeOf } from "./values.ts";

const given = "1";
const refused = "4";

// A consent that is being asked for, or was recorded by mistake, says nothing.
const silent: ReadonlySet<string | null> = new Set(["draft", "proposed", "entered-in-error"]);
const ended: ReadonlySet<string | null> = new Set(["rejected", "inactive"]);

const byProvision: Readonly<Record<string, string>> = { permit: given, deny: refused };
const byPolicy: Readonly<Record<string, string>> = { OPTIN: given, OPTOUT: refused };

const policyOf = (consent: FhirElement): string | null =>
  kids(kid(consent, "policyRule"), "coding").flatMap((one) => tokenAt(one, "code") ?? [])[0] ?? null;

const statedBy = (consent: FhirElement): string | null => {
  const listed = codingOf(kids(consent, "category"), lists.consent)?.code;
  return (
    listed ?? byProvision[tokenAt(consent, "provision", "type") ?? ""] ?? byPolicy[policyOf(consent) ?? ""] ?? null
  );
};

const dateForm = /^\d{4}-\d{2}-\d{2}/;

// Whether the time that it was given for was over when it was sent; what is sent says when that was, or nothing does.
const isOver = ({ root }: Reading, consent: FhirElement): boolean => {
  const end = tokenAt(consent, "provision", "period", "end")?.match(dateForm)?.[0];
  const sent = (tokenAt(root, "timestamp") ?? tokenAt(consent, "meta", "lastUpdated"))?.match(dateForm)?.[0];
  return end !== undefined && sent !== undefined && end < sent;
};

// A yes that is narrowed to some content, purpose or reader is no yes to all of it.
const isNarrowed = (consent: FhirElement): boolean => kids(kid(consent, "provision"), "provision").length > 0;

/** The code of list 9064; null where a consent says neither yes nor no, since silence is no consent. */
export const consentCodeOf = (reading: Reading, consent: FhirElement): string | null => {
  const isRefused = ended.has(tokenAt(consent, "status")) || tokenAt(consent, "provision", "type") === "deny";
  if (isRefused || isOver(reading, consent)) return refused;
  return isNarrowed(consent) ? null : statedBy(consent);
};

/** Whether a consent is not in force yet, or was recorded by mistake. */
export const consentIsSilent = (consent: FhirElement): boolean => silent.has(tokenAt(consent, "status"));

const nameOf = (element: FhirElement): string | null => {
  const name = humanName(element);
  const parts = [name?.given, name?.middle, name?.family].filter((part) => part !== null && part !== undefined);
  return parts.length === 0 ? null : parts.join(" ");
};

const people: ReadonlySet<string | null> = new Set(["Patient", "RelatedPerson"]);

const personCalled = (reading: Reading, consent: FhirElement, reference: FhirElement): string | null => {
  const person = resolve(reading, consent, reference);
  return person !== undefined && people.has(person.resourceType) ? nameOf(person) : null;
};

const giverOf = (reading: Reading, consent: FhirElement): string | null => {
  const reference = kid(consent, "performer");
  if (reference === undefined) return null;
  const named = valueAt(reference, "display") ?? personCalled(reading, consent, reference);
  return named ?? partyAt(reading, consent, reference).organisations[0]?.name ?? null;
};

/** What the person has consented to. Source: HL7 FHIR R4 Consent; list 9064. */
export const consentOf = (reading: Reading, consent: FhirElement): ReadonlyArray<ReferralConsent> => {
  if (consentIsSilent(consent)) {
    reading.note("Consent.status", "CONSENT_NOT_IN_FORCE");
    return [];
  }
  const code = consentCodeOf(reading, consent);
  if (code === null) reading.note("Consent", "CONSENT_UNCLEAR");
  return [
    {
      status: { ...noCode, system: lists.consent, code },
      on: timeOf(tokenAt(consent, "dateTime")),
      note: null,
      givenBy: giverOf(reading, consent),
    },
  ];
};

/** The ground that a consent names beside itself. */
export const legalBasisIn = (consents: ReadonlyArray<FhirElement>): string | null =>
  consents.flatMap((consent) => valueAt(consent, "policyRule", "text") ?? [])[0] ?? null;
