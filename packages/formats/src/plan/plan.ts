import type {
  Identifier,
  PersonIdentity,
  PlanCase,
  PlanFormat,
  PlanMedical,
  PlanRegistryAnswers,
  PlanWork,
  Warning,
} from "@samvirke/contracts";
import { noCode } from "../envelope/elements.ts";

/** A follow-up plan in the shape of the event; what only a decision can say is left blank. */
export interface ParsedPlan {
  readonly format: PlanFormat;
  readonly toWelfare: boolean;
  readonly toClinician: boolean;
  readonly identity: PersonIdentity;
  readonly work: PlanWork;
  readonly case: PlanCase;
  readonly medical: PlanMedical | null;
  readonly warnings: ReadonlyArray<Warning>;
  /** The sender's own id of the plan, where the format has one. */
  readonly wireId: string | undefined;
}

/** HOSTILE: refused by the guard; NO_PLAN: readable, and no follow-up plan that is known here. */
export type NoPlanClass = "HOSTILE" | "NOT_READABLE" | "NO_PLAN" | "SEVERAL_PLANS";

/** Why bytes are no plan; no value in it. */
export interface NoPlan {
  readonly _tag: "NoPlan";
  readonly class: NoPlanClass;
  readonly findings: ReadonlyArray<Warning>;
}

/** Nobody was asked yet. */
export const notAsked: PlanRegistryAnswers = {
  askedAt: null,
  activeEmployment: "UNKNOWN",
  sentCertificate: "UNKNOWN",
};

/** A plan's person: one number, and a name where the form has one. */
export const planIdentity = (number: string | null, name: PersonIdentity["name"]): PersonIdentity => {
  const identifier: Identifier | null = number === null ? null : { value: number, type: noCode };
  return { number: identifier, name, envelopeNumbers: [], envelopeName: null, currentNumber: null };
};

/** Work that says nothing. */
export const noWork: PlanWork = {
  employer: { number: null, name: null, isInclusive: null, hasOccupationalHealth: null },
  contacts: [],
  position: null,
  firstAbsenceDay: null,
  certificateDay: null,
  certificateGrade: null,
  ordinaryTasks: null,
  possibleTasks: null,
  impossibleTasks: null,
  earlierAdaptation: null,
  plannedAdaptation: null,
  otherOptions: null,
  followUp: null,
  evaluationDay: null,
  employeeTookPart: null,
  whyNotTakingPart: null,
  measures: [],
};

/** A case that says nothing. */
export const noCase: PlanCase = {
  sender: "",
  senderAliases: [],
  helpWanted: null,
  helpText: null,
  measureHelp: [],
  messageToClinician: null,
  clarifications: [],
  personPhone: null,
  systemName: null,
  systemVersion: null,
  systemEmail: null,
  changedOn: null,
  portalReference: null,
  portalTime: null,
  portalReporter: null,
  portalService: null,
  registryAnswers: notAsked,
  warnings: [],
};
