import type { RecordMeetingAnswer } from "@samvirke/domain";
import type { DialogueMismatch, MeetingAnswerRecord, ParsedDialogue } from "@samvirke/formats";
import { readDialogmeldingForKafka, readDialogueOrder, readMeetingAnswer } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import { readDialogue } from "../dialogue-inbound.ts";
import { meetingIdOf } from "./follow-up.ts";
import { settled } from "./inbound.ts";
import { jsonReader } from "./record.ts";

// A path ends where the name of the type that was expected begins; neither holds a value.
const malformed = ({ paths }: DialogueMismatch) => ({
  _tag: "Malformed" as const,
  findings: paths.map((path) => ({ path: path.split(": ")[0] ?? "", rule: "RECORD_MISMATCH" })),
});

/** Dialogue in welfare's JSON: no register is asked, since welfare has decided already or is the one that writes. */
const dialogueReader = (read: (json: unknown) => Either<DialogueMismatch, ParsedDialogue>) =>
  jsonReader<ParsedDialogue>(
    (value) => E.mapLeft(malformed)(read(value)),
    (parsed, arrived, { pepper, basis }) =>
      settled({
        aggregate: "dialogue",
        command: {
          type: "RegisterDialogue",
          ...readDialogue(arrived, parsed, pepper),
          replies: null,
          basis: { policy: basis.policy, policyVersion: basis.policyVersion },
        },
      }),
  );

/** A clinician's message as welfare published it. Source: DialogmeldingForKafka. */
export const readDialogueRecord = dialogueReader(readDialogmeldingForKafka);

/** Welfare's order to write to a clinician. Source: bestilling. */
export const readOrder = dialogueReader(readDialogueOrder);

/** What worker or employer answers to a call. Source: KDialogmotesvar. */
export const readAnswer = jsonReader<MeetingAnswerRecord>(
  (value, { record }) => readMeetingAnswer(value, record.key),
  (answer, { received }, { pepper }) => {
    const command: RecordMeetingAnswer = {
      type: "RecordMeetingAnswer",
      received,
      meetingId: meetingIdOf(pepper, answer.meetingKey),
      by: answer.by,
      answer: answer.answer,
      answerCode: answer.answerCode,
      letterAt: answer.letterAt,
      answeredAt: answer.answeredAt,
      reason: answer.reason,
      personNumber: answer.personNumber,
      warnings: answer.findings.map(({ path, rule }) => ({ path, code: rule })),
    };
    return settled({ aggregate: "dialogue", command });
  },
);
