import type { MessageReceived } from "@samvirke/contracts";
import { conversationsOf, defaultPolicy, dialogue } from "@samvirke/domain";
import type { DialogueEvent, DialogueState, RegistryReplies } from "@samvirke/domain";
import { parseDialogue, printDialogueSample, readDialogmeldingForKafka, readDialogueOrder } from "@samvirke/formats";
import type { DialogueSample, ParsedDialogue } from "@samvirke/formats";
import { E, fold } from "@samvirke/kernel";
import assert from "node:assert/strict";
import { createSecretKey } from "node:crypto";
import { test } from "vitest";
import { readDialogue } from "./dialogue-inbound.ts";
import { archiveIdOf, day, doctor, patient } from "./intake.cases.ts";
import { makePepper } from "./pepper.ts";

const pepper = makePepper(createSecretKey(Buffer.alloc(32, 3)));

/** A message as it stands on the wire: XML bytes, or JSON from welfare. */
type Wire = Uint8Array | { readonly order: unknown } | { readonly kafka: unknown };

interface Given {
  readonly wire: Wire;
  readonly replies?: Partial<RegistryReplies>;
  readonly conflicts?: boolean;
  readonly production?: boolean;
}

const approval = (category: string, authorisation = "1") => ({
  authorisation: { active: true, oid: 7704, value: authorisation },
  category: { active: true, oid: 9060, value: category },
  competences: [],
});
const signer = (category: string, authorisation?: string) => ({
  found: true,
  numbers: [],
  approvals: [approval(category, authorisation)],
});

const replies: RegistryReplies = {
  askedAt: 0,
  patient: { found: true },
  signer: signer("LE"),
  signerIsRegistered: true,
  signerIsKnown: true,
  signerIsSuspended: false,
  clinician: signer("LE"),
  scans: [],
};

const receivedOf = (n: number, conflicts: boolean): MessageReceived => ({
  archiveId: archiveIdOf(n),
  kind: "DIALOGUE",
  document: "DIALOGUE",
  format: "EI_FELLESFORMAT",
  routeClass: "EDGE",
  door: "HEALTH",
  byteSize: 1,
  receivedAt: Date.parse("2026-03-02T09:06:00Z"),
  receiptTrusted: true,
  stationReceivedAt: null,
  personNumberRead: true,
  conflictsWith: conflicts ? archiveIdOf(99) : null,
  about: null,
  precededBy: [],
  case: {
    sender: "practice",
    senderAliases: [],
    senderOrganisations: [],
    contentType: "application/xml",
    wireMsgId: null,
    recordTopic: null,
    recordKey: null,
    envelope: null,
  },
});

type Read = { readonly parsed: ParsedDialogue } | { readonly outcome: string };

const readWire = (wire: Wire): Read => {
  if (wire instanceof Uint8Array) {
    const read = parseDialogue(wire);
    return E.isRight(read) ? { parsed: read.right } : { outcome: `unreadable ${read.left.class} ${read.left.code}` };
  }
  const read = "order" in wire ? readDialogueOrder(wire.order) : readDialogmeldingForKafka(wire.kafka);
  return E.isRight(read) ? { parsed: read.right } : { outcome: "unreadable JSON" };
};

interface Run {
  readonly events: ReadonlyArray<DialogueEvent>;
  readonly outcome: string;
}

const told = (event: DialogueEvent | undefined): string => {
  switch (event?.type) {
    case "DialogueMessageSent":
      return `${event.value.kind} from ${event.value.fromSide}`;
    case "DialogueMeetingAnswered":
      return `answer ${event.value.answer} by ${event.value.by}`;
    case "MessageRefused": {
      const { findings = [], receipt } = event.value.case ?? {};
      const codes = receipt?.errors.map(({ code }) => code) ?? [];
      return `${event.value.class} ${codes.join("+")} ${findings.map(({ rule }) => rule).join("+")}`;
    }
    default:
      return "no event";
  }
};

const stateOf = (events: ReadonlyArray<DialogueEvent>): DialogueState =>
  fold(dialogue.evolve)(dialogue.initial, events);

const step = ({ events }: Run, given: Given, index: number): Run => {
  const read = readWire(given.wire);
  if ("outcome" in read) return { events, outcome: read.outcome };
  const message = receivedOf(index + 1, given.conflicts === true);
  const asks = given.wire instanceof Uint8Array;
  const command = {
    type: "RegisterDialogue" as const,
    ...readDialogue({ message, person: "", bytes: new Uint8Array() }, read.parsed, pepper),
    replies: asks ? { ...replies, ...given.replies } : null,
    basis: {
      policy: { ...defaultPolicy, production: given.production === true, testNumbers: [patient] },
      policyVersion: "test",
    },
  };
  const decided = dialogue.decide(command, stateOf(events));
  const more = E.isRight(decided) ? decided.right : [];
  return { events: [...events, ...more], outcome: told(more[0]) };
};

