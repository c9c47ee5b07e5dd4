import type { ReferralProgramme, ViewChanged } from "@samvirke/contracts";
import type { ReferralsMoved } from "@samvirke/domain";
import {
  caseOf,
  drop,
  moveReferrals,
  put,
  referralEventRow,
  referralRow,
  referralStateRow,
  sealedParts,
  shown,
} from "@samvirke/domain";
import type { Projected, RowChange } from "@samvirke/kernel";
import type { Known, Level, Memory } from "./model.ts";
import { nothing } from "./model.ts";

type Content = Known<"ReferralSent" | "ReferralChanged">;
type Status = Known<"ReferralCancelled" | "ReferralGranted" | "ReferralForwarded" | "ReferralDeclined">;
type Remembering = Projected<ViewChanged> & { readonly state: Memory };

const view = "referrals";

/** Programmes that health and welfare run together. Source: canonical model R34 to R36. */
const joint: ReadonlySet<ReferralProgramme> = new Set(["JOB_SUPPORT", "WORK_HEALTH_CLINIC", "REHABILITATION"]);

const isConsented = ({ wire }: Content): boolean =>
  wire.consent === "GIVEN" || wire.consent === "ANSWER_TO_CONSENTED_REQUEST";

const levelOf = (fact: Content): Level => {
  const { direction } = fact.wire;
  if (direction === "TO_WELFARE" || direction === "TO_HEALTH") return "FULL";
  const programme = caseOf(fact)?.programme;
  return programme !== undefined && joint.has(programme) && isConsented(fact) ? "GOAL" : "TRACE";
};

const stateRows = (person: string, { changed, gone }: ReferralsMoved): ReadonlyArray<RowChange> => [
  ...gone.flatMap((id) => ["referral", "referral_event"].map((table) => drop(table, { referral_id: id }))),
  ...changed.map((one) => referralStateRow(person, one)),
];

// The feed tells of own referrals alone: whether the others may be told of is asked when they are read.
const stateChanges = (
  fact: Content | Status | Known<"EffortRecorded" | "DeliverySettled">,
  { changed }: ReferralsMoved,
  levels: Memory["levels"],
): ReadonlyArray<ViewChanged> =>
  changed
    .filter(({ referralId }) => levels[referralId] === "FULL")
    .map(({ referralId, status, ball }) => shown(fact, { view, keyId: referralId, columns: { status, ball } }));

const told = (fact: Content | Status, level: Level | undefined): Projected<ViewChanged> => {
  if (level !== "FULL") return nothing;
  const { referralId } = fact.wire;
  const columns = { event: fact.type };
  return {
    rows: [referralEventRow(fact)],
    changes: [shown(fact, { view, keyId: referralId, columns, sealed: sealedParts(fact) })],
  };
};

const counts = (fact: Content, { standing }: ReferralsMoved): boolean =>
  standing.some(({ referralId, content }) => referralId === fact.wire.referralId && content[0] === fact.wire.archiveId);

const contentRows = (fact: Content, moved: ReferralsMoved, level: Level): ReadonlyArray<RowChange> => [
  ...(counts(fact, moved)
    ? [referralRow(fact), put("referral", { referral_id: fact.wire.referralId }, { level })]
    : []),
  // Of a joint programme the goal is read out of the event; of all others nothing but the trace is kept here.
  ...(level === "GOAL" ? [referralEventRow(fact)] : []),
];

/** A referral or a change of it. */
export const sent = (fact: Content, memory: Memory): Remembering => {
  if (fact.content.state !== "Open") return { ...nothing, state: memory };
  const moved = moveReferrals(memory.referrals, fact);
  const level = levelOf(fact);
  const levels = { ...memory.levels, [fact.wire.referralId]: level };
  const own = told(fact, level);
  return {
    rows: [...stateRows(fact.personId, moved), ...contentRows(fact, moved, level), ...own.rows],
    changes: [...stateChanges(fact, moved, levels), ...own.changes],
    state: { referrals: moved.state, levels },
  };
};

/** What became of a referral. */
export const answered = (fact: Status, memory: Memory): Remembering => {
  if (fact.content.state !== "Open") return { ...nothing, state: memory };
  const moved = moveReferrals(memory.referrals, fact);
  const own = told(fact, memory.levels[fact.wire.referralId]);
  return {
    rows: [...stateRows(fact.personId, moved), ...own.rows],
    changes: [...stateChanges(fact, moved, memory.levels), ...own.changes],
    state: { ...memory, referrals: moved.state },
  };
};

/** A receipt came, or an effort began or ended: the referral's state may move. */
export const movedReferral = (fact: Known<"EffortRecorded" | "DeliverySettled">, memory: Memory): Remembering => {
  const moved = moveReferrals(memory.referrals, fact);
  return {
    rows: stateRows(fact.personId, moved),
    changes: stateChanges(fact, moved, memory.levels),
    state: { ...memory, referrals: moved.state },
  };
};

/** Whether what names these ids speaks of a referral that is not welfare's own. */
export const speaksOfHidden = ({ referrals, levels }: Memory, ids: ReadonlyArray<string>): boolean =>
  referrals.facts.some(
    ({ referralId, archiveId }) =>
      (ids.includes(referralId) || ids.includes(archiveId)) && levels[referralId] !== "FULL",
  );
