import type { DialogueMessageSent, MessageDocument, SickLeaveCertified } from "@samvirke/contracts";
import type {
  DialogueSample,
  FollowUpSampleKind,
  HubBody,
  HubReferral,
  ReferralSample,
  StatementSample,
} from "@samvirke/formats";
import {
  printAppRec10,
  printDialogmeldingForKafka,
  printDialogueSample,
  printFollowUpSample,
  printHubReferral,
  printPlanForm,
  printReceivedSykmelding,
  printReferralSample,
  printStatement,
  printSykmeldingRecord,
  readEnvelope,
} from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Event } from "../core/model.ts";
import { day, decideAll, doctor, patient, print, sample } from "./intake.cases.ts";
import type { Sent } from "./intake.cases.ts";

const utf8 = (text: string): Uint8Array => Buffer.from(text);
export const json = (value: unknown): Uint8Array => utf8(JSON.stringify(value));
/** A record with its key beside it. */
export const keyed = (key: string, value: unknown): Uint8Array => json({ key, value });

/** A message as the door hands it on: the document by its own reading. */
export const at = (bytes: Uint8Array, change: Sent["message"] = {}, media?: string): Sent => {
  const { document } = readEnvelope(bytes, media === undefined ? {} : { media });
  return { bytes, message: { document, ...change } };
};

const right = <A>(read: E.Either<unknown, A>): A => {
  if (E.isLeft(read)) throw new Error("a sample is not printed");
  return read.right;
};

type OfType<T extends Event["type"]> = Extract<Event, { readonly type: T }>;

/** The first event of a type. */
export const first = <T extends Event["type"]>(events: ReadonlyArray<Event>, type: T): OfType<T>["value"] => {
  const found = events.find((event) => event.type === type);
  if (found === undefined) throw new Error(`no ${type} among ${events.map((event) => event.type).join(" ")}`);
  return found.value as OfType<T>["value"];
};

/** The certificate as decided from its XML, which the printers of welfare's formats take. */
export const certificate = async (): Promise<SickLeaveCertified> =>
  first(await decideAll([{ bytes: print() }]), "SickLeaveCertified");

/** Welfare's own id of a certificate that it did not get from the hub. */
export const welfareId = "9e2f0c52-7a1e-4d40-9c3a-0d6f1e2a7b12";

const underWelfareId = (certificate: object): Uint8Array => {
  const whole = certificate as { readonly sykmelding: object };
  return json({ ...whole, sykmelding: { ...whole.sykmelding, id: welfareId } });
};

/** The certificate in welfare's registers, under welfare's id. */
export const record = async (): Promise<Uint8Array> => underWelfareId(printSykmeldingRecord(await certificate()).json);
export const received = async (): Promise<Uint8Array> =>
  underWelfareId(printReceivedSykmelding(await certificate(), "<a/>"));
export const certificateId = async (): Promise<string> => (await certificate()).sickLeaveId;

/** What became of a certificate, as a status. */
export const status = (id: string, statusEvent: string): Uint8Array =>
  json({
    kafkaMetadata: { sykmeldingId: id, timestamp: "2026-03-04T08:00:00Z", fnr: patient, source: "user" },
    event: {
      sykmeldingId: id,
      timestamp: "2026-03-04T08:00:00Z",
      statusEvent,
      arbeidsgiver:
        statusEvent === "SENDT"
          ? { orgnummer: "999990009", juridiskOrgnummer: "999990010", orgNavn: "Verkstedet" }
          : null,
      sporsmals: [],
    },
  });

export const validation = (id: string, word: string): Uint8Array =>
  keyed(id, {
    status: word,
    ruleHits: [{ ruleName: "EN_REGEL", messageForSender: "Nei.", messageForUser: "Nei.", ruleStatus: word }],
    timestamp: "2026-03-05T08:00:00Z",
  });

export const submission = (submitId: string): Uint8Array =>
  json({
    submitId,
    meta: {
      source: "syk-inn (HelseID)",
      pasientIdent: patient,
      sykmelderHpr: "7654321",
      legekontorOrgnr: "999990001",
      legekontorTlf: "00000000",
    },
    values: {
      pasientenSkalSkjermes: false,
      hoveddiagnose: { system: "ICPC2", code: "L84" },
      bidiagnoser: [],
      aktivitet: [{ type: "GRADERT", fom: "2026-03-02", tom: "2026-03-15", grad: 60, reisetilskudd: false }],
      svangerskapsrelatert: false,
      meldinger: { tilNav: null, tilArbeidsgiver: null },
      yrkesskade: null,
      arbeidsgiver: null,
      tilbakedatering: null,
      utdypendeSporsmal: null,
      annenFravarsgrunn: null,
    },
  });

