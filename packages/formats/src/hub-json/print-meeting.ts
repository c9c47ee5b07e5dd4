import type { DialogueMeetingCalled, DialogueMeetingEnded } from "@samvirke/contracts";
import type { JsonObject } from "../sykmelding-record/json.ts";
import { printInstant } from "../xml/print-time.ts";

type Call = Pick<DialogueMeetingCalled, "meetingId" | "revision" | "number" | "work">;
type End = Pick<DialogueMeetingEnded, "meetingId" | "how">;

const contract = "samvirke.dialogue-meeting/1";

/**
 * A dialogue meeting as an employer that takes part is told of it: time and state, and neither place nor case.
 *
 * Source: canonical model R43, column E.
 */
export const printMeetingForEmployer = (meeting: Call | End): JsonObject => {
  if ("how" in meeting) return { contract, meetingId: meeting.meetingId, state: meeting.how };
  const { meetingId, revision, number, work } = meeting;
  return {
    contract,
    meetingId,
    state: "CALLED",
    revision,
    number,
    at: work.at === null ? null : printInstant(work.at),
  };
};