const play = (...given: ReadonlyArray<Given>): Run => given.reduce<Run>(step, { events: [], outcome: "" });

const note: DialogueSample = {
  kind: "NOTE",
  code: "1",
  text: "Pasienten trenger et møte.",
  wrapping: "fellesformat2",
  messageId: "5b0f7f5e-6d0f-4b1e-9a50-0c8b7a1d2e11",
  conversationReference: "5b0f7f5e-6d0f-4b1e-9a50-0c8b7a1d2e00",
  parentReference: "5b0f7f5e-6d0f-4b1e-9a50-0c8b7a1d2e01",
  generatedAt: "2026-03-02T10:00:00",
  receivedAt: "2026-03-02T09:05:00Z",
  ediLogId: "log-1",
  datedOn: day("2026-03-02"),
  person: { number: patient, name: { given: "Testa", family: "Prøvesen" } },
  clinician: { number: doctor, hprNumber: "7654321", name: { given: "Lise", family: "Legesen" } },
  unit: { name: "Fjellsiden legekontor", organisationNumber: "999990001", herId: "8140021" },
};
const answer: DialogueSample = { ...note, kind: "ANSWER", code: "5" };
const meeting: DialogueSample = { ...note, kind: "MEETING_ANSWER" };
const clinical: DialogueSample = {
  ...note,
  kind: "CLINICAL_QUESTION",
  code: "6",
  wrapping: "msghead",
  receiver: { name: "Tangen legekontor", herId: "8140022" },
};

const print = (sample: DialogueSample): Given => ({ wire: printDialogueSample(sample) });

const altered = (sample: DialogueSample, from: string | RegExp, to: string): Given => {
  const text = Buffer.from(printDialogueSample(sample)).toString();
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, "nothing was altered");
  return { wire: Buffer.from(changed) };
};

const serviceOf = (service: string, action: string): string => `ebService="${service}" ebAction="${action}"`;
const ownService = /ebService="\w+" ebAction="\w+"/;
const copyReceiver =
  '</Receiver><OtherReceiver><RoleReceiver V="COP"/><Organisation><OrganisationName>NAV</OrganisationName><Ident><Id>79768</Id><TypeId V="HER"/></Ident></Organisation></OtherReceiver>';

const order = {
  behandlerRef: "f0f88210-0111-41e8-8f1a-0800200c9a66",
  personIdent: patient,
  dialogmeldingUuid: note.parentReference,
  dialogmeldingRefParent: null,
  dialogmeldingRefConversation: note.conversationReference,
  dialogmeldingType: "DIALOG_FORESPORSEL",
  dialogmeldingKodeverk: "FORESPORSEL",
  dialogmeldingKode: 1,
  dialogmeldingTekst: "Hvordan går det?",
};
const letter = { ...order, dialogmeldingType: "DIALOG_NOTAT", dialogmeldingKodeverk: "HENVENDELSE" };
const call = { ...order, dialogmeldingKodeverk: "DIALOGMOTE" };

const latin1 = (sample: DialogueSample): Given => {
  const text = Buffer.from(printDialogueSample(sample)).toString().replace('encoding="UTF-8"', 'encoding="ISO-8859-1"');
  return { wire: Buffer.from(text, "latin1") };
};
const mixed = (sample: DialogueSample): Given => {
  const [head = "", tail = ""] = Buffer.from(printDialogueSample(sample)).toString().split("<Document>");
  return { wire: Buffer.concat([Buffer.from(`${head}<Document>`, "latin1"), Buffer.from(tail, "utf8")]) };
};

type Case = readonly [message: string, given: ReadonlyArray<Given>, outcome: string, section: string];

