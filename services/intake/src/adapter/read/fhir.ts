import type { Code } from "@samvirke/contracts";
import type { Received, ReferralCommand, ReferralNames, RegisterReferral } from "@samvirke/domain";
import { isWelfareParty } from "@samvirke/contracts";
import { namesIn, namesInAnswer } from "@samvirke/domain";
import type { FhirConsent, ParsedFhir, ParsedTask, UnreadableFhir } from "@samvirke/formats";
import { parseFhir } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import { partyAliases } from "../party-aliases.ts";
import { personSubject } from "../subject.ts";
import type { Arrived, Inbound, ReadDeps, Reader } from "./inbound.ts";
import { receivedOf, refusedFor, settled, unreadable } from "./inbound.ts";
import { hashNames } from "./referral-names.ts";
import { referralReplies } from "./referral.ts";
import { unreadableClass } from "./unreadable.ts";

// FHIR is answered by its HTTP status: no receipt is written to whoever sends it.
const answers = "RECEIVER";
const noReceipt: Code = { system: null, code: "N", text: null, originalText: null };

type Consents = Extract<ParsedFhir, { readonly kind: "CONSENT" }>;

const receivedIn = (arrived: Arrived, { envelope }: ParsedTask | Consents): Received =>
  receivedOf(arrived, { ...envelope, ack: noReceipt });

const consentsOf = (consents: ReadonlyArray<FhirConsent>) => (consents.length === 0 ? {} : { consents });

type Referral = Extract<ParsedFhir, { readonly kind: "REFERRAL" }>;

const referralOf = (arrived: Arrived, parsed: Referral, { pepper }: ReadDeps): Inbound => {
  const envelope = { ...parsed.case.envelope, ack: noReceipt };
  const content = { identity: parsed.identity, case: { ...parsed.case, envelope }, medical: parsed.medical };
  const received = receivedOf(arrived, envelope);
  const made: Omit<RegisterReferral, "replies"> = {
    type: "RegisterReferral",
    received,
    answers,
    names: hashNames(pepper, namesIn(content.case, received.sender)),
    content,
    contentKey: pepper("content", parsed.content),
    ...consentsOf(parsed.sharing),
  };
  const subject = personSubject(content.identity.number?.value, arrived.bytes);
  return {
    subject,
    ask: (replies) => ({ aggregate: "referral", command: { ...made, replies: referralReplies(subject, replies) } }),
  };
};

const spokenOf = (
  { references, envelope }: ParsedTask | Consents,
  received: Received,
  { pepper }: ReadDeps,
): ReferralNames => hashNames(pepper, namesInAnswer(envelope, references, received.sender));

type Effort = Extract<ParsedTask, { readonly kind: "EFFORT" }>;

const sectorOf = ({ sector, unit }: Effort): "WORK" | "HEALTH" | "JOINT" =>
  sector ?? (isWelfareParty(unit) ? "WORK" : "HEALTH");

const effortOf = (parsed: Effort) => {
  const { from, to, closed, unit, effort: kind } = parsed;
  return { sector: sectorOf(parsed), kind, from: from?.day ?? null, to: to?.day ?? null, closed, unit };
};

const commandOf = (arrived: Arrived, parsed: ParsedTask | Consents, deps: ReadDeps): ReferralCommand => {
  const received = receivedIn(arrived, parsed);
  const names = spokenOf(parsed, received, deps);
  const base = { received, answers, names, ...consentsOf(parsed.sharing) } as const;
  const findings = parsed.warnings;
  switch (parsed.kind) {
    case "STATUS": {
      const toAliases = partyAliases(parsed.status.to, deps.pepper);
      return { type: "RecordReferralStatus", ...base, status: { ...parsed.status, toAliases }, findings };
    }
    case "CANCELLATION": {
      const { reason, at, by } = parsed;
      return { type: "CancelReferral", ...base, reason, at, by, findings };
    }
    case "CONSENT":
      return { type: "RecordSharingConsent", ...base, findings };
    case "EFFORT":
      return { type: "RecordEffort", ...base, ...effortOf(parsed) };
  }
};

// What is understood and not taken, unlike what cannot be read.
const untaken: ReadonlySet<UnreadableFhir["class"]> = new Set(["UNSUPPORTED", "MODIFIER", "NOT_FHIR"]);

const settle = (arrived: Arrived, { class: reason, findings, envelope }: UnreadableFhir): Inbound => {
  const received = receivedOf(arrived, envelope ?? null);
  return untaken.has(reason)
    ? refusedFor(received, [{ path: "", rule: reason }, ...findings])
    : unreadable(received, ...unreadableClass(reason, findings));
};

/** FHIR R4: a referral, a step in the life of one, or a consent for one. Source: canonical model B3, R32 to R37. */
export const readFhir: Reader = (arrived, deps) => {
  const parsed = parseFhir(arrived.bytes);
  if (E.isLeft(parsed)) return settle(arrived, parsed.left);
  return parsed.right.kind === "REFERRAL"
    ? referralOf(arrived, parsed.right, deps)
    : settled({ aggregate: "referral", command: commandOf(arrived, parsed.right, deps) });
};