export const note: DialogueSample = {
  kind: "NOTE",
  code: "1",
  text: "Personen ønsker et møte.",
  wrapping: "fellesformat2",
  messageId: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e01",
  generatedAt: "2026-03-02T08:15:30+01:00",
  receivedAt: "2026-03-02T07:15:33Z",
  ediLogId: "log-2",
  datedOn: day("2026-03-02"),
  documentId: "notat-1",
  person: sample.person,
  clinician: { ...sample.clinician, herId: "8140022" },
  unit: sample.unit,
};
export const dialogue = (change: Partial<DialogueSample> = {}): Uint8Array =>
  printDialogueSample({ ...note, ...change } as DialogueSample);

export const dialogueRecord = (event: DialogueMessageSent): Uint8Array =>
  json(right(printDialogmeldingForKafka(event, { fellesformatXML: "" })).json);

export const orderId = "0f4c9b52-71a3-4d6f-9c1b-2a6f0e7d5a01";

/** Welfare's reference to the doctor of the local practice, by the data file of the registers. */
export const knownReference = "0a9a4d7e-52c6-4f1b-9d3e-8140021a0001";

/** Welfare's question to the clinician. */
export const order = (change: object = {}): Uint8Array =>
  json({
    behandlerRef: knownReference,
    personIdent: patient,
    dialogmeldingUuid: orderId,
    dialogmeldingRefParent: null,
    dialogmeldingRefConversation: "0f4c9b52-71a3-4d6f-9c1b-2a6f0e7d5a00",
    dialogmeldingType: "DIALOG_FORESPORSEL",
    dialogmeldingKodeverk: "FORESPORSEL",
    dialogmeldingKode: 1,
    dialogmeldingTekst: "Hvordan går det?",
    dialogmeldingVedlegg: null,
    kilde: null,
    ...change,
  });

/** A receipt for a message that the hub sent under an id. */
export const receiptFor = async (messageId: string, status: "OK" | "REFUSED" = "OK"): Promise<Uint8Array> => {
  const { envelope } = (await certificate()).case;
  const errors = status === "OK" ? [] : [{ system: "2.16.578.1.12.4.1.1.8221", code: "E21", text: "Finnes ikke." }];
  const content = { status, errors, genDate: Date.parse("2026-03-02T10:00:00Z"), id: "kvittering-1" };
  return right(printAppRec10({ ...envelope, messageId }, content));
};

export const referral: ReferralSample = {
  version: "2.0",
  lifecycle: "N",
  messageId: "3c0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e01",
  generatedAt: "2026-03-02T09:00:00+01:00",
  referralId: "3c0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e99",
  sender: { name: "Fjellsiden legekontor", herId: "8140021" },
  receiver: { name: "Sykehuset", herId: "8140050" },
  person: { number: patient, name: { given: "Testa", family: "Prøvesen" } },
  reason: "Vurdering av arbeidsevne.",
};
export const referralXml = (change: Partial<ReferralSample> = {}): Uint8Array =>
  right(printReferralSample({ ...referral, ...change }));

const house = (name: string, value: string) => ({
  name,
  identifiers: [{ type: "HER", value }],
  department: null,
  professional: null,
});

/** A message of the hub's own contract, from welfare to a hospital. */
export const hub = (messageId: string, body: HubBody, change: Partial<HubReferral> = {}): Uint8Array =>
  printHubReferral({
    messageId,
    madeAt: Date.parse("2026-03-02T09:00:00Z"),
    parent: null,
    conversation: null,
    sender: house("NAV", "79768"),
    receiver: house("Sykehuset", "8140050"),
    person: { numbers: [{ type: "FNR", value: patient }], given: "Testa", family: "Prøvesen", bornOn: null, sex: null },
    body,
    ...change,
  });

export const asked: HubBody = {
  kind: "REFERRAL",
  referral: referral.referralId,
  lifecycle: "NEW",
  programme: "REHABILITATION",
  urgency: "NORMAL",
  wantedOn: null,
  copies: [],
  consent: { status: "GIVEN", on: day("2026-03-01"), givenBy: null },
  legalBasis: null,
  work: {
    goal: "Tilbake i halv stilling",
    tried: null,
    asked: null,
    ordinaryWorkWished: true,
    functionAtWork: null,
    remainingCapacity: null,
  },
  medical: null,
};

