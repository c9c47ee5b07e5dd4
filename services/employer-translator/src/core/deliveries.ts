import { uuid5 } from "@samvirke/kernel";
import { certificatesTold } from "./certificates.ts";
import { callTold, endTold } from "./meetings.ts";
import type { MeetingTold } from "./meetings.ts";
import type { Delivery, Known } from "./model.ts";

type Content = Pick<Delivery, "caseId" | "organisationNumber" | "content">;

const meetingOf = (told: MeetingTold | undefined, { personId }: Known): ReadonlyArray<Content> =>
  told === undefined ? [] : [{ ...told, caseId: personId }];

const contentsOf = (fact: Known, earlier: ReadonlyArray<Known>): ReadonlyArray<Content> => {
  if (fact.type === "DialogueMeetingCalled") return meetingOf(callTold(fact), fact);
  if (fact.type === "DialogueMeetingEnded") return meetingOf(endTold(fact), fact);
  return certificatesTold(fact, earlier).map(({ certificateId, ...told }) => ({ ...told, caseId: certificateId }));
};

/** What employers get of a fact; removals first. */
export const deliveriesOf = (fact: Known, earlier: ReadonlyArray<Known>): ReadonlyArray<Delivery> =>
  contentsOf(fact, earlier).map((content, index) => ({
    ...content,
    messageId: uuid5("employer-document", fact.id, String(index)),
    inReplyTo: fact.wire.archiveId,
    writtenAt: fact.recordedAt,
  }));

/** Whether a fact's document rests on what was recorded before it. */
export const needsPast = ({ type }: Known): boolean => type.startsWith("SickLeave");
