import { uuid5 } from "@samvirke/kernel";
import type { FollowUpFact } from "../../src/index.ts";
import type { Arrival } from "./play.ts";

const code = (text: string) => ({ system: null, code: text, text: null, originalText: null });

const decisionCase = {
  previousSourceId: null,
  needed: null,
  reasons: [],
  text: null,
  madeAt: null,
  assessmentId: null,
  stopPoint: null,
  answerBy: null,
  spellStart: null,
  from: null,
  to: null,
  decidedBy: null,
  notice: null,
};

type Make = Arrival["document"];

/** The document of welfare's that tells a fact; undefined for what other aggregates tell. */
export const documentOf = (fact: FollowUpFact): Make => {
  switch (fact.fact) {
    case "BIT": {
      const { fact: _, ...bit } = fact;
      return (occasion) => ({ type: "TakeSpellBits", occasion, content: [bit] });
    }
    case "MEETING_CALL":
      return (occasion) => ({
        type: "CallMeeting",
        occasion,
        content: {
          meetingId: fact.id,
          number: null,
          worker: fact.participants.includes("PERSON"),
          employer: fact.participants.includes("EMPLOYER"),
          clinician: fact.participants.includes("CLINICIAN"),
          work: { at: fact.meetingAt, place: null, employer: fact.employer },
          case: {
            sourceId: fact.id,
            kind: "INNKALT",
            changedAt: fact.at,
            office: null,
            caseWorker: null,
            spellStart: null,
          },
        },
      });
    case "MEETING_END":
      return (occasion) => ({
        type: "EndMeeting",
        occasion,
        content: {
          meetingId: fact.id,
          how: fact.how,
          case: {
            sourceId: fact.id,
            kind: fact.how,
            at: fact.at,
            meetingAt: null,
            office: null,
            caseWorker: null,
            employerNumber: null,
            spellStart: null,
            worker: true,
            employer: true,
            clinician: true,
          },
        },
      });
    case "DECISION":
      return (occasion) => ({
        type: "RecordDecision",
        occasion,
        content: {
          subject: fact.subject,
          decisionId: fact.id,
          previousId: null,
          final: fact.final,
          case: { ...decisionCase, sourceId: fact.id, outcome: code(fact.outcome), assessedAt: fact.at },
        },
      });
    case "DEATH":
      return (occasion) => ({
        type: "RecordPersonStatus",
        occasion,
        content: {
          kind: "DEATH",
          change: fact.on === null ? "TAKEN_BACK" : "STATED",
          protection: null,
          diedOn: fact.on,
          knownSince: fact.at,
          registerEventId: null,
          replacesRegisterEventId: null,
          registerAnswerVersion: null,
        },
      });
    default:
      return undefined;
  }
};

/** The arrival that tells a fact, by the door that it comes through. */
export const arrivalOf = (fact: FollowUpFact): Arrival => {
  const name = uuid5("told", JSON.stringify(fact));
  const document = documentOf(fact);
  return document === undefined ? { name, facts: [fact] } : { name, document };
};