const cases: ReadonlyArray<Case> = [
  ["note about follow-up", [print(note)], "NOTE from HEALTH", "model R14; sheet 5.5 list 8128"],
  ["note about a person not on sick leave", [print({ ...note, code: "2" })], "NOTE from HEALTH", "model R15"],
  ["answer to a request", [print(answer)], "ANSWER from HEALTH", "model R16"],
  ["answer that needs consent", [print({ ...answer, code: "4" })], "ANSWER from HEALTH", "model R16; list 9069"],
  ["answer to a call: coming", [print(meeting)], "answer COMING by CLINICIAN", "model R17; list 8126"],
  ["answer to a call: new time", [print({ ...meeting, code: "2" })], "answer NEW_TIME by CLINICIAN", "model R17"],
  ["answer to a call: cannot", [print({ ...meeting, code: "3" })], "answer NOT_COMING by CLINICIAN", "model R17"],
  ["the same in eiff/1", [print({ ...note, wrapping: "fellesformat1" })], "NOTE from HEALTH", "sheet 1.3"],
  [
    "the same as a message head alone",
    [print({ ...note, wrapping: "msghead" })],
    "NOTE from HEALTH",
    "model R14; sheet 1.3",
  ],
  ["the same in 1.1", [print({ ...answer, version: "1.1" })], "ANSWER from HEALTH", "Dialogmelding 1.1"],
  ["call to a meeting", [{ wire: { order: call } }], "MEETING_LETTER from WELFARE", "model R18; list 8125"],
  ["request", [{ wire: { order } }], "QUESTION from WELFARE", "model R19; list 8129"],
  ["reminder", [{ wire: { order: { ...order, dialogmeldingKode: 2 } } }], "REMINDER from WELFARE", "model R20"],
  [
    "message from welfare",
    [{ wire: { order: { ...letter, dialogmeldingKode: 8 } } }],
    "NOTE from WELFARE",
    "model R21",
  ],
  [
    "meeting cancelled, as a letter",
    [{ wire: { order: { ...letter, dialogmeldingKode: 4 } } }],
    "NOTE from WELFARE",
    "model R21",
  ],
  [
    "return of a statement",
    [{ wire: { order: { ...letter, dialogmeldingKode: 3 } } }],
    "RETURN from WELFARE",
    "model R22",
  ],
  [
    "plan to the doctor",
    [{ wire: { order: { ...letter, dialogmeldingType: "OPPFOLGINGSPLAN" } } }],
    "PLAN_LETTER from WELFARE",
    "model R23",
  ],
  [
    "order with a code of another list",
    [{ wire: { order: { ...letter, dialogmeldingKode: 1 } } }],
    "CONTENT X99 INVALID_KODEVERK",
    "sheet 5.5",
  ],
  [
    "order that lacks the person",
    [{ wire: { order: { ...order, personIdent: undefined } } }],
    "unreadable JSON",
    "sheet 10.2",
  ],
  ["clinical question within health", [print(clinical)], "no event", "model R24"],
  [
    "clinical question with welfare as copy receiver",
    [altered(clinical, "</Receiver>", copyReceiver)],
    "QUESTION from HEALTH",
    "model R24",
  ],
  [
    "status of a referral",
    [print({ ...clinical, kind: "REFERRAL_STATUS", code: "1", version: "1.1" })],
    "no event",
    "model R31: the referral's",
  ],
  [
    "note under the meeting's service",
    [altered(note, ownService, serviceOf("DialogmoteInnkalling", "MoteRespons"))],
    "CONTENT X99 INVALID_KODEVERK",
    "sheet 5.5",
  ],
  [
    "meeting answer under the request's service",
    [altered(meeting, ownService, serviceOf("ForesporselFraSaksbehandler", "ForesporselSvar"))],
    "CONTENT X99 INVALID_KODEVERK",
    "sheet 5.5",
  ],
  [
    "request's answer under the note's service",
    [altered(answer, ownService, serviceOf("HenvendelseFraLege", "Henvendelse"))],
    "CONTENT X99 INVALID_KODEVERK",
    "sheet 5.5",
  ],
  [
    "a service that does not exist",
    [altered(note, ownService, serviceOf("Henvendelse", "Henvendelse"))],
    "CONTENT X99 INVALID_KODEVERK",
    "sheet 1.3",
  ],
  [
    "a clinician sends welfare's code",
    [altered(note, /8128" DN/, '8127" DN')],
    "CONTENT X99 INVALID_KODEVERK",
    "sheet 5.5",
  ],
  [
    "clinical codes sent to welfare",
    [print({ ...clinical, receiver: { name: "NAV", herId: "79768" } })],
    "CONTENT X99 INVALID_KODEVERK",
    "sheet 5.5",
  ],
  [
    "an unknown value in a list that fits",
    [print({ ...note, code: "7" })],
    "NOTE from HEALTH",
    "sheet 8.1: no reason to reject",
  ],
  [
    "an answer with the question's own code",
    [altered(answer, /V="5" S="([\d.]+)9069"/, 'V="1" S="$18129"')],
    "ANSWER from HEALTH",
    "sheet 5.5; practice of senders",
  ],
  ["no text in a note", [print({ ...note, text: "" })], "CONTENT X99 MELDINGSTEKST_MANGLER", "sheet 8.5"],
  ["no text in an answer to a call", [print({ ...meeting, text: "" })], "answer COMING by CLINICIAN", "sheet 8.5"],
  [
    "text comes before codes",
    [altered({ ...note, text: "" }, ownService, serviceOf("DialogmoteInnkalling", "MoteRespons"))],
    "CONTENT X99 INVALID_KODEVERK",
    "sheet 8.5: a meeting's service needs none",
  ],
  [
    "person unknown",
    [{ ...print(note), replies: { patient: { found: false } } }],
    "CONTENT E53 PATIENT_NOT_FOUND",
    "sheet 8.5, 8.1",
  ],
  [
    "signer unknown",
    [{ ...print(note), replies: { signerIsKnown: false } }],
    "SENDER E20 BEHANDLER_NOT_FOUND",
    "sheet 8.5, 8.1",
  ],
  [
    "the first check alone",
    [{ ...print({ ...note, text: "" }), replies: { patient: { found: false }, signerIsKnown: false } }],
    "CONTENT E53 PATIENT_NOT_FOUND",
    "sheet 8.5: order",
  ],
  ["a test number in production", [{ ...print(note), production: true }], "CONTENT X99 TEST_FNR_IN_PROD", "sheet 8.5"],
  [
    "signer suspended",
    [{ ...print(note), replies: { signerIsSuspended: true } }],
    "SENDER X99 BEHANDLER_SUSPENDERT",
    "sheet 8.5, 1414",
  ],
  [
    "a nurse signs",
    [{ ...print(note), replies: { signer: signer("SP") } }],
    "SENDER X99 BEHANDLER_IKKE_LE_KI_MT_TL_FT_PS",
    "sheet 8.5, 1407",
  ],
  [
    "a psychologist signs",
    [{ ...print(note), replies: { signer: signer("PS") } }],
    "NOTE from HEALTH",
    "sheet 8.5, 1407",
  ],
  [
    "an approval of another kind",
    [{ ...print(note), replies: { signer: signer("LE", "9") } }],
    "SENDER X99 BEHANDLER_MANGLER_AUTORISASJON",
    "sheet 8.5, 1403",
  ],
  [
    "the signer is the person",
    [print({ ...note, signerNumber: patient })],
    "SENDER X99 AVSENDER_FNR_ER_SAMME_SOM_INNBYGGER_FNR",
    "sheet 8.5, 9999",
  ],
  [
    "a number of ten digits",
    [print({ ...note, person: { ...note.person, number: "1485803005" } })],
    "CONTENT E31 UGYLDIG_INNBYGGERIDENT_LENGDE",
    "sheet 8.5, 1002",
  ],
  [
    "a number whose check digits fail",
    [print({ ...note, person: { ...note.person, number: "14858030058" } })],
    "NOTE from HEALTH",
    "design 6.3",
  ],
  ["a virus", [{ ...print(note), replies: { scans: ["FOUND"] } }], "ATTACHMENT X99 VIRUSSJEKK_FEILET", "sheet 8.5"],
  ["no given name", [altered(note, "<GivenName>Testa</GivenName>", "")], "NOTE from HEALTH", "sheet 8.5"],
  [
    "a garbled number of the personnel register",
    [print({ ...note, clinician: { ...note.clinician, hprNumber: "-1234567" } })],
    "NOTE from HEALTH",
    "sheet 8.5",
  ],
  [
    "an attachment of an unknown type",
    [
      print({
        ...note,
        attachments: [{ id: "1", mimeType: "application/x-a", description: "a", bytes: Buffer.from("a") }],
      }),
    ],
    "NOTE from HEALTH",
    "sheet 8.5",
  ],
  [
    "nobody named",
    [altered(note, /<Patient>.*<\/Patient>/, "<Patient/>")],
    "CONTENT E36 PASIENT_UTILSTREKKELIG_IDENTIFISERT",
    "sheet 8.1",
  ],
  [
    "name, birth date and sex",
    [
      altered(
        note,
        /<Ident><Id>14858030057.*<\/Ident><\/Patient>/,
        '<DateOfBirth>1980-05-14</DateOfBirth><Sex V="2"/></Patient>',
      ),
    ],
    "NOTE from HEALTH",
    "sheet 8.1",
  ],
  [
    "a message id that is no UUID",
    [print({ ...note, messageId: "melding 1" })],
    "CONTENT E10 MSGID_IKKE_UUID",
    "sheet 8.1",
  ],
  [
    "a message id in capitals",
    [print({ ...note, messageId: note.messageId.toUpperCase() })],
    "NOTE from HEALTH",
    "sheet 8.1; senders' practice",
  ],
  [
    "a used message id with other content",
    [{ ...print(note), conflicts: true }],
    "CONFLICT E10 MESSAGE_ID_REUSED",
    "model 0; design 4",
  ],
  [
    "the same content under another id",
    [print(note), print({ ...note, messageId: "5b0f7f5e-6d0f-4b1e-9a50-0c8b7a1d2e12" })],
    "DUPLICATE X99 DUPLICATE_DIALOGMELDING_CONTENT",
    "sheet 8.4, padm2",
  ],
  [
    "the same content with another attachment",
    [
      print(note),
      print({
        ...note,
        messageId: "5b0f7f5e-6d0f-4b1e-9a50-0c8b7a1d2e12",
        attachments: [{ id: "1", mimeType: "text/plain", description: "a", bytes: Buffer.from("a") }],
      }),
    ],
    "NOTE from HEALTH",
    "sheet 8.4: attachments count",
  ],
  [
    "the same content after a refusal",
    [{ ...print(note), replies: { patient: { found: false } } }, print(note)],
    "NOTE from HEALTH",
    "sheet 8.4, 8.5",
  ],
  [
    "no conversation reference",
    [altered(note, /<ConversationRef>.*<\/ConversationRef>/, "")],
    "NOTE from HEALTH",
    "model 26: no error",
  ],
  [
    "its own id as parent",
    [print({ ...note, parentReference: note.messageId })],
    "NOTE from HEALTH",
    "model 26; senders' practice",
  ],
  [
    "a birth date that is no xs:date",
    [
      altered(
        note,
        "</GivenName><Ident><Id>14858030057",
        "</GivenName><DateOfBirth>1980-5-14</DateOfBirth><Ident><Id>14858030057",
      ),
    ],
    "NOTE from HEALTH",
    "sheet 0.1, 0.2",
  ],
  ["Latin-1", [latin1(note)], "NOTE from HEALTH", "sheet 0.3"],
  ["Latin-1 and UTF-8 in one", [mixed({ ...note, text: "Møte på tirsdag" })], "NOTE from HEALTH", "sheet 0.3"],
  ["cut short", [{ wire: printDialogueSample(note).subarray(0, 900) }], "unreadable NOT_WELL_FORMED T01", "sheet 8.1"],
  [
    "a document type",
    [altered(note, "<EI_fellesformat", "<!DOCTYPE a><EI_fellesformat")],
    "unreadable HOSTILE T99",
    "design 6.2",
  ],
  [
    "another edition",
    [altered(note, "dialog/2006-10-11", "dialog/2001-01-01")],
    "unreadable NO_DIALOGUE T10",
    "sheet 8.1",
  ],
];

test(`there are at least thirty acceptance cases, each with the section that demands it: ${cases.length}`, () => {
  assert.ok(cases.length >= 30);
  for (const [, , , section] of cases) assert.match(section, /\S/);
});

test.each(cases)("%s", (_, given, outcome) => {
  assert.equal(play(...given).outcome, outcome);
});

test("every refusal is told to the sender, and every message that stands is receipted", () => {
  for (const [message, given] of cases) {
    for (const event of play(...given).events) {
      if (event.type === "MessageRefused" && given.at(-1)?.wire instanceof Uint8Array) {
        assert.equal(event.value.case?.receipt?.status, "REFUSED", message);
      }
      if (event.type === "DialogueMessageSent" && event.value.fromSide === "HEALTH") {
        assert.deepEqual(event.value.case.receipt, { wanted: true, status: "OK", errors: [] }, message);
      }
    }
  }
});

test("what a clinician answers stands in the conversation of welfare's order, in either order", () => {
  const both: ReadonlyArray<Given> = [{ wire: { order } }, print(answer)];
  for (const given of [both, [...both].reverse()]) {
    const [conversation, ...others] = conversationsOf(stateOf(play(...given).events));
    assert.deepEqual([conversation?.status, conversation?.ball, others.length], ["ANSWERED", "NOBODY", 0]);
  }
});

test("receivers are named as the gateway names parties, and no reference lies in the open", () => {
  const [event] = play(print(note)).events;
  assert.ok(event?.type === "DialogueMessageSent");
  const { value } = event;
  assert.deepEqual(value.case.receiverAliases, [
    pepper("party", "HER", "79768").slice(0, 32),
    pepper("party", "ENH", "889640782").slice(0, 32),
  ]);
  const { identity: _, case: __, medical: ___, ...open } = value;
  for (const id of [note.messageId, note.conversationReference, note.parentReference, patient, doctor]) {
    assert.ok(!JSON.stringify(open).includes(id ?? ""));
  }
});
