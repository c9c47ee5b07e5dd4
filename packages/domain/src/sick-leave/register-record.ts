import type { RuleHit, SickLeaveCertified, SickLeaveRevised } from "@samvirke/contracts";
import { applied } from "./apply.ts";
import { reviewDraft } from "./draft.ts";
import { lifeAfter, lifeOf } from "./life.ts";
import type { DecidedMessage, SickLeaveEvent, SickLeaveState } from "./model.ts";
import { noted } from "./note.ts";
import { decidedByWelfare, changedParts, isOutcomeChanged, lastKey } from "./record-key.ts";
import { sickLeaveIdOf } from "./register.ts";
import type { CertificateLife, LaterEvent, RegisterRecord, StatedOutcome } from "./use-model.ts";
import { certificateNamed, statedNames } from "./waiting.ts";

const stands: StatedOutcome = { status: "OK", rules: [], at: null };

const outcomes: Readonly<Record<string, RuleHit["outcome"]>> = { OK: "OK", PENDING: "MANUAL", INVALID: "INVALID" };

const hitsOf = ({ rules }: StatedOutcome): ReadonlyArray<RuleHit> =>
  rules.map(({ name, outcome, textForSender, textForPerson }) => ({
    tree: "",
    rule: name,
    outcome: outcomes[outcome] ?? "UNKNOWN",
    textForSender: textForSender ?? "",
    textForPerson: textForPerson ?? "",
  }));

type Whole = Omit<SickLeaveCertified, "assessment">;

const wholeOf = (command: RegisterRecord): Whole => {
  const { received, content } = command;
  return {
    sickLeaveId: sickLeaveIdOf(received.archiveId),
    archiveId: received.archiveId,
    aliases: command.names,
    channel: command.channel,
    receivedAt: command.statedReceivedAt,
    ruleSetVersion: decidedByWelfare,
    policyVersion: command.policyVersion,
    warnings: content.case.warnings.length,
    identity: content.identity,
    work: content.work,
    case: {
      ...content.case,
      sender: received.sender,
      senderAliases: received.senderAliases,
      ruleHits: hitsOf(command.outcome ?? stands),
      contentKey: command.contentKey,
    },
    medical: content.medical,
  };
};

const first = (command: RegisterRecord): SickLeaveEvent => {
  const { status } = command.outcome ?? stands;
  const value = wholeOf(command);
  return status === "INVALID"
    ? { type: "SickLeaveRejected", value: { ...value, reasonClass: "RULE", duplicateOf: null } }
    : { type: "SickLeaveCertified", value: { ...value, assessment: status } };
};

interface Known {
  readonly sickLeaveId: string;
  readonly life: CertificateLife;
}

const revised = (
  command: RegisterRecord,
  { sickLeaveId, life }: Known,
  parts: SickLeaveRevised["changedParts"],
): LaterEvent => {
  const { ruleSetVersion: _, policyVersion: __, ...whole } = wholeOf(command);
  const receivedAt = command.received.receivedAt;
  return {
    type: "SickLeaveRevised",
    value: { ...whole, sickLeaveId, receivedAt, revision: life.revision + 1, changedParts: parts },
  };
};

const statuses = { ok: "OK", pending: "PENDING", invalid: "INVALID" } as const;

// What a register held before a review is no answer to it, were it ever so late in coming.
const isOlderThan = ({ outcome, statedReceivedAt }: RegisterRecord, { reviewedAt }: CertificateLife): boolean =>
  reviewedAt !== null && (outcome?.at ?? statedReceivedAt) < reviewedAt;

// A register that is met for the first time says something new only where it differs from what the hub came to.
const saysOther = (command: RegisterRecord, life: CertificateLife, last: string | undefined): boolean => {
  if (command.outcome === null) return false;
  return last === undefined
    ? command.outcome.status !== statuses[life.assessment] && !isOlderThan(command, life)
    : isOutcomeChanged(last, command.contentKey);
};

const review = (command: RegisterRecord, known: Known): ReadonlyArray<LaterEvent> => {
  const { received, names } = command;
  const draft = reviewDraft({
    received,
    names,
    statedId: null,
    outcome: command.outcome ?? stands,
    office: null,
    findings: [],
  });
  if (draft === undefined) return [];
  const event = applied(draft, known);
  return event.type === "SickLeaveNoted" ? [] : [event];
};

const contentOf = (command: RegisterRecord, known: Known, last: string | undefined): ReadonlyArray<LaterEvent> => {
  const parts = last === undefined ? [] : changedParts(last, command.contentKey);
  return parts.length === 0 ? [] : [revised(command, known, parts)];
};

// New content lifts a refusal, so a refusal that stands is said again.
const isRefusedStill = ({ outcome }: RegisterRecord, before: CertificateLife, lifted: CertificateLife): boolean =>
  outcome?.status === "INVALID" && before.assessment === "invalid" && lifted.assessment !== "invalid";

const outcomeEvents = (command: RegisterRecord, known: Known, lifted: CertificateLife): ReadonlyArray<LaterEvent> => {
  const last = lastKey(known.life.recordKeys, command.contentKey);
  const isReviewed = isRefusedStill(command, known.life, lifted) || saysOther(command, known.life, last);
  return isReviewed ? review(command, { sickLeaveId: known.sickLeaveId, life: lifted }) : [];
};

const noteOf = (command: RegisterRecord, { sickLeaveId, life }: Known, told: number): ReadonlyArray<LaterEvent> => {
  const { received, names, contentKey } = command;
  const last = lastKey(life.recordKeys, contentKey);
  const reason = last === undefined ? "ALIAS" : "REPEATED";
  // Where only the outcome changed, the note keeps the register's new key.
  const isDue = told === 0 || (last !== contentKey && changedParts(last ?? contentKey, contentKey).length === 0);
  return isDue ? [noted(received, { sickLeaveId, names, reason, contentKey })] : [];
};

const again = (command: RegisterRecord, known: Known): ReadonlyArray<LaterEvent> => {
  const { received, names } = command;
  const { sickLeaveId, life } = known;
  if (life.isDeleted) return [noted(received, { sickLeaveId, names, reason: "DELETED" })];
  const content = contentOf(command, known, lastKey(life.recordKeys, command.contentKey));
  const outcome = outcomeEvents(command, known, content.reduce(lifeAfter, life));
  return [...content, ...outcome, ...noteOf(command, known, content.length + outcome.length)];
};

/**
 * What becomes of a certificate that one of welfare's registers publishes.
 *
 * Shape:  unknown: certified or rejected as the register says. Known by any of its names: no second certificate; the same
 *         register again with other content revises it, with another outcome reviews it.
 * Source: canonical model R5 and R6.
 */
export const decideRecord = (command: RegisterRecord, state: SickLeaveState): ReadonlyArray<SickLeaveEvent> => {
  const message: DecidedMessage | undefined = certificateNamed(state, statedNames(command));
  if (message === undefined) return [first(command)];
  return again(command, { sickLeaveId: sickLeaveIdOf(message.archiveId), life: lifeOf(message) });
};
