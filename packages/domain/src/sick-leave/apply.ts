import type { Finding } from "@samvirke/contracts";
import { lifeAfter, moveOf, remarksOf } from "./life.ts";
import { notedAfterWaiting } from "./note.ts";
import type { CertificateLife, LaterEvent, UseEvent } from "./use-model.ts";
import { stepOf } from "./use-table.ts";

/** A certificate that is known, and what has become of it. */
export interface KnownCertificate {
  readonly sickLeaveId: string;
  readonly life: CertificateLife;
}

const sameRemarks = (one: ReadonlyArray<string>, other: ReadonlyArray<string>): boolean =>
  one.length === other.length && one.every((remark) => other.includes(remark));

const isRepeated = (event: UseEvent, life: CertificateLife): boolean => {
  if (event.type !== "SickLeaveReviewed") return false;
  const assessment = event.value.outcome === "INVALID" ? "invalid" : "ok";
  return assessment === life.assessment && sameRemarks(remarksOf(event.value.case.rules), life.remarks);
};

// The table of the assessment: a pending one takes any outcome, one that stands may fall.
const isListedReview = (event: UseEvent, life: CertificateLife): boolean =>
  event.type !== "SickLeaveReviewed" ||
  life.assessment === "pending" ||
  (life.assessment === "ok" && event.value.outcome === "INVALID");

const rulesBroken = (event: UseEvent, life: CertificateLife): ReadonlyArray<string> => {
  const move = moveOf(event);
  if (move === undefined) return isListedReview(event, life) ? [] : ["MOVE_NOT_IN_TABLE"];
  return [
    ...(life.isSelfCertified ? ["SELF_CERTIFIED"] : []),
    ...(life.assessment === "invalid" && move !== "CONFIRMED" ? ["CERTIFICATE_INVALID"] : []),
    ...(stepOf(life.use, move).isListed ? [] : ["MOVE_NOT_IN_TABLE"]),
  ];
};

const warned = <V extends { readonly case: { readonly findings: ReadonlyArray<Finding> } }>(
  value: V,
  sickLeaveId: string,
  broken: ReadonlyArray<string>,
) => {
  const findings = [...value.case.findings, ...broken.map((rule) => ({ path: "", rule }))];
  const case_ = { ...value.case, findings };
  return { ...value, sickLeaveId, standing: "APPLIED" as const, warnings: findings.length, case: case_ };
};

const placed = (event: UseEvent, { sickLeaveId, life }: KnownCertificate): UseEvent => {
  const broken = rulesBroken(event, life);
  switch (event.type) {
    case "SickLeaveReviewed":
      return { type: event.type, value: warned(event.value, sickLeaveId, broken) };
    case "SickLeaveSentToEmployer":
      return { type: event.type, value: { ...warned(event.value, sickLeaveId, broken), again: life.wasSent } };
    case "SickLeaveConfirmed": {
      const rejectedAcknowledged = life.assessment === "invalid";
      return { type: event.type, value: { ...warned(event.value, sickLeaveId, broken), rejectedAcknowledged } };
    }
    case "SickLeaveSetAside":
      return { type: event.type, value: warned(event.value, sickLeaveId, broken) };
    case "SickLeaveReopened":
      return { type: event.type, value: warned(event.value, sickLeaveId, broken) };
    case "SickLeaveDeleted":
      return { type: event.type, value: warned(event.value, sickLeaveId, broken) };
  }
};

/**
 * What a message comes to once its certificate is known: the event in its place, or a note that it changes nothing.
 *
 * Shape:  a move outside the tables was decided elsewhere; it is recorded with a warning, never refused. What comes after
 *         the deletion is absorbed.
 * Source: canonical model C1.
 */
export const applied = (event: UseEvent, certificate: KnownCertificate): LaterEvent => {
  const { sickLeaveId, life } = certificate;
  if (life.isDeleted) return notedAfterWaiting(event.value, sickLeaveId, "DELETED");
  if (isRepeated(event, life)) return notedAfterWaiting(event.value, sickLeaveId, "REPEATED");
  if (event.type === "SickLeaveReopened" && life.use === "open" && !life.isSelfCertified) {
    return notedAfterWaiting(event.value, sickLeaveId, "ALREADY_OPEN");
  }
  return placed(event, certificate);
};

/** Several messages in the order of their arrival, each on what the one before left. */
export const appliedInTurn = (
  events: ReadonlyArray<UseEvent>,
  { sickLeaveId, life }: KnownCertificate,
): ReadonlyArray<LaterEvent> =>
  events.reduce<{ readonly told: ReadonlyArray<LaterEvent>; readonly life: CertificateLife }>(
    (sofar, event) => {
      const next = applied(event, { sickLeaveId, life: sofar.life });
      return { told: [...sofar.told, next], life: lifeAfter(sofar.life, next) };
    },
    { told: [], life },
  ).told;
