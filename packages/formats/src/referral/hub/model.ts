import type { Day, Instant } from "@samvirke/kernel";

/** The hub's own contract for referrals between the sectors, edition 1. Source: fact sheet 5.4; no national one exists. */
export const hubContract = "samvirke.referral/1";

export interface HubIdentifier {
  /** Lists 8116 and 9051: FNR, HPR, HER, ENH, … */
  readonly type: string;
  readonly value: string;
}

export interface HubUnit {
  readonly name: string | null;
  readonly identifiers: ReadonlyArray<HubIdentifier>;
}

export interface HubProfessional {
  readonly given: string | null;
  readonly family: string | null;
  readonly identifiers: ReadonlyArray<HubIdentifier>;
}

export interface HubParty extends HubUnit {
  readonly department: HubUnit | null;
  readonly professional: HubProfessional | null;
}

export interface HubPerson {
  readonly numbers: ReadonlyArray<HubIdentifier>;
  readonly given: string | null;
  readonly family: string | null;
  readonly bornOn: Day | null;
  /** List 3101. */
  readonly sex: string | null;
}

export const lifecycles = ["NEW", "CHANGE", "ADDITION", "REPLACEMENT"] as const;
export const programmes = [
  "TREATMENT",
  "CLARIFICATION",
  "REHABILITATION",
  "JOB_SUPPORT",
  "WORK_HEALTH_CLINIC",
  "WORK_HELP",
  "OTHER",
] as const;
export const urgencies = ["EMERGENCY", "URGENT", "NORMAL", "BY_DATE"] as const;
export const consents = ["GIVEN", "NOT_REQUIRED", "ANSWER_TO_CONSENTED_REQUEST", "REFUSED"] as const;
export const outcomes = ["CALLED_IN", "RIGHT_GRANTED", "ACCEPTED", "FORWARDED", "DECLINED"] as const;
export const declineClasses = [
  "NO_RIGHT",
  "WRONG_RECEIVER",
  "NO_CAPACITY",
  "MISSING_INFORMATION",
  "NOT_STATED",
] as const;
export const sectors = ["HEALTH", "WORK", "JOINT"] as const;
export const effortKinds = ["TREATMENT", "WAITING", "PROGRAMME", "ADAPTATION", "MEASURE"] as const;

export interface HubConsent {
  readonly status: (typeof consents)[number];
  readonly on: Day | null;
  readonly givenBy: string | null;
}

export interface HubWork {
  readonly goal: string | null;
  readonly tried: string | null;
  readonly asked: string | null;
  readonly ordinaryWorkWished: boolean | null;
  readonly functionAtWork: string | null;
  readonly remainingCapacity: string | null;
}

export interface HubSickLeave {
  readonly from: Day | null;
  readonly to: Day | null;
  /** Percent. */
  readonly grade: number | null;
}

export interface HubDiagnosis {
  readonly system: string;
  readonly code: string;
  readonly text: string | null;
}

/** Only with consent or another ground. */
export interface HubMedical {
  readonly diagnoses: ReadonlyArray<HubDiagnosis>;
  readonly text: string | null;
  readonly sickLeave: ReadonlyArray<HubSickLeave>;
}

/** What a message says, by its kind. */
export type HubBody =
  | {
      readonly kind: "REFERRAL";
      /** UUID, stable over change and cancellation. */
      readonly referral: string;
      readonly lifecycle: (typeof lifecycles)[number];
      readonly programme: (typeof programmes)[number];
      readonly urgency: (typeof urgencies)[number];
      readonly wantedOn: Day | null;
      readonly copies: ReadonlyArray<HubParty>;
      readonly consent: HubConsent | null;
      readonly legalBasis: string | null;
      readonly work: HubWork;
      readonly medical: HubMedical | null;
    }
  | { readonly kind: "CANCELLATION"; readonly referral: string; readonly reason: string | null }
  | {
      readonly kind: "STATUS";
      readonly referral: string;
      readonly outcome: (typeof outcomes)[number];
      readonly declineClass: (typeof declineClasses)[number] | null;
      readonly decidedOn: Day | null;
      readonly appointmentOn: Day | null;
      readonly latestStart: Day | null;
      readonly place: string | null;
      readonly forwardedTo: HubParty | null;
      readonly text: string | null;
    }
  | {
      readonly kind: "EFFORT";
      readonly referral: string;
      readonly sector: (typeof sectors)[number];
      readonly effort: (typeof effortKinds)[number];
      readonly from: Day | null;
      readonly to: Day | null;
      readonly closed: boolean;
    };

/** A message of the contract. */
export interface HubReferral {
  /** UUID. */
  readonly messageId: string;
  readonly madeAt: Instant;
  readonly parent: string | null;
  readonly conversation: string | null;
  readonly sender: HubParty;
  readonly receiver: HubParty;
  readonly person: HubPerson;
  readonly body: HubBody;
}