export const statement = (change: Partial<StatementSample> = {}): Uint8Array =>
  printStatement({
    wrapping: "fellesformat",
    messageId: "1c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d22",
    generatedAt: "2026-03-02T08:15:30+01:00",
    receivedAt: "2026-03-02T07:15:33Z",
    ediLogId: "log-3",
    person: sample.person,
    clinician: sample.clinician,
    unit: sample.unit,
    occasions: ["1"],
    severalEmployments: "2",
    welfareOffice: "NAV",
    diagnosisSystem: "5",
    diagnoses: [{ code: "L84", text: "Ryggsyndrom" }],
    status: "Bedre",
    history: "Fall",
    measures: [],
    measuresDetails: "",
    noMeasures: "ikke nå",
    situations: [],
    outlook: { better: true },
    contacts: [],
    ...change,
  });

export const planForm = (toClinician = true): Uint8Array =>
  printPlanForm({
    employerNumber: "999990009",
    employerName: "Verkstedet AS",
    personNumber: patient,
    measures: [],
    changedOn: day("2026-03-20"),
    toWelfare: true,
    toClinician,
  });

export const planRequest = (change: object = {}): Uint8Array =>
  json({
    employeeIdentificationNumber: patient,
    typicalWorkday: "verksted",
    tasksThatCanStillBeDone: "bestilling",
    tasksThatCanNotBeDone: "løft",
    previousFacilitation: "ingen",
    plannedFacilitation: "hev- og senkbord",
    followUp: "hver uke",
    evaluationDate: "2026-04-01",
    sendPlanToNav: true,
    sendPlanToGeneralPractitioner: false,
    needsHelpFromNav: false,
    contactPersonFullName: "Kari Kontakt",
    contactPersonPhoneNumber: "00000000",
    contactPersonEmail: "kari@example.invalid",
    employeeHasContributedToPlan: true,
    lpsName: "Plansystem",
    ...change,
  });

export const planNotice = (uuid: string): Uint8Array =>
  json({
    uuid,
    fodselsnummer: patient,
    virksomhetsnummer: "999990009",
    behovForBistandFraNav: false,
    opprettet: day("2026-03-20"),
  });

const documents: Partial<Record<FollowUpSampleKind, MessageDocument>> = {
  MEETING_CALLED: "MEETING_STATUS",
  MEETING_MOVED: "MEETING_STATUS",
  MEETING_HELD: "MEETING_STATUS",
  MEETING_CANCELLED: "MEETING_STATUS",
  MEETING_CLOSED: "MEETING_STATUS",
  PERSON_DEATH: "PERSON_EVENT",
  PERSON_PROTECTION: "PERSON_EVENT",
};

/** One of welfare's records of follow-up, as its topic holds it. */
export const followUp = (kind: FollowUpSampleKind, id = "9e2f0c52-7a1e-4d40-9c3a-0d6f1e2a7b11"): Sent => {
  const printed = printFollowUpSample(kind, {
    id,
    otherId: "9e2f0c52-7a1e-4d40-9c3a-0d6f1e2a7b12",
    personNumber: patient,
    otherNumber: doctor,
    employer: "999990009",
    office: "0099",
    caseWorker: "Z999999",
    at: Date.parse("2026-03-03T09:30:00Z"),
    meetingAt: Date.parse("2026-09-01T08:00:00Z"),
    from: day("2026-03-02"),
    to: day("2026-03-15"),
    text: "Prøvetekst",
  });
  const told: MessageDocument = documents[kind] ?? (kind as MessageDocument);
  return { bytes: printed.bytes, message: { document: told, case: placeOf(printed.key) } };
};

/** What a welfare door says of whoever sent a record. */
export const placeOf = (recordKey: string | null) => ({
  sender: "nav",
  senderAliases: ["n1"],
  senderOrganisations: [],
  contentType: "application/json",
  recordTopic: null,
  recordKey,
  wireMsgId: null,
  envelope: null,
});

const welfareDoor = { door: "WELFARE", stationReceivedAt: null, case: placeOf(null) } as const;

/** A message as welfare's door hands it on. */
export const nav = (bytes: Uint8Array, change: Sent["message"] = {}): Sent => at(bytes, { ...welfareDoor, ...change });
