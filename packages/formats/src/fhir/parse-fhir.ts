import type { Finding, WireEnvelope } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { ReferralParts } from "../referral/parts.ts";
import type { MessageLimits } from "../xml/guard.ts";
import { defaultLimits } from "../xml/guard.ts";
import type { FhirElement } from "./element.ts";
import { tokenAt } from "./element.ts";
import { checkKnown, modifiersIn } from "./known.ts";
import type { NoFhir } from "./open-fhir.ts";
import { openFhir } from "./open-fhir.ts";
import type { Reading } from "./read/reading.ts";
import { ofType, readingOf } from "./read/reading.ts";
import { alongWith } from "./read/person.ts";
import { referralOf } from "./read/request.ts";
import type { FhirConsent, ParsedConsent } from "./read/sharing.ts";
import { consentsIn, sharingOf } from "./read/sharing.ts";
import type { ParsedTask } from "./read/task.ts";
import { taskOf } from "./read/task.ts";

/**
 * HOSTILE: refused by the guard; NOT_FHIR: another document; MODIFIER: its meaning is changed in a way that the hub does not
 * know; UNSUPPORTED: a resource that is no message by itself; SEVERAL_REFERRALS: more than one request or task.
 */
export type UnreadableFhirClass = NoFhir["class"] | "MODIFIER" | "UNSUPPORTED" | "SEVERAL_REFERRALS";

export interface UnreadableFhir {
  readonly _tag: "UnreadableFhir";
  readonly class: UnreadableFhirClass;
  readonly findings: ReadonlyArray<Finding>;
  /** Who wrote it and when, as far as it was read. */
  readonly envelope: WireEnvelope | undefined;
}

/** A referral, a step in the life of one, or a consent for one, as FHIR tells it. */
export type ParsedFhir =
  | ({
      readonly kind: "REFERRAL";
      readonly warnings: ReadonlyArray<Finding>;
      /** The business content as one text, for the content key. */
      readonly content: string;
      /** The consents that it brings, as events of their own take them. */
      readonly sharing: ReadonlyArray<FhirConsent>;
    } & ReferralParts)
  | ParsedTask
  | (ParsedConsent & { readonly warnings: ReadonlyArray<Finding> });

const refused = (reason: UnreadableFhirClass, findings: ReadonlyArray<Finding>): Either<UnreadableFhir, never> =>
  E.left({ _tag: "UnreadableFhir", class: reason, findings, envelope: undefined });

// What the message says of itself is no part of what it says.
const contentOf = ({ identity, case: shared, medical }: ReferralParts): string => {
  const { envelope, senderAliases: _aliases, sender: _sender, ...rest } = shared;
  const { sender, receiver, otherReceivers } = envelope;
  return JSON.stringify([identity, rest, medical, sender, receiver, otherReceivers]);
};

const sharingIn = (reading: Reading, from: FhirElement): ReadonlyArray<FhirConsent> =>
  alongWith(reading, from, "Consent").flatMap((one) => sharingOf(reading, one));

const requestIn = (reading: Reading, request: FhirElement): ParsedFhir => {
  const parts = referralOf(reading, request);
  const content = contentOf(parts);
  const sharing = sharingIn(reading, request);
  checkKnown(reading);
  const warnings = [...reading.found];
  return { kind: "REFERRAL", ...parts, case: { ...parts.case, warnings }, warnings, content, sharing };
};

const taskIn = (reading: Reading, task: FhirElement): ParsedTask | undefined => {
  const parsed = taskOf(reading, task);
  if (parsed === undefined) return undefined;
  checkKnown(reading);
  return { ...parsed, sharing: sharingIn(reading, task), warnings: [...reading.found] };
};

// A request that was withdrawn says more of it than the task that fell with it.
const isWithdrawn = (request: FhirElement | undefined): boolean =>
  ["revoked", "entered-in-error"].includes(tokenAt(request, "status") ?? "");

/** What a document without news of a referral says of a consent; `otherwise` is why it says nothing at all. */
const consentIn = (reading: Reading, otherwise: string): Either<UnreadableFhir, ParsedFhir> => {
  const consents = consentsIn(reading);
  if (consents === undefined) {
    const hasConsent = ofType(reading, "Consent").length > 0;
    return refused("UNSUPPORTED", [{ path: "", rule: hasConsent ? "CONSENT_TELLS_NOTHING" : otherwise }]);
  }
  checkKnown(reading);
  return E.right({ ...consents, warnings: [...reading.found] });
};

const messageIn = (reading: Reading): Either<UnreadableFhir, ParsedFhir> => {
  const [request, second] = ofType(reading, "ServiceRequest");
  const [task, secondTask] = ofType(reading, "Task");
  if (second !== undefined || secondTask !== undefined) return refused("SEVERAL_REFERRALS", []);
  const told = task === undefined || isWithdrawn(request) ? undefined : taskIn(reading, task);
  if (told !== undefined) return E.right(told);
  if (request !== undefined) return E.right(requestIn(reading, request));
  return consentIn(reading, task === undefined ? "NO_REQUEST" : "TASK_TELLS_NOTHING");
};

/**
 * What a FHIR document of a referral says, in JSON or XML. Lenient: what is not known becomes a finding with a path and no
 * value. A resource that is no message by itself, such as a Patient alone, is refused.
 *
 * Rejects: HOSTILE, NOT_WELL_FORMED, NOT_FHIR, MODIFIER, UNSUPPORTED, SEVERAL_REFERRALS.
 * Source:  HL7 FHIR R4 Bundle, ServiceRequest, Task, Consent; no-basis profiles; canonical model R32 to R37.
 */
export const parseFhir = (
  bytes: Uint8Array,
  limits: MessageLimits = defaultLimits,
): Either<UnreadableFhir, ParsedFhir> => {
  const opened = openFhir(bytes, limits);
  if (E.isLeft(opened)) {
    const { left } = opened;
    return refused(left.class, left.class === "HOSTILE" ? [{ path: "", rule: left.reason }] : []);
  }
  const reading = readingOf(opened.right);
  const modifiers = modifiersIn(reading);
  return modifiers.length > 0 ? refused("MODIFIER", modifiers) : messageIn(reading);
};
