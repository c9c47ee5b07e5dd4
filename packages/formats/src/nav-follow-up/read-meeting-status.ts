import type { DialogueMeetingCalled, DialogueMeetingEnded, Finding } from "@samvirke/contracts";
import { osloDay } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { JsonSource } from "../nav-sick-leave/json-source.ts";
import { flag } from "../nav-sick-leave/json-source.ts";
import type { Malformed } from "../nav-sick-leave/malformed.ts";
import type { AvroDocument } from "./avro-document.ts";
import { readAvro } from "./avro-document.ts";
import { meetingStatusAvro } from "./avro-schemas.ts";
import { known, maybeToken, number, token } from "./values.ts";

/** A call or a change of time: event 21 without the ids that the hub gives. */
export type MeetingCallContent = Omit<DialogueMeetingCalled, "archiveId" | "meetingId" | "revision">;
/** An end: event 23 without the ids that the hub gives. */
export type MeetingEndContent = Omit<DialogueMeetingEnded, "archiveId" | "meetingId">;

/** A meeting's status. */
export interface MeetingStatus {
  readonly personNumber: string;
  /** Welfare's id of the meeting, which the hub's own derives from. */
  readonly meetingKey: string;
  readonly findings: ReadonlyArray<Finding>;
  readonly content:
    | { readonly type: "CALL"; readonly call: MeetingCallContent }
    | { readonly type: "END"; readonly end: MeetingEndContent };
}

type Kind = "CALL" | MeetingEndContent["how"];

const kinds: Readonly<Record<string, Kind>> = {
  INNKALT: "CALL",
  NYTT_TID_STED: "CALL",
  AVLYST: "CANCELLED",
  FERDIGSTILT: "HELD",
  LUKKET: "CLOSED",
};

const statusOf = (source: JsonSource) => ({
  kind: known(source, "statusEndringType", kinds) ?? "CALL",
  kindAsSent: token(source, "statusEndringType"),
  meetingKey: token(source, "dialogmoteUuid"),
  personNumber: token(source, "personIdent"),
  meetingAt: number(source, "dialogmoteTidspunkt"),
  changedAt: number(source, "statusEndringTidspunkt"),
  // The day is written as an instant: midnight in Oslo or in UTC, and by Oslo's clock both lie on it.
  spellStart: osloDay(number(source, "tilfelleStartdato")),
  company: maybeToken(source, "virksomhetsnummer"),
  office: maybeToken(source, "enhetNr"),
  caseWorker: maybeToken(source, "navIdent"),
  takesPart: {
    worker: flag(source, "arbeidstaker"),
    employer: flag(source, "arbeidsgiver"),
    clinician: flag(source, "sykmelder"),
  },
});

type Status = ReturnType<typeof statusOf>;

const callOf = (status: Status): MeetingCallContent => ({
  ...status.takesPart,
  number: null,
  work: { at: status.meetingAt, place: null, employer: status.company },
  case: {
    sourceId: status.meetingKey,
    kind: status.kindAsSent,
    changedAt: status.changedAt,
    office: status.office,
    caseWorker: status.caseWorker,
    spellStart: status.spellStart,
  },
});

const endOf = (status: Status, how: MeetingEndContent["how"]): MeetingEndContent => ({
  how,
  case: {
    sourceId: status.meetingKey,
    kind: status.kindAsSent,
    at: status.changedAt,
    meetingAt: status.meetingAt,
    office: status.office,
    caseWorker: status.caseWorker,
    employerNumber: status.company,
    spellStart: status.spellStart,
    ...status.takesPart,
  },
});

/**
 * Avro KDialogmoteStatusEndring.
 *
 * Unit:    times are UTC milliseconds; the first day of the spell is a day written as an instant.
 * Rejects: Malformed: bytes that are no such record, no meeting, no person, or a status that nobody knows.
 * Source:  isdialogmote-schema; domain fact sheet 10.2.
 */
export const readMeetingStatus = (document: AvroDocument): Either<Malformed, MeetingStatus> => {
  const read = readAvro(meetingStatusAvro, document, statusOf);
  if (E.isLeft(read)) return read;
  const { value, findings } = read.right;
  const content =
    value.kind === "CALL"
      ? ({ type: "CALL", call: callOf(value) } as const)
      : ({ type: "END", end: endOf(value, value.kind) } as const);
  return E.right({ personNumber: value.personNumber, meetingKey: value.meetingKey, findings, content });
};
