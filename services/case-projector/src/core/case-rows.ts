import type { Conversation, Duty, ReferralView } from "@samvirke/domain";
import { conversationsOf, drop, dutiesIn, followUpPolicy2026, put, referralsOf } from "@samvirke/domain";
import type { Columns, RowChange } from "@samvirke/kernel";
import { caseOfFact } from "./case-id.ts";
import type { Known, Memory } from "./model.ts";

type Status = { readonly [N in Known["type"]]?: (fact: Known<N>) => Columns };

// What only the fact's own type knows of how its case stands; referrals and conversations are folded.
const statuses: Status = {
  SickLeaveCertified: ({ wire }) => ({ status: wire.assessment, use: "OPEN" }),
  SickLeaveRejected: () => ({ status: "REJECTED", use: "OPEN" }),
  SickLeaveReviewed: ({ wire }) => ({ status: wire.outcome }),
  SickLeaveConfirmed: () => ({ use: "CONFIRMED" }),
  SickLeaveSentToEmployer: () => ({ use: "SENT" }),
  SickLeaveSetAside: ({ wire }) => ({ use: wire.by === "EXPIRY" ? "EXPIRED" : "ASIDE" }),
  SickLeaveReopened: () => ({ use: "OPEN" }),
  SickLeaveDeleted: () => ({ status: "DELETED" }),
  WorkAbilityAssessed: () => ({ status: "RECEIVED" }),
  FollowUpPlanShared: () => ({ status: "SHARED" }),
  DialogueMeetingCalled: ({ wire }) => ({ status: wire.revision > 1 ? "MOVED" : "CALLED" }),
  DialogueMeetingEnded: ({ wire }) => ({ status: wire.how }),
  FollowUpDecisionMade: ({ wire }) => ({ status: wire.final ? "FINAL" : "OPEN" }),
  SpellDetermined: ({ wire }) => ({ status: wire.outcome }),
  EffortRecorded: ({ wire }) => ({ status: wire.closed ? "ENDED" : "STARTED" }),
};

// The table's functions go by the type of their facts.
const statusOf = (fact: Known): Columns => (statuses[fact.type] as ((one: Known) => Columns) | undefined)?.(fact) ?? {};

const waits = (fact: Known): boolean => "standing" in fact.wire && fact.wire.standing !== "APPLIED";

/** The row of the case that a fact belongs to. */
export const caseRows = (fact: Known): ReadonlyArray<RowChange> => {
  const found = caseOfFact(fact);
  if (found === undefined) return [];
  const columns = {
    person_id: fact.personId,
    kind: found.kind,
    last_type: fact.type,
    last_archive_id: fact.wire.archiveId,
    partition: fact.partition,
    position: fact.position,
    recorded_at: fact.recordedAt,
  };
  return [put("case_file", { case_id: found.id }, { ...columns, ...(waits(fact) ? {} : statusOf(fact)) })];
};

const referralColumns = ({ status, ball }: ReferralView): Columns => ({ kind: "REFERRAL", status, ball });
const conversationColumns = ({ status, ball }: Conversation): Columns => ({ kind: "DIALOGUE", status, ball });

const states = ({ referrals, dialogue }: Memory): ReadonlyMap<string, Columns> =>
  new Map([
    ...referralsOf(referrals).map((one) => [one.referralId, referralColumns(one)] as const),
    // What worker or employer answered to a call stands in no conversation.
    ...conversationsOf(dialogue)
      .filter(({ conversationId }) => conversationId !== "")
      .map((one) => [one.conversationId, conversationColumns(one)] as const),
  ]);

const isSame = (a: Columns | undefined, b: Columns): boolean =>
  a?.["status"] === b["status"] && a?.["ball"] === b["ball"];

/** Rows of the referrals and conversations whose state a fact moved; those that turned out to be part of others go. */
export const stateRows = (person: string, before: Memory, after: Memory): ReadonlyArray<RowChange> => {
  if (before.referrals === after.referrals && before.dialogue === after.dialogue) return [];
  const [old, now] = [states(before), states(after)];
  return [
    ...[...old.keys()].filter((id) => !now.has(id)).map((id) => drop("case_file", { case_id: id })),
    ...[...now].flatMap(([id, columns]) =>
      isSame(old.get(id), columns) ? [] : [put("case_file", { case_id: id }, { person_id: person, ...columns })],
    ),
  ];
};

/** Every duty of a person as now known, met ones included, by the policy of the day. */
export const dutiesOf = ({ followUp }: Memory): ReadonlyArray<Duty> => dutiesIn(followUp, followUpPolicy2026);
