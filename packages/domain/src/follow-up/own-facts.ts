import type {
  DialogueMeetingCalled,
  DialogueMeetingEnded,
  FollowUpDecisionMade,
  PersonStatusChanged,
  SpellDetermined,
} from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import { day, osloDay } from "@samvirke/kernel";
import type { FollowUpFact } from "./fact.ts";
import type { Participant } from "./meeting-facts.ts";
import type { FollowUpEvent } from "./model.ts";

const when = (at: Instant | null) => ({ at: at ?? 0, on: at === null ? day(0) : osloDay(at) });

const callOf = (event: DialogueMeetingCalled): FollowUpFact => {
  const { meetingId, worker, employer, clinician, work } = event;
  const all: ReadonlyArray<readonly [boolean, Participant]> = [
    [worker, "PERSON"],
    [employer, "EMPLOYER"],
    [clinician, "CLINICIAN"],
  ];
  return {
    fact: "MEETING_CALL",
    id: meetingId,
    meetingAt: work.at,
    participants: all.flatMap(([takesPart, who]) => (takesPart ? [who] : [])),
    employer: work.employer,
    ...when(event.case.changedAt),
  };
};

const endOf = ({ meetingId, how, case: shared }: DialogueMeetingEnded): ReadonlyArray<FollowUpFact> =>
  how === "UNKNOWN" ? [] : [{ fact: "MEETING_END", id: meetingId, how, ...when(shared.at) }];

const decisionOf = (event: FollowUpDecisionMade): ReadonlyArray<FollowUpFact> => {
  const { subject, decisionId, final, case: shared } = event;
  if (subject === "UNKNOWN") return [];
  const at = shared.assessedAt ?? shared.madeAt;
  const outcome = shared.outcome.code ?? "";
  return [{ fact: "DECISION", id: decisionId, subject, outcome, final, ...when(at) }];
};

const bitsOf = (event: SpellDetermined): ReadonlyArray<FollowUpFact> =>
  event.case.bits.map((bit) => ({ fact: "BIT", ...bit }));

const deathOf = ({ case: shared }: PersonStatusChanged): ReadonlyArray<FollowUpFact> => {
  if (shared.kind !== "DEATH") return [];
  const at = shared.knownSince ?? 0;
  const on = shared.change === "TAKEN_BACK" ? null : (shared.diedOn ?? osloDay(at));
  return [{ fact: "DEATH", on, at }];
};

/** What the person's own follow-up events tell follow-up. */
export const factsOfOwn = (event: FollowUpEvent): ReadonlyArray<FollowUpFact> => {
  switch (event.type) {
    case "DialogueMeetingCalled":
      return [callOf(event.value)];
    case "DialogueMeetingEnded":
      return endOf(event.value);
    case "FollowUpDecisionMade":
      return decisionOf(event.value);
    case "SpellDetermined":
      return bitsOf(event.value);
    case "PersonStatusChanged":
      return deathOf(event.value);
    default:
      return [];
  }
};
