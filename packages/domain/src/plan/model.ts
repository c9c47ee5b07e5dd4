import type {
  FollowUpPlanShared,
  MessageRefused,
  PersonIdentity,
  PlanCase,
  PlanFormat,
  PlanMedical,
  PlanWork,
} from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { Received } from "../sick-leave/index.ts";

/** A follow-up plan as a reader read it; what only the decision knows is empty in `case`. */
export interface PlanContent {
  readonly format: PlanFormat;
  readonly toWelfare: boolean;
  readonly toClinician: boolean;
  readonly identity: PersonIdentity;
  readonly work: PlanWork;
  readonly case: PlanCase;
  readonly medical: PlanMedical | null;
}

/** What the registers answered about the person and the employer. */
export interface PlanReplies {
  readonly askedAt: Instant;
  readonly personFound: boolean;
  readonly currentNumber?: string;
  /** Whether the person is employed by the employer, or by a unit of the same legal unit; left out where no register is asked. */
  readonly activeEmployment?: boolean;
  /** Whether an active certificate has been sent to that employer; left out where no register is asked. */
  readonly sentCertificate?: boolean;
}

export interface RegisterPlan {
  readonly type: "RegisterPlan";
  readonly received: Received;
  readonly content: PlanContent;
  /** The organisation number of the authenticated employer; null where welfare or the portal sends. */
  readonly employer: string | null;
  /** Organisation numbers that the sender may speak for; left out where it may pass on anybody's plan. */
  readonly speaksFor?: ReadonlyArray<string>;
  /** The plan's id where a notice names a plan of the hub; else null. */
  readonly names: string | null;
  /** HMACs of the plan's other ids: the notice's uuid, the portal's reference. */
  readonly aliases: ReadonlyArray<string>;
  /** Null where no register is asked: the portal and welfare have asked theirs. */
  readonly replies: PlanReplies | null;
  readonly policyVersion: string;
}

export type PlanCommand = RegisterPlan;

export type PlanEvent =
  | { readonly type: "FollowUpPlanShared"; readonly value: FollowUpPlanShared }
  | { readonly type: "MessageRefused"; readonly value: MessageRefused };

export interface KnownPlan {
  readonly planId: string;
  readonly aliases: ReadonlyArray<string>;
  readonly employer: string;
}

/** A person's follow-up plans, in the order received. */
export interface PlanState {
  readonly decided: ReadonlyArray<string>;
  readonly plans: ReadonlyArray<KnownPlan>;
}
