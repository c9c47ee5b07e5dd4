import type { DeadlineReached, DeadlineWithdrawn } from "@samvirke/contracts";
import type { Day } from "@samvirke/kernel";
import { addDays } from "@samvirke/kernel";
import type { Duty } from "./duties/duty.ts";
import { isReached } from "./duties/duty.ts";
import { deathDay } from "./duties/duties.ts";
import { dutiesIn } from "./duties-in.ts";
import type { Announced, FollowUpEvent, FollowUpState, Occasion } from "./model.ts";
import { factsOf } from "./state.ts";

interface Scene {
  readonly state: FollowUpState;
  readonly occasion: Occasion;
  readonly passed: Day;
  readonly duties: ReadonlyArray<Duty>;
}

// A message with an earlier receipt time does not take back a day that has passed.
const passedOf = (state: FollowUpState, { passed }: Occasion): Day =>
  Math.max(passed, ...state.announced.map(({ discoveredOn }) => discoveredOn - 1)) as Day;

const standingOf = ({ kind, closedOn }: Duty): DeadlineReached["state"] => {
  if (closedOn !== null) return "MET_LATE";
  return kind === "DIALOGUE_MEETING_1" ? "NOT_KNOWN" : "OPEN";
};

const reachedEvent = ({ occasion, passed }: Scene, duty: Duty, due: Day): DeadlineReached => ({
  archiveId: occasion.archiveId,
  dutyId: duty.id,
  kind: duty.kind,
  policyVersion: occasion.policy.version,
  spellRevision: duty.spellRevision,
  state: standingOf(duty),
  case: {
    holder: duty.holder,
    party: duty.party,
    dueDay: due,
    since: duty.since,
    discoveredOn: addDays(passed, 1),
    causedBy: [duty.cause],
    legalSource: duty.legalSource,
  },
});

const isTold = ({ state }: Scene, { id, due }: Duty): boolean =>
  state.announced.some((one) => one.dutyId === id && one.stands && one.due === due);

const fallen = (scene: Scene): ReadonlyArray<DeadlineReached> =>
  scene.duties
    .filter((duty) => isReached(duty, scene.passed) && !isTold(scene, duty))
    .flatMap((duty) => (duty.due === null ? [] : [reachedEvent(scene, duty, duty.due)]));

const ofSpell: ReadonlyArray<string> = [
  "PLAN",
  "DIALOGUE_MEETING_1",
  "ACTIVITY",
  "PREPARE_MEETING_2",
  "DIALOGUE_MEETING_2",
  "END_OF_SICK_PAY",
];

const goneReason = ({ state }: Scene, { kind }: Announced): DeadlineWithdrawn["reason"] =>
  ofSpell.includes(kind) && state.spells.length > 0 ? "SPELL_CHANGED" : "SOURCE_DELETED";

const isMet = ({ closedOn, due }: Duty): boolean => closedOn !== null && due !== null && closedOn <= due;

const reasonFor = (scene: Scene, announced: Announced, duty: Duty | undefined): DeadlineWithdrawn["reason"] => {
  const died = deathDay(factsOf(scene.state));
  if (died !== null && died <= announced.due) return "PERSON_DIED";
  if (duty === undefined) return goneReason(scene, announced);
  return isMet(duty) ? "MET_BEFORE" : "SPELL_CHANGED";
};

const takenBack = (scene: Scene): ReadonlyArray<DeadlineWithdrawn> =>
  scene.state.announced
    .filter(({ stands }) => stands)
    .flatMap((announced) => {
      const duty = scene.duties.find(({ id }) => id === announced.dutyId);
      if (duty !== undefined && isReached(duty, scene.passed)) return [];
      const reason = reasonFor(scene, announced, duty);
      return [{ archiveId: scene.occasion.archiveId, dutyId: announced.dutyId, reason }];
    });

/** What fell due until the last day that ended, and what was told and no longer holds. */
export const deadlines = (state: FollowUpState, occasion: Occasion): ReadonlyArray<FollowUpEvent> => {
  const duties = dutiesIn(state, occasion.policy);
  const scene: Scene = { state, occasion, passed: passedOf(state, occasion), duties };
  return [
    ...takenBack(scene).map((value) => ({ type: "DeadlineWithdrawn", value }) as const),
    ...fallen(scene).map((value) => ({ type: "DeadlineReached", value }) as const),
  ];
};
