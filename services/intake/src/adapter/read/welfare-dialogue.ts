import type { AddressAnswer, RecordMeetingAnswer, RegisterDialogue } from "@samvirke/domain";
import type { DialogueMismatch, MeetingAnswerRecord, ParsedDialogue } from "@samvirke/formats";
import { readDialogmeldingForKafka, readDialogueOrder, readMeetingAnswer } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import { readDialogue } from "../dialogue-inbound.ts";
import { meetingIdOf } from "./follow-up.ts";
import { partyAliases } from "../party-aliases.ts";
import { letterSubject } from "../subject.ts";
import type { ReadDeps } from "./inbound.ts";
import { settled } from "./inbound.ts";
import type { RecordArrived } from "./record.ts";
import { jsonReader } from "./record.ts";
import { registerNames } from "./register-names.ts";

// A path ends where the name of the type that was expected begins; neither holds a value.
const malformed = ({ paths }: DialogueMismatch) => ({
  _tag: "Malformed" as const,
  findings: paths.map((path) => ({ path: path.split(": ")[0] ?? "", rule: "RECORD_MISMATCH" })),
});

type Made = Omit<RegisterDialogue, "replies" | "address">;

const madeOf = (arrived: RecordArrived, parsed: ParsedDialogue, { pepper, basis }: ReadDeps): Made => ({
  type: "RegisterDialogue",
  ...readDialogue(arrived, parsed, pepper),
  basis: { policy: basis.policy, policyVersion: basis.policyVersion },
});

/**
 * A clinician's message as welfare published it; no register is asked, since welfare has decided already.
 *
 * Source: DialogmeldingForKafka.
 */
export const readDialogueRecord = jsonReader<ParsedDialogue>(
  (value) => E.mapLeft(malformed)(readDialogmeldingForKafka(value)),
  (parsed, arrived, deps) =>
    settled({ aggregate: "dialogue", command: { ...madeOf(arrived, parsed, deps), replies: null } }),
);

/** A letter to the office that the address register knows under welfare's reference. */
const addressed = (made: Made, answer: AddressAnswer, { pepper }: ReadDeps): Made => {
  if (!answer.found) return made;
  const { received, content } = made;
  const envelope = { ...content.case.envelope, receiver: answer.party };
  const receiverAliases = partyAliases(answer.party.organisations, pepper);
  return {
    ...made,
    received: { ...received, envelope },
    content: { ...content, case: { ...content.case, envelope, receiverAliases } },
  };
};

/** How certificates that a letter speaks of would be named. */
const certificatesIn = ({ case: { envelope } }: ParsedDialogue, { pepper }: ReadDeps): ReadonlyArray<string> =>
  [envelope.parentReference, envelope.conversationReference].flatMap((msgId) =>
    registerNames(pepper, { msgId, ediLogId: null }),
  );

/**
 * Welfare's order to write to a clinician. Of the registers only the one of addresses is asked: welfare itself writes.
 *
 * Source: bestilling.
 */
export const readOrder = jsonReader<ParsedDialogue>(
  (value) => E.mapLeft(malformed)(readDialogueOrder(value)),
  (parsed, arrived, deps) => {
    const made = madeOf(arrived, parsed, deps);
    const speaksOf = certificatesIn(parsed, deps);
    return {
      subject: letterSubject(parsed.case.clinicianReference ?? "", arrived.bytes),
      ask: ({ address = { found: false }, askedAt }) => ({
        aggregate: "dialogue",
        command: {
          ...addressed(made, address, deps),
          replies: null,
          address: { askedAt, found: address.found },
        },
        speaksOf,
      }),
    };
  },
);

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
