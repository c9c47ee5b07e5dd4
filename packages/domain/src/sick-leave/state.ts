import type { SickLeaveCertified } from "@samvirke/contracts";
import { absurd } from "@samvirke/kernel";
import type { EarlierCertificate } from "../rules/index.ts";
import type { DecidedMessage, SickLeaveEvent, SickLeaveState, StandingCertificate } from "./model.ts";
import { rulePeriod } from "./periods.ts";
import { signerKeysOf } from "./signer.ts";

export const initial: SickLeaveState = { decided: [] };

// What NAV puts on a certificate while a case worker looks at it.
const underReview = "UNDER_BEHANDLING";

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

const keysOf = (shared: SickLeaveCertified["case"] | null): Keys => {
  const contentKey = shared?.contentKey ?? null;
  return { ...(contentKey === null ? {} : { contentKey }), signer: signerKeysOf(shared?.signer ?? null) };
};

const decidedBy = (event: SickLeaveEvent): DecidedMessage => {
  const { archiveId } = event.value;
  switch (event.type) {
    case "SickLeaveCertified":
      return { archiveId, outcome: "CERTIFIED", ...keysOf(event.value.case), certificate: standing(event.value) };
    case "SickLeaveRejected": {
      const outcome = event.value.reasonClass === "DUPLICATE" ? "DUPLICATE" : "REJECTED";
      return { archiveId, outcome, ...keysOf(event.value.case) };
    }
    case "MessageUnreadable":
    case "MessageRefused":
      return { archiveId, outcome: "NOT_TAKEN", signer: [] };
    default:
      return absurd(event);
  }
};

/** Whether a message has its outcome already. */
export const isDecided = ({ decided }: SickLeaveState, archiveId: string): boolean =>
  decided.some((one) => one.archiveId === archiveId);

/** State after one more event; total, and the same event again changes nothing. */
export const evolve = (state: SickLeaveState, event: SickLeaveEvent): SickLeaveState =>
  isDecided(state, event.value.archiveId) ? state : { decided: [...state.decided, decidedBy(event)] };

/** The certificates that stand, for the rules. */
export const earlierCertificates = ({ decided }: SickLeaveState): ReadonlyArray<EarlierCertificate> =>
  decided.flatMap(({ certificate }) => certificate ?? []);
