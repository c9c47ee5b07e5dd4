import { E, absurd } from "@samvirke/kernel";
import type { Decider, Either, Instant } from "@samvirke/kernel";
import type { PreCheckHit } from "../rules/index.ts";
import { evaluateRules, firstFailedPreCheck } from "../rules/index.ts";
import { assessmentsOf, preCheckHit, ruleHit } from "./assessments.ts";
import type { SameContent } from "./duplicates.ts";
import { sameContent } from "./duplicates.ts";
import { waivedWarnings } from "./findings.ts";
import type { RegisterCertificate, SickLeaveCommand, SickLeaveEvent, SickLeaveState } from "./model.ts";
import { missingCertificate } from "./missing-certificate.ts";
import { withListedTexts } from "./listed-texts.ts";
import { madeAt } from "./made-at.ts";
import { preCheckFactsOf } from "./pre-check-facts.ts";
import { acceptance, preCheckRefusal, ruleRefusal } from "./receipts.ts";
import { conflict, refused, unreadable } from "./refuse.ts";
import type { Verdict } from "./register.ts";
import { certified, rejected, sickLeaveIdOf } from "./register.ts";
import { ruleFactsOf } from "./rule-facts.ts";
import { decideRecord } from "./register-record.ts";
import { signerKeysOf, signerOf } from "./signer.ts";
import { decideUse } from "./use.ts";
import type { RegisterRecord, UseCommand } from "./use-model.ts";
import { awaited, isAnybodyWaiting, knownFromWelfare } from "./waiting.ts";
import { earlierCertificates, evolve, initial, isDecided } from "./state.ts";

const reasonClasses: Readonly<Record<string, "DUPLICATE" | "SENDER" | "ATTACHMENT">> = {
  DUPLIKAT: "DUPLICATE",
  SYKEHUS_HPR_NUMMER_MANGLER: "SENDER",
  SYKEHUS_SIGNERENDE_FINNES_IKKE: "SENDER",
  SIGNERENDE_FINNES_IKKE: "SENDER",
  VEDLEGG_FOR_STORT: "ATTACHMENT",
  VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK: "ATTACHMENT",
};

const relatedBy = (same: SameContent | undefined, isDuplicate: boolean): Verdict["related"] => {
  if (same === undefined) return [];
  return [{ archiveId: same.archiveId, relation: isDuplicate ? "DUPLICATE_OF" : "RESENT_AFTER_REJECTION" }];
};

const rejectedByCheck = (
  command: RegisterCertificate,
  hit: PreCheckHit,
  same: SameContent | undefined,
): SickLeaveEvent => {
  const reasonClass = reasonClasses[hit.rule] ?? "CONTENT";
  const isDuplicate = reasonClass === "DUPLICATE";
  const verdict = {
    hits: [preCheckHit(hit)],
    assessments: [],
    warnings: [],
    related: relatedBy(same, isDuplicate),
    receipt: preCheckRefusal(command.content.case.envelope, hit),
  };
  const duplicateOf = isDuplicate && same !== undefined ? sickLeaveIdOf(same.archiveId) : null;
  return rejected(command, verdict, { reasonClass, duplicateOf });
};

interface Ground {
  readonly generatedAt: Instant;
  readonly same: SameContent | undefined;
}

const decidedByRules = (command: RegisterCertificate, state: SickLeaveState, ground: Ground): SickLeaveEvent => {
  const { envelope } = command.content.case;
  const facts = ruleFactsOf(command, { generatedAt: ground.generatedAt, earlier: earlierCertificates(state) });
  const result = evaluateRules(facts, command.basis);
  const isRefused = result.outcome === "INVALID";
  const verdict = {
    hits: result.hits.map(ruleHit),
    assessments: assessmentsOf(facts, command.basis, result),
    warnings: waivedWarnings(result),
    related: relatedBy(ground.same, false),
    receipt: isRefused ? ruleRefusal(envelope, result.hits) : acceptance(envelope),
  };
  if (isRefused) return rejected(command, verdict, { reasonClass: "RULE", duplicateOf: null });
  return certified(command, verdict, result.outcome === "MANUAL" ? "PENDING" : "OK");
};

const registered = (command: RegisterCertificate, state: SickLeaveState): SickLeaveEvent => {
  const { content, contentKey, replies, basis } = command;
  const signer = signerKeysOf(signerOf(content, replies.signer));
  const same = sameContent(state, { contentKey, signer });
  const failed = firstFailedPreCheck(preCheckFactsOf(command, same?.was), basis.policy);
  if (failed !== undefined) return rejectedByCheck(command, failed, same);
  return decidedByRules(command, state, { generatedAt: madeAt(command) ?? command.received.receivedAt, same });
};

const unsupported = { class: "UNSUPPORTED", findings: [{ path: "", rule: "NO_CERTIFICATE" }] } as const;

type Told = ReadonlyArray<SickLeaveEvent>;

const certificateDecision = (command: RegisterCertificate, state: SickLeaveState): SickLeaveEvent =>
  knownFromWelfare(command, state) ?? registered(withListedTexts(command), state);

type ReceivedCommand = Exclude<SickLeaveCommand, RegisterRecord | UseCommand>;

const receivedDecision = (command: ReceivedCommand, state: SickLeaveState): SickLeaveEvent => {
  switch (command.type) {
    case "RegisterCertificate":
      return certificateDecision(command, state);
    case "RecordMissingCertificate":
      return missingCertificate(command) ?? refused(command.received, unsupported);
    case "RecordUnreadable":
      return unreadable(command);
    case "RefuseMessage":
      return refused(command.received, command);
    default:
      return absurd(command);
  }
};

const decisionOn = (command: SickLeaveCommand, state: SickLeaveState): Told => {
  if (command.received.conflictsWith !== null) return [conflict(command.received)];
  switch (command.type) {
    case "RegisterRecord":
      return decideRecord(command, state);
    case "RecordReview":
    case "RecordUse":
    case "RecordTombstone":
      return [decideUse(command, state)];
    default:
      return [receivedDecision(command, state)];
  }
};

/** What has been decided, and what waited for it. Nothing waits in nearly every case, and then nothing more is looked at. */
const withAwaited = (events: Told, state: SickLeaveState): Told =>
  isAnybodyWaiting(state) ? [...events, ...awaited(events, state)] : events;

/** Decides what becomes of a received message. Every message has an outcome, so nothing is rejected outside of events. */
const decide = (command: SickLeaveCommand, state: SickLeaveState): Either<never, ReadonlyArray<SickLeaveEvent>> =>
  E.right(isDecided(state, command.received.archiveId) ? [] : withAwaited(decisionOn(command, state), state));

/**
 * A person's sick-leave certificates.
 *
 * Shape:  at least one event per message, whatever is in it, first its own, then those that waited for it; a message that
 *         has one already yields nothing.
 * Source: order of checks by NAV's reception; duplicates and conflicts by design 4 and 6.4.
 */
export const sickLeave: Decider<SickLeaveCommand, SickLeaveEvent, SickLeaveState, never> = {
  initial,
  decide,
  evolve,
};
