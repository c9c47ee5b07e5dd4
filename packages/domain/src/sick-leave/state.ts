import type { SickLeaveCertified } from "@samvirke/contracts";
import { absurd } from "@samvirke/kernel";
import type { EarlierCertificate } from "../rules/index.ts";
import { lifeOf, remarksOf, standingAfter, underReview } from "./life.ts";
import type { CertificateLife, LaterEvent } from "./use-model.ts";
import type { DecidedMessage, SickLeaveEvent, SickLeaveState, StandingCertificate } from "./model.ts";
import { evolveLater } from "./evolve-later.ts";
import { shortName } from "./names.ts";
import { rulePeriod } from "./periods.ts";
import { decidedByWelfare } from "./record-key.ts";
import { signerKeysOf } from "./signer.ts";

export const initial: SickLeaveState = { decided: [] };

const standing = ({ work, medical, assessment }: SickLeaveCertified): StandingCertificate => {
  const code = medical.mainDiagnosis?.code ?? null;
  const isPending = assessment === "PENDING";
  return {
    periods: work.periods.map(rulePeriod),
    ...(code === null ? {} : { mainDiagnosisCode: code }),
    outcome: isPending ? "MANUAL" : "OK",
    remarks: isPending ? [underReview] : [],
    use: "open",
  };
};

type Keys = Pick<DecidedMessage, "contentKey" | "signer">;
type Decision = Exclude<SickLeaveEvent, LaterEvent>;
type CertificateDecision = Extract<Decision, { readonly type: "SickLeaveCertified" | "SickLeaveRejected" }>;

const keysOf = (shared: SickLeaveCertified["case"] | null): Keys => {
  const contentKey = shared?.contentKey ?? null;
  return { ...(contentKey === null ? {} : { contentKey }), signer: signerKeysOf(shared?.signer ?? null) };
};

type Named = Pick<SickLeaveCertified, "sickLeaveId" | "aliases">;

const namesOf = ({ sickLeaveId, aliases }: Named): ReadonlyArray<string> => [
  shortName(sickLeaveId),
  ...aliases.map(shortName),
];

const firstLife = (event: CertificateDecision, message: DecidedMessage): DecidedMessage => {
  const { channel, ruleSetVersion } = event.value;
  if (ruleSetVersion !== decidedByWelfare) return message;
  const key = event.value.case?.contentKey ?? null;
  const life: CertificateLife = {
    ...lifeOf(message),
    isSelfCertified: channel === "SELF",
    recordKeys: key === null ? [] : [key],
    remarks: remarksOf((event.value.case?.ruleHits ?? []).map(({ rule }) => ({ name: rule }))),
  };
  const { certificate: _, ...rest } = message;
  const stands = standingAfter(message.certificate, life);
  return { ...rest, ...(stands === undefined ? {} : { certificate: stands }), fromWelfare: true, life };
};

const certificateBy = (event: CertificateDecision): DecidedMessage => {
  const { archiveId } = event.value;
  const shared = { archiveId, ...keysOf(event.value.case), names: namesOf(event.value) };
  if (event.type === "SickLeaveCertified") {
    return firstLife(event, { ...shared, outcome: "CERTIFIED", certificate: standing(event.value) });
  }
  const outcome = event.value.reasonClass === "DUPLICATE" ? "DUPLICATE" : "REJECTED";
  return firstLife(event, { ...shared, outcome });
};

const decidedBy = (event: Decision): DecidedMessage => {
  const { archiveId } = event.value;
  switch (event.type) {
    case "SickLeaveCertified":
    case "SickLeaveRejected":
      return certificateBy(event);
    case "MessageUnreadable":
    case "MessageRefused":
      return { archiveId, outcome: "NOT_TAKEN", signer: [] };
    default:
      return absurd(event);
  }
};

const decisions: ReadonlySet<string> = new Set<Decision["type"]>([
  "SickLeaveCertified",
  "SickLeaveRejected",
  "MessageUnreadable",
  "MessageRefused",
]);

/** Whether a message has its outcome already. */
export const isDecided = ({ decided }: SickLeaveState, archiveId: string): boolean =>
  decided.some((one) => one.archiveId === archiveId);

const isDecision = (event: SickLeaveEvent): event is Decision => decisions.has(event.type);

/** State after one more event; total, and the same event again changes nothing. */
export const evolve = (state: SickLeaveState, event: SickLeaveEvent): SickLeaveState => {
  if (!isDecision(event)) return evolveLater(state, event);
  return isDecided(state, event.value.archiveId) ? state : { decided: [...state.decided, decidedBy(event)] };
};

/** The certificates that stand, for the rules. */
export const earlierCertificates = ({ decided }: SickLeaveState): ReadonlyArray<EarlierCertificate> =>
  decided.flatMap(({ certificate }) => certificate ?? []);
