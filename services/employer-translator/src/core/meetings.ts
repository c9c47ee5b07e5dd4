import type { Document, Of } from "./model.ts";

/** What an employer is told of a meeting. */
export interface MeetingTold {
  readonly organisationNumber: string;
  readonly content: Document;
}

/** The call to a meeting that the employer takes part in: time and state. Source: canonical model R43. */
export const callTold = ({ wire, content }: Of<"DialogueMeetingCalled">): MeetingTold | undefined => {
  if (content.state !== "Open" || !wire.employer || content.value.work.employer === null) return undefined;
  const { work, meetingId, revision, number } = content.value;
  return {
    organisationNumber: content.value.work.employer,
    content: { document: "CALLED", call: { meetingId, revision, number, work } },
  };
};

/** The end of a meeting that the employer takes part in. Source: canonical model R43. */
export const endTold = ({ content }: Of<"DialogueMeetingEnded">): MeetingTold | undefined => {
  if (content.state !== "Open") return undefined;
  const { employer, employerNumber } = content.value.case;
  if (!employer || employerNumber === null) return undefined;
  const { meetingId, how } = content.value;
  return { organisationNumber: employerNumber, content: { document: "ENDED", end: { meetingId, how } } };
};
