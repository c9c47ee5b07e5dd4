import type {
  EffortRecorded,
  Organisation,
  ReferralCancelled,
  ReferralDeclined,
  ReferralForwarded,
  ReferralGranted,
  ReferralIdentity,
} from "@samvirke/contracts";
import { party } from "./from-parts.ts";
import type { HubBody, HubParty, HubPerson, HubReferral } from "./model.ts";
import { declineClasses, effortKinds, outcomes, sectors } from "./model.ts";

/** What became of a referral, as an event tells it. */
export type ReferralStep =
  | { readonly type: "ReferralGranted"; readonly value: ReferralGranted }
  | { readonly type: "ReferralForwarded"; readonly value: ReferralForwarded }
  | { readonly type: "ReferralDeclined"; readonly value: ReferralDeclined }
  | { readonly type: "ReferralCancelled"; readonly value: ReferralCancelled };

/** What a step does not say itself: the referral by its sender's own id, about whom, and between whom it goes. */
export interface StepPrinting {
  readonly referral: string;
  readonly identity: ReferralIdentity;
  readonly receiver: ReadonlyArray<Organisation>;
  /** Whoever sent the referral, who stands as the sender of its cancellation. */
  readonly referrer: ReadonlyArray<Organisation>;
}

const personOf = ({ number, otherNumbers, name, bornOn, sex }: ReferralIdentity): HubPerson => ({
  numbers: [...(number === null ? [] : [number]), ...otherNumbers].flatMap(({ type, value }) =>
    value === null ? [] : [{ type: type.code ?? "XXX", value }],
  ),
  given: name?.given ?? null,
  family: name?.family ?? null,
  bornOn,
  sex: sex?.code ?? null,
});

const partyOf = (organisations: ReadonlyArray<Organisation>): HubParty => party({ organisations });

type Status = Extract<HubBody, { readonly kind: "STATUS" }>;

const outcomeOf = (step: Exclude<ReferralStep, { readonly type: "ReferralCancelled" }>): Status["outcome"] => {
  if (step.type === "ReferralForwarded") return "FORWARDED";
  if (step.type === "ReferralDeclined") return "DECLINED";
  return outcomes.find((one) => one === step.value.outcome) ?? "ACCEPTED";
};

const noDates = { appointmentOn: null, latestStart: null, place: null };

const datesOf = (step: ReferralStep): Pick<Status, keyof typeof noDates> => {
  if (step.type !== "ReferralGranted") return noDates;
  const { appointmentAt, latestStart, place } = step.value.case;
  return { appointmentOn: appointmentAt?.day ?? null, latestStart: latestStart?.day ?? null, place };
};

const declineClassOf = (step: ReferralStep): Status["declineClass"] =>
  step.type === "ReferralDeclined" ? (declineClasses.find((one) => one === step.value.declineClass) ?? null) : null;

const bodyOf = (step: ReferralStep, referral: string): HubBody => {
  if (step.type === "ReferralCancelled") return { kind: "CANCELLATION", referral, reason: step.value.case.reason };
  return {
    kind: "STATUS",
    referral,
    outcome: outcomeOf(step),
    declineClass: declineClassOf(step),
    decidedOn: step.value.case.at?.day ?? null,
    ...datesOf(step),
    forwardedTo: step.type === "ReferralForwarded" ? partyOf(step.value.case.to) : null,
    text: step.value.medical.text,
  };
};

/**
 * What became of a referral, or that it was cancelled, in the hub's own contract.
 *
 * Source: list 9148 (HIS 1206) for the outcomes; fact sheet 5.4; canonical model R37.
 */
export const hubStepOf = (
  step: ReferralStep,
  { referral, identity, receiver, referrer }: StepPrinting,
): HubReferral => ({
  messageId: step.value.archiveId,
  madeAt: step.value.madeAt,
  parent: null,
  conversation: null,
  sender: partyOf(step.type === "ReferralCancelled" ? referrer : step.value.case.by),
  receiver: partyOf(receiver),
  person: personOf(identity),
  body: bodyOf(step, referral),
});

/**
 * Something that is being done because of a referral, in the hub's own contract.
 *
 * Source: canonical model R34, event 27.
 */
export const hubEffortOf = (
  { archiveId, madeAt, sector, closed, case: shared }: EffortRecorded,
  { referral, identity, receiver }: Omit<StepPrinting, "referrer">,
): HubReferral => ({
  messageId: archiveId,
  madeAt,
  parent: null,
  conversation: null,
  sender: partyOf(shared.unit),
  receiver: partyOf(receiver),
  person: personOf(identity),
  body: {
    kind: "EFFORT",
    referral,
    sector: sectors.find((one) => one === sector) ?? "JOINT",
    effort: effortKinds.find((one) => one === shared.kind) ?? "MEASURE",
    from: shared.from,
    to: shared.to,
    closed,
  },
});
