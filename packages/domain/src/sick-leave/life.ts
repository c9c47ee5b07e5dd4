import type { ReviewRule, SickLeaveReviewed } from "@samvirke/contracts";
import type { CertificateUse } from "../rules/index.ts";
import type { DecidedMessage, StandingCertificate } from "./model.ts";
import type { CertificateLife, LaterEvent, UseEvent } from "./use-model.ts";
import type { Move } from "./use-table.ts";
import { stepOf } from "./use-table.ts";

/** What NAV puts on a certificate while a case worker looks at it. */
export const underReview = "UNDER_BEHANDLING";

const assessmentBy = ({ outcome, certificate }: DecidedMessage): CertificateLife["assessment"] => {
  if (outcome !== "CERTIFIED") return "invalid";
  return certificate?.outcome === "MANUAL" ? "pending" : "ok";
};

/** What a certificate begins as, where nothing has been said of it yet. */
export const lifeOf = (message: DecidedMessage): CertificateLife =>
  message.life ?? {
    assessment: assessmentBy(message),
    reviewedAt: null,
    remarks: message.certificate?.remarks ?? [],
    use: "open",
    wasSent: false,
    isSelfCertified: false,
    isDeleted: false,
    revision: 0,
    recordKeys: [],
  };

/** What is left of a deleted certificate: nothing but that it was. */
const gone: CertificateLife = {
  assessment: "invalid",
  reviewedAt: null,
  remarks: [],
  use: "open",
  wasSent: false,
  isSelfCertified: false,
  isDeleted: true,
  revision: 0,
  recordKeys: [],
};

// SykmeldingRecord names the same remarks by their rules. Source: fact sheet 10.3.
const remarkNames: Readonly<Record<string, string>> = {
  UNDER_BEHANDLING: underReview,
  TILBAKEDATERING_UNDER_BEHANDLING: underReview,
  UGYLDIG_TILBAKEDATERING: "UGYLDIG_TILBAKEDATERING",
  TILBAKEDATERING_UGYLDIG_TILBAKEDATERING: "UGYLDIG_TILBAKEDATERING",
  TILBAKEDATERING_KREVER_FLERE_OPPLYSNINGER: "TILBAKEDATERING_KREVER_FLERE_OPPLYSNINGER",
  DELVIS_GODKJENT: "DELVIS_GODKJENT",
  TILBAKEDATERING_DELVIS_GODKJENT: "DELVIS_GODKJENT",
  TILBAKEDATERT_PAPIRSYKMELDING: "TILBAKEDATERT_PAPIRSYKMELDING",
  TILBAKEDATERING_TILBAKEDATERT_PAPIRSYKMELDING: "TILBAKEDATERT_PAPIRSYKMELDING",
};

/** The kinds of remarks among rules, in NAV's older spelling. */
export const remarksOf = (rules: ReadonlyArray<Pick<ReviewRule, "name">>): ReadonlyArray<string> => [
  ...new Set(rules.flatMap(({ name }) => remarkNames[name] ?? [])),
];

const reviewed = (
  life: CertificateLife,
  { outcome, receivedAt, case: review }: SickLeaveReviewed,
): CertificateLife => ({
  ...life,
  reviewedAt: review.at ?? receivedAt,
  assessment: outcome === "INVALID" ? "invalid" : "ok",
  remarks: remarksOf(review.rules).filter((remark) => remark !== underReview),
});

type Moving = Exclude<UseEvent["type"], "SickLeaveReviewed" | "SickLeaveDeleted">;

const moves: Readonly<Record<Moving, Move>> = {
  SickLeaveSentToEmployer: "SENT",
  SickLeaveConfirmed: "CONFIRMED",
  SickLeaveSetAside: "SET_ASIDE",
  SickLeaveReopened: "OPEN",
};

/** The move that an event of the use makes; undefined for those of the assessment and the end. */
export const moveOf = (event: UseEvent): Move | undefined => {
  if (event.type === "SickLeaveReviewed" || event.type === "SickLeaveDeleted") return undefined;
  return event.type === "SickLeaveSetAside" && event.value.by === "EXPIRY" ? "EXPIRED" : moves[event.type];
};

const moved = (life: CertificateLife, event: UseEvent): CertificateLife => {
  const move = moveOf(event);
  if (move === undefined) return life;
  const use: CertificateUse = life.isSelfCertified ? life.use : stepOf(life.use, move).use;
  return { ...life, use, wasSent: life.wasSent || move === "SENT" };
};

// A key of a register begins with the register's name.
const registerOf = (key: string): string => key.slice(0, key.indexOf(":"));

/** The keys with this one in the place of its register's last. */
export const withKey = (keys: ReadonlyArray<string>, key: string | null): ReadonlyArray<string> =>
  key === null ? keys : [...keys.filter((one) => registerOf(one) !== registerOf(key)), key].sort();

/** A certificate's life after one more event that has been applied to it. */
export const lifeAfter = (life: CertificateLife, event: LaterEvent): CertificateLife => {
  if (life.isDeleted) return life;
  switch (event.type) {
    case "SickLeaveReviewed":
      return reviewed(life, event.value);
    case "SickLeaveRevised": {
      const recordKeys = withKey(life.recordKeys, event.value.case.contentKey);
      const assessment = life.assessment === "invalid" ? "ok" : life.assessment;
      return { ...life, assessment, revision: event.value.revision, recordKeys };
    }
    case "SickLeaveDeleted":
      return gone;
    case "SickLeaveNoted":
      return { ...life, recordKeys: withKey(life.recordKeys, event.value.case.contentKey) };
    default:
      return moved(life, event);
  }
};

const outcomes: Readonly<Record<CertificateLife["assessment"], StandingCertificate["outcome"]>> = {
  ok: "OK",
  pending: "MANUAL",
  invalid: "INVALID",
};

/** What the rules see of a certificate with this life; nothing of one that is gone. */
export const standingAfter = (
  certificate: StandingCertificate | undefined,
  life: CertificateLife,
): StandingCertificate | undefined =>
  certificate === undefined || life.isDeleted
    ? undefined
    : { ...certificate, outcome: outcomes[life.assessment], remarks: life.remarks, use: life.use };
