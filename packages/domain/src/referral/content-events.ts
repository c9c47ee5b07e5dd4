import { isWelfareParty } from "@samvirke/contracts";
import type { ReferralChangeKind, ReferralConsentClass, ReferralDirection, ReferralSent } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import { isIdentified } from "./identity.ts";
import type { ReferralEvent, ReferralState, RegisterReferral } from "./model.ts";
import { allNames } from "./names.ts";
import { accepted } from "./receipts.ts";

const consents: Readonly<Record<string, ReferralConsentClass>> = {
  "1": "GIVEN",
  "2": "NOT_REQUIRED",
  "3": "ANSWER_TO_CONSENTED_REQUEST",
  "4": "REFUSED",
};

/** The consent that counts is the strictest: one refusal refuses. Source: list 9064. */
export const consentOf = ({ content }: RegisterReferral): ReferralConsentClass => {
  const stated = content.case.consents.map(({ status }) => consents[(status?.code ?? "").trim()] ?? "UNKNOWN");
  return stated.find((one) => one === "REFUSED") ?? stated[0] ?? "NOT_STATED";
};

/** Between which sectors it goes, by its parties. */
export const directionOf = ({ content }: RegisterReferral): ReferralDirection => {
  const { sender, receiver } = content.case.envelope;
  if (isWelfareParty(receiver?.organisations ?? [])) return "TO_WELFARE";
  return isWelfareParty(sender?.organisations ?? []) ? "TO_HEALTH" : "WITHIN_HEALTH";
};

/** When the sender made it; without a readable time, when the hub got it. Source: GenDate, else IssueDate. */
export const madeAt = ({ content, received }: RegisterReferral): Instant =>
  content.case.envelope.generatedAt ?? content.case.issuedAt ?? received.receivedAt;

/** How many facts of a referral are known, so that the next one has a number. */
export const nextRevision = ({ facts }: ReferralState, referralId: string): number =>
  facts.filter((fact) => fact.referralId === referralId).length + 1;

type Shared = Pick<
  ReferralSent,
  | "referralId"
  | "archiveId"
  | "aliases"
  | "receivedAt"
  | "madeAt"
  | "direction"
  | "consent"
  | "identityState"
  | "warnings"
  | "identity"
  | "case"
  | "medical"
>;

const shared = (command: RegisterReferral, referralId: string): Shared => {
  const { received, content, names, replies } = command;
  return {
    referralId,
    archiveId: received.archiveId,
    aliases: allNames(names),
    receivedAt: received.receivedAt,
    madeAt: madeAt(command),
    direction: directionOf(command),
    consent: consentOf(command),
    identityState: isIdentified(content.identity, content.case.patient) ? "IDENTIFIED" : "UNIDENTIFIED",
    warnings: content.case.warnings.length,
    identity: { ...content.identity, currentNumber: replies.currentNumber },
    case: {
      ...content.case,
      sender: received.sender,
      senderAliases: received.senderAliases,
      contentKey: command.contentKey,
      receipt: command.answers === "HUB" ? accepted(content.case.envelope) : null,
    },
    medical: content.medical,
  };
};

interface Numbered {
  readonly referralId: string;
  readonly revision: number;
}

/** The fact that a referral was sent. */
export const sent = (
  command: RegisterReferral,
  { referralId, revision }: Numbered,
  how: Pick<ReferralSent, "cancelledAhead" | "resent">,
): ReferralEvent => ({ type: "ReferralSent", value: { ...shared(command, referralId), revision, ...how } });

/** The fact that a referral got other content. */
export const changed = (
  command: RegisterReferral,
  { referralId, revision }: Numbered,
  how: { readonly changeKind: ReferralChangeKind; readonly ahead: boolean },
): ReferralEvent => ({ type: "ReferralChanged", value: { ...shared(command, referralId), revision, ...how } });

/** The fact that a copy came that asks nothing of anybody. */
export const copied = (
  command: RegisterReferral,
  referralId: string,
  copyKind: "HISTORY" | "DUPLICATE",
): ReferralEvent => {
  const { direction: _d, consent: _c, identityState: _i, ...value } = shared(command, referralId);
  return { type: "ReferralCopied", value: { ...value, copyKind } };
};
