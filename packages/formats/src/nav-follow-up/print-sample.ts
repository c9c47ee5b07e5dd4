import { uuid5 } from "@samvirke/kernel";
import type { JsonObject } from "../sykmelding-record/json.ts";
import { aktorBytes, deathBytes, meetingStatusBytes, protectionBytes } from "./sample-avro.ts";
import {
  activityAssessmentJson,
  activityNoticeJson,
  followUpSpellsJson,
  jobSeekingDecisionJson,
  lineManagerJson,
  meetingAnswerJson,
  meetingCandidateJson,
  spellBitJson,
} from "./sample-json.ts";
import type { FollowUpSample, FollowUpSampleKind, PrintedSample } from "./sample-model.ts";

type Keyed = (sample: FollowUpSample) => string;

// Welfare keys many of these by a hash of the number, which leads back to it; samples use an id that does not.
const byPerson: Keyed = ({ personNumber }) => uuid5("sample-key", personNumber);
const byId: Keyed = ({ id }) => id;

type Printer = (sample: FollowUpSample) => Omit<PrintedSample, "kind">;

const avro =
  (key: Keyed, bytes: (sample: FollowUpSample) => Uint8Array): Printer =>
  (sample) => ({ key: key(sample), contentType: "avro/binary", bytes: bytes(sample) });

const json =
  (key: Keyed, print: (sample: FollowUpSample) => JsonObject): Printer =>
  (sample) => ({
    key: key(sample),
    contentType: "application/json",
    bytes: Buffer.from(JSON.stringify(print(sample))),
  });

const meeting = (word: string): Printer => avro(byId, (sample) => meetingStatusBytes(word, sample));

const printers: Readonly<Record<FollowUpSampleKind, Printer>> = {
  MEETING_CALLED: meeting("INNKALT"),
  MEETING_MOVED: meeting("NYTT_TID_STED"),
  MEETING_HELD: meeting("FERDIGSTILT"),
  MEETING_CANCELLED: meeting("AVLYST"),
  MEETING_CLOSED: meeting("LUKKET"),
  MEETING_ANSWER: json(byId, meetingAnswerJson),
  ACTIVITY_ASSESSMENT: json(byPerson, activityAssessmentJson),
  ACTIVITY_NOTICE: json(byPerson, activityNoticeJson),
  MEETING_CANDIDATE: json(byPerson, meetingCandidateJson),
  FOLLOW_UP_SPELLS: json(byPerson, followUpSpellsJson),
  SPELL_BIT: json(byId, spellBitJson),
  JOB_SEEKING_DECISION: json(byPerson, jobSeekingDecisionJson),
  LINE_MANAGER: json(byId, lineManagerJson),
  PERSON_NUMBERS: avro(byPerson, aktorBytes),
  PERSON_DEATH: avro(byPerson, deathBytes),
  PERSON_PROTECTION: avro(byPerson, protectionBytes),
};

/** Every kind of sample. */
export const followUpSampleKinds = Object.keys(printers) as ReadonlyArray<FollowUpSampleKind>;

/**
 * A record of follow-up as welfare's topics hold it, Avro without a frame.
 *
 * Source: domain fact sheet 10.1, 10.2.
 */
export const printFollowUpSample = (kind: FollowUpSampleKind, sample: FollowUpSample): PrintedSample => ({
  kind,
  ...printers[kind](sample),
});
