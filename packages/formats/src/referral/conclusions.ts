import { isWelfareParty } from "@samvirke/contracts";
import type {
  Code,
  ReferralMedical,
  ReferralProgramme,
  ReferralRequest,
  ReferralUrgency,
  WireEnvelope,
} from "@samvirke/contracts";

const upper = (code: Code | null | undefined): string => (code?.code ?? "").trim().toUpperCase();

// Lists 8306 (0, 3, N, PK) and 7303 (the words); no code stands in both with another meaning.
const urgencies: Readonly<Record<string, ReferralUrgency>> = {
  "0": "EMERGENCY",
  OHJELP: "EMERGENCY",
  "3": "URGENT",
  PK: "URGENT",
  TELC: "URGENT",
  N: "NORMAL",
  NORM: "NORMAL",
  TEL: "NORMAL",
  DATO: "BY_DATE",
};

const yields: ReadonlyArray<ReferralUrgency> = ["NORMAL", "UNKNOWN"];

/** Urgency as the hub sorts it; a wanted day makes a date of what is not urgent. Source: lists 8306 and 7303. */
export const urgencyOf = (request: ReferralRequest | null): ReferralUrgency => {
  if (request === null) return "UNKNOWN";
  const stated = urgencies[upper(request.priority)] ?? "UNKNOWN";
  const hasDay = request.wantedOn !== null && request.wantedOn.day !== null;
  return hasDay && yields.includes(stated) ? "BY_DATE" : stated;
};

/** What sort of help it is, as far as the message type, its receiver and list 8455 tell. */
export const programmeOf = (envelope: WireEnvelope, contentType: Code | null): ReferralProgramme => {
  if (upper(envelope.messageType) === "HENVISNING_REHAB") return "REHABILITATION";
  if (isWelfareParty(envelope.receiver?.organisations ?? [])) return "WORK_HELP";
  const byContent: Readonly<Record<string, ReferralProgramme>> = { "10": "TREATMENT", "11": "OTHER", "99": "OTHER" };
  return byContent[upper(contentType)] ?? "UNKNOWN";
};

/** Sick leave as told by the items of type SYKM. Source: list 8233. */
export const sickLeaveOf = (items: ReferralMedical["items"]): ReferralMedical["sickLeave"] =>
  items
    .filter(({ kind }) => upper(kind) === "SYKM")
    .map(({ from, to, observation }) => ({
      from: from?.day ?? null,
      to: to?.day ?? null,
      grade: null,
      text: observation?.description ?? null,
    }));
