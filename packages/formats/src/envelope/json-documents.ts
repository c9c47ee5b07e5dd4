import type { MessageDocument } from "@samvirke/contracts";
import type { MessageKind } from "./message-kind.ts";
import type { IdSpace } from "./named-id.ts";

/** Keys from the outermost object inwards. */
export type JsonPath = ReadonlyArray<string>;

/** How a JSON document is told from others, and where it says what its door needs. */
export interface JsonDocument {
  readonly document: MessageDocument;
  readonly kind: MessageKind;
  /** Keys of the outermost object that all stand there. */
  readonly tells: ReadonlyArray<string>;
  /** Keys that none may stand there. */
  readonly lacks?: ReadonlyArray<string>;
  /** Where the person's number stands. */
  readonly person?: JsonPath;
  /** The sender's own id of the message. */
  readonly wireId?: JsonPath;
  /** Ids under which the document can be named later. */
  readonly bears?: ReadonlyArray<readonly [IdSpace, JsonPath]>;
  /** Ids of other documents that lead to its person. */
  readonly names?: ReadonlyArray<readonly [IdSpace, JsonPath]>;
  /** What the record's key is an id of. */
  readonly namedByKey?: IdSpace;
}

const certificates: ReadonlyArray<JsonDocument> = [
  {
    document: "SYKMELDING_RECORD",
    kind: "sick-leave",
    tells: ["metadata", "sykmelding", "validation"],
    person: ["sykmelding", "pasient", "fnr"],
    bears: [
      ["certificate", ["sykmelding", "id"]],
      ["message", ["metadata", "msgInfo", "msgId"]],
      ["log", ["metadata", "mottakenhetBlokk", "ediLogid"]],
    ],
  },
  {
    document: "RECEIVED_SYKMELDING",
    kind: "sick-leave",
    tells: ["sykmelding", "personNrPasient"],
    person: ["personNrPasient"],
    bears: [
      ["certificate", ["sykmelding", "id"]],
      ["message", ["msgId"]],
      ["log", ["navLogId"]],
    ],
  },
  {
    document: "CERTIFICATE_SUBMISSION",
    kind: "sick-leave",
    tells: ["submitId", "values"],
    person: ["meta", "pasientIdent"],
    wireId: ["submitId"],
    bears: [["message", ["submitId"]]],
  },
  {
    document: "SYKMELDING_STATUS",
    kind: "status",
    tells: ["kafkaMetadata", "event"],
    // With the certificate in it, the record is what an employer gets and nobody's to send here.
    lacks: ["sykmelding"],
    person: ["kafkaMetadata", "fnr"],
    names: [["certificate", ["event", "sykmeldingId"]]],
  },
  {
    document: "VALIDATION_RESULT",
    kind: "validation",
    tells: ["status", "ruleHits"],
    namedByKey: "certificate",
  },
];

const dialogues: ReadonlyArray<JsonDocument> = [
  {
    document: "DIALOGUE_RECORD",
    kind: "dialogue",
    tells: ["dialogmelding", "personIdentPasient"],
    person: ["personIdentPasient"],
    wireId: ["msgId"],
    bears: [
      ["message", ["msgId"]],
      ["log", ["navLogId"]],
    ],
  },
  {
    document: "DIALOGUE_ORDER",
    kind: "dialogue",
    tells: ["dialogmeldingUuid", "behandlerRef"],
    person: ["personIdent"],
    wireId: ["dialogmeldingUuid"],
    bears: [["message", ["dialogmeldingUuid"]]],
  },
];

const plans: ReadonlyArray<JsonDocument> = [
  {
    document: "PLAN_REQUEST",
    kind: "follow-up-plan",
    tells: ["employeeIdentificationNumber", "sendPlanToNav"],
    person: ["employeeIdentificationNumber"],
  },
  {
    document: "PLAN_NOTICE",
    kind: "follow-up-plan",
    tells: ["fodselsnummer", "virksomhetsnummer", "behovForBistandFraNav"],
    person: ["fodselsnummer"],
    bears: [["document", ["uuid"]]],
  },
];

const followUp: ReadonlyArray<JsonDocument> = [
  { document: "MEETING_ANSWER", kind: "meeting", tells: ["svarType", "senderType", "ident"], person: ["ident"] },
  { document: "ACTIVITY_NOTICE", kind: "decision", tells: ["varselUuid", "personIdent"], person: ["personIdent"] },
  {
    document: "ACTIVITY_ASSESSMENT",
    kind: "decision",
    tells: ["stoppunktAt", "personIdent"],
    person: ["personIdent"],
  },
  {
    document: "MEETING_CANDIDATE",
    kind: "decision",
    tells: ["kandidat", "personIdentNumber"],
    person: ["personIdentNumber"],
  },
  { document: "JOB_SEEKING_DECISION", kind: "decision", tells: ["personident", "statusAt"], person: ["personident"] },
  {
    document: "FOLLOW_UP_SPELLS",
    kind: "spell",
    tells: ["oppfolgingstilfelleList", "personIdentNumber"],
    person: ["personIdentNumber"],
  },
  { document: "SPELL_BIT", kind: "spell", tells: ["ressursId", "tags", "fnr"], person: ["fnr"] },
  { document: "LINE_MANAGER", kind: "line-manager", tells: ["narmesteLederId", "fnr"], person: ["fnr"] },
];

const receipts: ReadonlyArray<JsonDocument> = [
  { document: "EDI_RECEIPT", kind: "receipt", tells: ["appRecStatus"] },
  {
    document: "WELFARE_RECEIPT",
    kind: "receipt",
    tells: ["apprecStatus"],
    names: [
      ["message", ["msgId"]],
      ["log", ["ediloggid"]],
    ],
  },
];

/** Every JSON document that crosses, FHIR apart; the first that fits is the one. Source: fact sheet 1.3, 5.2, 5.4, 10.2. */
export const jsonDocuments: ReadonlyArray<JsonDocument> = [
  ...receipts,
  ...certificates,
  ...dialogues,
  ...plans,
  ...followUp,
];
