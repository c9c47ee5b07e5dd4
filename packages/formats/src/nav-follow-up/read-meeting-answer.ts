import type { DialogueMeetingAnswered, Finding } from "@samvirke/contracts";
import type { Either, Instant } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { JsonSource } from "../nav-sick-leave/json-source.ts";
import { maybeText } from "../nav-sick-leave/json-source.ts";
import type { Malformed } from "../nav-sick-leave/malformed.ts";
import { malformed, readLenient } from "../nav-sick-leave/malformed.ts";
import { instant, known, listed, maybeToken, personNumber } from "./values.ts";

/** What a participant answers: the parts of event 22 that the record tells. */
export interface MeetingAnswerRecord {
  readonly personNumber: string;
  /** Welfare's id of the meeting: the record's key. */
  readonly meetingKey: string;
  readonly by: Extract<DialogueMeetingAnswered["by"], "WORKER" | "EMPLOYER">;
  readonly answer: DialogueMeetingAnswered["answer"];
  /** As sent. */
  readonly answerCode: string;
  /** When the letter that is answered was sent, which tells the call. */
  readonly letterAt: Instant;
  readonly answeredAt: Instant;
  readonly reason: string | null;
  readonly findings: ReadonlyArray<Finding>;
}

const answers: Readonly<Record<string, DialogueMeetingAnswered["answer"]>> = {
  KOMMER: "COMING",
  NYTT_TID_STED: "NEW_TIME",
  KOMMER_IKKE: "NOT_COMING",
};

const senders = { ARBEIDSTAKER: "WORKER", ARBEIDSGIVER: "EMPLOYER" } as const;

const answerOf = (source: JsonSource) => {
  const answerCode = listed(source, "svarType", Object.keys(answers));
  return {
    personNumber: personNumber(source, "ident"),
    stated: maybeToken(source, "moteuuid"),
    by: known(source, "senderType", senders) ?? ("WORKER" as const),
    answer: answers[answerCode] ?? ("UNKNOWN" as const),
    answerCode,
    letterAt: instant(source, "brevSentAt"),
    answeredAt: instant(source, "svarReceivedAt"),
    reason: maybeText(source, "svarTekst"),
  };
};

/**
 * KDialogmotesvar of worker or employer; the meeting is the record's key.
 *
 * Unit:    times carry an offset; one without is UTC.
 * Rejects: Malformed: no meeting, no person, no time, or a sender that is neither.
 * Source:  isdialogmote, dialogmotesvar; domain fact sheet 10.1, 10.2.
 */
export const readMeetingAnswer = (json: unknown, key: string | null): Either<Malformed, MeetingAnswerRecord> => {
  const read = readLenient(json, answerOf);
  if (E.isLeft(read)) return read;
  const { stated, ...answer } = read.right.value;
  const meetingKey = key === null || key.trim() === "" ? stated : key.trim();
  if (meetingKey === null) return malformed([{ path: "moteuuid", rule: "MISSING" }]);
  return E.right({ ...answer, meetingKey, findings: read.right.findings });
};
