import type { MessageDocument } from "@samvirke/contracts";
import {
  avroDocumentOf,
  parseDialogue,
  parsePlanForm,
  parsePlanNotice,
  parsePlanRequest,
  parseReceipt,
  parseReferral,
  parseStatement,
  readActivityAssessment,
  readActivityNotice,
  readDialogmeldingForKafka,
  readDialogueOrder,
  readFollowUpSpells,
  readHubReferral,
  readJobSeekingDecision,
  readJsonRecord,
  readLineManager,
  readMeetingAnswer,
  readMeetingCandidate,
  readMeetingStatus,
  readPersonRegisterEvent,
  readReceivedSykmelding,
  readRegisteredNumbers,
  readRegisteredRecord,
  readSpellBit,
  readStatus,
  readSubmission,
  readTombstone,
  readValidationResult,
} from "@samvirke/formats";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { FindingLine } from "../core/validation.ts";

/** What a reader found in a document. */
export interface DocumentFindings {
  readonly readable: boolean;
  readonly findings: ReadonlyArray<FindingLine>;
}

interface Place {
  readonly path?: string;
  readonly code?: string;
  readonly rule?: string;
}

/** What readers answer with, as far as it tells what was found. */
interface Answer {
  readonly class?: string;
  readonly _tag?: string;
  readonly findings?: ReadonlyArray<Place>;
  readonly paths?: ReadonlyArray<string>;
  readonly warnings?: ReadonlyArray<Place>;
  readonly refusals?: ReadonlyArray<Place>;
}

const lines = (source: FindingLine["source"], places: ReadonlyArray<Place> | undefined): ReadonlyArray<FindingLine> =>
  (places ?? []).map(({ path = "", code, rule }) => ({ source, code: rule ?? code ?? "", path }));

const told = (answer: Either<Answer, Answer>): DocumentFindings => {
  if (E.isRight(answer)) {
    const { findings, warnings, refusals } = answer.right;
    return { readable: true, findings: [...lines("pre-check", refusals), ...lines("parse", warnings ?? findings)] };
  }
  const { class: reason, _tag: tag, findings, paths } = answer.left;
  const mismatches = (paths ?? []).map((path) => ({ path, rule: "MISMATCH" }));
  const head = { source: "parse", code: reason ?? tag ?? "UNREADABLE", path: "" } as const;
  return { readable: false, findings: [head, ...lines("parse", [...(findings ?? []), ...mismatches])] };
};

type Reader = (bytes: Uint8Array, at: number) => DocumentFindings;

const json =
  (read: (value: unknown, key: string | undefined, at: number) => Either<Answer, Answer>): Reader =>
  (bytes, at) => {
    const record = readJsonRecord(bytes);
    return told(read(record?.value, record?.key, at));
  };

const avro =
  (read: (document: ReturnType<typeof avroDocumentOf>) => Either<Answer, Answer>): Reader =>
  (bytes) =>
    told(read(avroDocumentOf(bytes)));

const whole =
  (read: (bytes: Uint8Array) => Either<Answer, Answer>): Reader =>
  (bytes) =>
    told(read(bytes));

// A record about whatever its key names says nothing without one.
const keyed =
  (read: (value: unknown) => Either<Answer, Answer>) =>
  (value: unknown, key: string | undefined): Either<Answer, Answer> =>
    key === undefined ? E.left({ _tag: "Malformed", findings: [{ path: "key", rule: "MISSING" }] }) : read(value);

const readers: Readonly<Partial<Record<MessageDocument, Reader>>> = {
  DIALOGUE: whole(parseDialogue),
  REFERRAL: whole(parseReferral),
  MEDICAL_STATEMENT: whole(parseStatement),
  PLAN_FORM: whole(parsePlanForm),
  PLAN_REQUEST: whole(parsePlanRequest),
  PLAN_NOTICE: whole(parsePlanNotice),
  APP_REC: whole(parseReceipt),
  EDI_RECEIPT: whole(parseReceipt),
  WELFARE_RECEIPT: whole(parseReceipt),
  SYKMELDING_RECORD: json(readRegisteredRecord),
  RECEIVED_SYKMELDING: json(readReceivedSykmelding),
  CERTIFICATE_SUBMISSION: json((value, _, at) => readSubmission(value, at)),
  SYKMELDING_STATUS: json(readStatus),
  VALIDATION_RESULT: json(keyed(readValidationResult)),
  TOMBSTONE: json((_, key) => E.map(() => ({}))(readTombstone(key ?? ""))),
  DIALOGUE_RECORD: json(readDialogmeldingForKafka),
  DIALOGUE_ORDER: json(readDialogueOrder),
  REFERRAL_JSON: whole((bytes) => E.map(() => ({}))(readHubReferral(bytes))),
  MEETING_ANSWER: json((value, key) => readMeetingAnswer(value, key ?? null)),
  ACTIVITY_ASSESSMENT: json(readActivityAssessment),
  ACTIVITY_NOTICE: json(readActivityNotice),
  MEETING_CANDIDATE: json(readMeetingCandidate),
  JOB_SEEKING_DECISION: json(readJobSeekingDecision),
  FOLLOW_UP_SPELLS: json(readFollowUpSpells),
  SPELL_BIT: json(readSpellBit),
  LINE_MANAGER: json(readLineManager),
  MEETING_STATUS: avro(readMeetingStatus),
  PERSON_EVENT: avro(readPersonRegisterEvent),
  PERSON_NUMBERS: avro(readRegisteredNumbers),
};

/** What the reader of a document finds in it; undefined where the hub has no reader for the document. Unit: `at` is the receipt. */
export const documentFindings = (
  document: MessageDocument,
  bytes: Uint8Array,
  at: number,
): DocumentFindings | undefined => readers[document]?.(bytes, at);
