import type { DialogueMeetingAnswered, DialogueMessageSent } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { DialogueSample, KafkaSource, ParsedDialogue } from "../src/index.ts";
import {
  attachmentBytes,
  orderAttachment,
  printDialogmeldingForKafka,
  printDialogue,
  printDialogueLetter,
  printDialogueSample,
  readDialogmeldingForKafka,
  readDialogueOrder,
  readKafkaRecord,
  withoutAttachments,
} from "../src/index.ts";
import { localDateTime } from "../src/dialogue-json/local-time.ts";
import { answer, meetingAnswer, note, parsedDialogue, read, wholeComplaints } from "./dialogue-documents.ts";
import { fullDialogues } from "./dialogue-full.ts";
import { diceOf, randomDialogue } from "./dialogue-random.ts";
import { hasStandards } from "./standards.ts";

const receivedAt = Date.UTC(2026, 2, 2, 7, 15, 33);
const ids = {
  archiveId: "5b1f0c52-7a1e-5d40-9c3a-000000000002",
  aliases: [],
  conversationAlias: null,
  parentId: null,
  parentAlias: null,
  receivedAt,
};
const conversationId = "5b1f0c52-7a1e-5d40-9c3a-000000000003";

const sent = (parsed: ParsedDialogue): DialogueMessageSent => ({
  ...ids,
  conversationId,
  messageId: "5b1f0c52-7a1e-5d40-9c3a-000000000001",
  kind: parsed.kind === "MEETING_ANSWER" || parsed.kind === "REFERRAL_STATUS" ? "NOTE" : parsed.kind,
  fromSide: parsed.from,
  theme: parsed.theme,
  aboutSickLeave: parsed.aboutSickLeave,
  warnings: parsed.warnings.length,
  identity: parsed.identity,
  case: parsed.case,
  medical: parsed.medical,
});

const answered = (
  parsed: ParsedDialogue,
): DialogueMeetingAnswered & { readonly medical: ParsedDialogue["medical"] } => ({
  ...ids,
  conversationId,
  answerId: "5b1f0c52-7a1e-5d40-9c3a-000000000001",
  meetingId: null,
  meetingRevision: null,
  by: "CLINICIAN",
  answer: parsed.meetingAnswer ?? "UNKNOWN",
  warnings: parsed.warnings.length,
  identity: parsed.identity,
  case: parsed.case,
  medical: parsed.medical,
});

const sourceOf = (parsed: ParsedDialogue): KafkaSource =>
  parsed.kind === "MEETING_ANSWER" ? answered(parsed) : sent(parsed);

const printed = (bytes: Uint8Array) => {
  const result = printDialogmeldingForKafka(sourceOf(parsedDialogue(bytes)), {
    fellesformatXML: withoutAttachments(bytes),
  });
  if (E.isLeft(result)) throw new Error("not printed");
  return result.right;
};

const withPdf: DialogueSample = {
  ...note,
  attachments: [{ id: "1", mimeType: "application/pdf", description: "epikrise", bytes: Buffer.from("%PDF-1.7 æ") }],
};

describe("DialogmeldingForKafka", () => {
  test.each([note, answer, meetingAnswer, withPdf, { ...note, code: "2" }])(
    "$kind $code is what a strict reader reads",
    (sample) => {
      const { json } = printed(printDialogueSample(sample));
      expect(E.isRight(readKafkaRecord(json)) ? [] : json).toEqual([]);
    },
  );

  test("a note, field by field", () => {
    const { json } = printed(printDialogueSample(withPdf));
    expect({ ...json, fellesformatXML: "" }).toEqual({
      msgId: note.messageId,
      msgType: "DIALOG_NOTAT",
      navLogId: note.ediLogId,
      mottattTidspunkt: "2026-03-02T08:15:33",
      conversationRef: note.conversationReference,
      parentRef: note.parentReference,
      personIdentPasient: "01857012026",
      personIdentBehandler: "14838110577",
      legekontorOrgNr: "999977773",
      legekontorHerId: "8094866",
      legekontorOrgName: "Legehuset <Tangen> & Co",
      legehpr: "9988776",
      dialogmelding: {
        id: "5b1f0c52-7a1e-5d40-9c3a-000000000001",
        innkallingMoterespons: null,
        foresporselFraSaksbehandlerForesporselSvar: null,
        henvendelseFraLegeHenvendelse: {
          temaKode: {
            kodeverkOID: "2.16.578.1.12.4.1.1.8128",
            dn: "Henvendelse om sykefraværsoppfølging",
            v: "1",
            arenaNotatKategori: "3",
            arenaNotatKode: "31",
            arenaNotatTittel: "Henvendelse fra lege",
          },
          tekstNotatInnhold: note.text,
          dokIdNotat: "notat-1",
          foresporsel: null,
          rollerRelatertNotat: null,
        },
        navnHelsepersonell: "Odd Kvist",
        signaturDato: "2026-03-02T08:15:30",
      },
      antallVedlegg: 1,
      journalpostId: "",
      fellesformatXML: "",
    });
  });

  test("the message inside has no attachments and is read as before", () => {
    const bytes = printDialogueSample(withPdf);
    const pruned = withoutAttachments(bytes);
    expect(pruned).not.toContain("Base64Container");
    expect(pruned).toMatch(/^<EI_fellesformat/);
    const [before, after] = [parsedDialogue(bytes), parsedDialogue(pruned)];
    expect(after.medical.notes).toEqual(before.medical.notes);
    expect(after.case).toEqual(before.case);
  });

  test("a garbled number of the personnel register is left out", () => {
    const { json } = printed(printDialogueSample({ ...note, clinician: { ...note.clinician, hprNumber: "-1234567" } }));
    expect(json["legehpr"]).toBeNull();
  });

  test("nobody without a national number is printed", () => {
    const parsed = read({ ...note, person: { ...note.person, numberType: "FHN" } });
    expect(E.isLeft(printDialogmeldingForKafka(sent(parsed), { fellesformatXML: "" }))).toBe(true);
  });

  test("what has no place is told, and nothing else", () => {
    expect(printed(printDialogueSample(note)).losses).toEqual([]);
    const { losses } = printed(Buffer.from(fullDialogues("1.1")[0] ?? ""));
    const paths = losses.map(({ path }) => path);
    expect(paths).toContain("medical.notes[0].remark");
    expect(paths).toContain("case.notes[0].roles[1].person.name.given");
    expect(paths).not.toContain("medical.notes[0].text");
    expect(paths).not.toContain("case.notes[0].roles[0].professional.name.given");
  });

  test("times are Oslo's clock, in winter and in summer", () => {
    expect(localDateTime(Date.UTC(2026, 0, 1, 23, 30))).toBe("2026-01-02T00:30:00");
    expect(localDateTime(Date.UTC(2026, 6, 1, 22, 30, 1, 500))).toBe("2026-07-02T00:30:01.500");
  });
});

const count = Number(process.env["SAMVIRKE_DOCUMENTS"] ?? 60);

test(`${count} random messages from clinicians are what a strict reader reads`, () => {
  const dice = diceOf(4);
  for (let n = 0; n < count; n += 1) {
    const parsed = parsedDialogue(printDialogue(randomDialogue(dice)));
    const result = printDialogmeldingForKafka(sourceOf(parsed), { fellesformatXML: "" });
    expect(E.isRight(result)).toBe(true);
    if (E.isLeft(result)) continue;
    const record = readKafkaRecord(result.right.json);
    expect(E.isLeft(record) ? record.left.paths : [], `document ${n}`).toEqual([]);
    const [text] = parsed.medical.notes;
    const { dialogmelding } = result.right.json as {
      dialogmelding: Record<string, { tekstNotatInnhold: string } | null>;
    };
    const parts = [
      dialogmelding["innkallingMoterespons"],
      dialogmelding["foresporselFraSaksbehandlerForesporselSvar"],
      dialogmelding["henvendelseFraLegeHenvendelse"],
    ];
    expect(parts.find(Boolean)?.tekstNotatInnhold ?? "").toBe(text?.text ?? "");
  }
}, 600_000);

describe("a strict reader of DialogmeldingForKafka", () => {
  const good = printed(printDialogueSample(answer)).json;
  const dialogmelding = good["dialogmelding"] as Record<string, unknown>;
  const paths = (json: unknown) => {
    const result = readKafkaRecord(json);
    return E.isLeft(result) ? result.left.paths : [];
  };
  const { msgId: _, ...withoutId } = good;

  const cases: ReadonlyArray<readonly [string, unknown, ReadonlyArray<string>]> = [
    ["as it is", good, []],
    ["with the fields that nobody reads", { ...good, pasientAktoerId: null, legekontorReshId: null }, []],
    ["a missing key", withoutId, ["msgId: never"]],
    ["an unknown key, whose name is not told", { ...good, "Ronja Testdal": 1 }, ["*: never"]],
    ["a time with a zone", { ...good, mottattTidspunkt: "2026-03-02T08:15:33Z" }, ["mottattTidspunkt: LocalDateTime"]],
    ["a number as text", { ...good, antallVedlegg: "1" }, ["antallVedlegg: Whole"]],
    [
      "no part",
      { ...good, dialogmelding: { ...dialogmelding, foresporselFraSaksbehandlerForesporselSvar: null } },
      ["dialogmelding: one part"],
    ],
    ["no record", null, [": DialogmeldingForKafka"]],
  ];
  test.each(cases)("%s", (_name, json, expected) => expect(paths(json)).toEqual(expected));

  test.each([note, answer, meetingAnswer])("$kind gives what the message itself gives", (sample) => {
    const bytes = printDialogueSample(sample);
    const result = readDialogmeldingForKafka(printed(bytes).json);
    if (E.isLeft(result)) throw new Error(result.left.paths.join());
    const { content: _content, ...fromJson } = result.right;
    const { content: __, ...fromXml } = parsedDialogue(bytes);
    expect(fromJson).toEqual(fromXml);
  });

  test.each([note, answer, meetingAnswer])(
    "$kind gives as much as it says where the message inside cannot be read",
    (sample) => {
      const bytes = printDialogueSample(sample);
      const result = readDialogmeldingForKafka({ ...printed(bytes).json, fellesformatXML: "<a/>", antallVedlegg: 2 });
      if (E.isLeft(result)) throw new Error(result.left.paths.join());
      const [json, xml] = [result.right, parsedDialogue(bytes)];
      expect([json.kind, json.theme, json.references, json.meetingAnswer]).toEqual([
        xml.kind,
        xml.theme,
        xml.references,
        xml.meetingAnswer,
      ]);
      expect(json.medical.notes[0]?.text).toBe(xml.medical.notes[0]?.text);
      expect(json.identity.number?.value).toBe("01857012026");
      expect(json.warnings).toEqual([{ code: "ATTACHMENTS_ELSEWHERE", path: "antallVedlegg" }]);
    },
  );
});

const order = {
  behandlerRef: "f0f88210-0111-41e8-8f1a-0800200c9a66",
  personIdent: "01857012026",
  dialogmeldingUuid: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e02",
  dialogmeldingRefParent: null,
  dialogmeldingRefConversation: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e00",
  dialogmeldingType: "DIALOG_FORESPORSEL",
  dialogmeldingKodeverk: "FORESPORSEL",
  dialogmeldingKode: 1,
  dialogmeldingTekst: "Hvordan er prognosen?",
  dialogmeldingVedlegg: null,
  kilde: "SYFO",
};
const pdf = Buffer.from("%PDF-1.7 plan");
const noteOrder = { ...order, dialogmeldingType: "DIALOG_NOTAT", dialogmeldingKodeverk: "HENVENDELSE" };
const planOrder = {
  ...noteOrder,
  dialogmeldingType: "OPPFOLGINGSPLAN",
  dialogmeldingKode: 1,
  dialogmeldingTekst: null,
  dialogmeldingVedlegg: pdf.toString("base64"),
};

const ordered = (json: unknown): ParsedDialogue => {
  const result = readDialogueOrder(json);
  if (E.isLeft(result)) throw new Error(result.left.paths.join());
  return result.right;
};

// Every code that welfare may send: order, kind, service and action on the wire, message type.
const letters: ReadonlyArray<readonly [string, object, string, string]> = [
  ...[1, 2, 3, 4].map(
    (code) =>
      [
        `8125/${code}`,
        { ...order, dialogmeldingKodeverk: "DIALOGMOTE", dialogmeldingKode: code },
        "MEETING_LETTER",
        'ebService="DialogmoteInnkalling" ebAction="MoteInnkalling"',
      ] as const,
  ),
  ["8129/1", order, "QUESTION", 'ebService="ForesporselFraSaksbehandler" ebAction="Foresporsel"'],
  [
    "8129/2",
    { ...order, dialogmeldingKode: 2, dialogmeldingRefParent: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e05" },
    "REMINDER",
    'ebService="ForesporselFraSaksbehandler" ebAction="Foresporsel"',
  ],
  ...[2, 4, 5, 6, 8, 9].map(
    (code) =>
      [
        `8127/${code}`,
        { ...noteOrder, dialogmeldingKode: code },
        "NOTE",
        'ebService="HenvendelseFraSaksbehandler" ebAction="Henvendelse"',
      ] as const,
  ),
  [
    "8127/3",
    { ...noteOrder, dialogmeldingKode: 3 },
    "RETURN",
    'ebService="HenvendelseFraSaksbehandler" ebAction="Henvendelse"',
  ],
  ["8127/1", planOrder, "PLAN_LETTER", 'ebService="Oppfolgingsplan" ebAction="Plan"'],
];

const receiver = {
  comMethod: null,
  organisations: [
    {
      name: "Legehuset Tangen",
      type: null,
      identifiers: [
        {
          value: "8094866",
          type: { system: "2.16.578.1.12.4.1.1.9051", code: "HER", text: "HER-id", originalText: null },
        },
      ],
      address: null,
      contactPoints: [],
      healthcareProfessional: null,
    },
  ],
};

const letterOf = (json: object, more: object = {}): Uint8Array => {
  const enclosed = orderAttachment(json);
  const enclosures = enclosed ? [{ mimeType: "application/pdf", content: enclosed }] : [];
  const result = printDialogueLetter(sent(ordered(json)), {
    receiver,
    generatedAt: receivedAt,
    partnerReference: "14859",
    enclosures,
    ...more,
  });
  if (E.isLeft(result)) throw new Error("no letter");
  return result.right;
};

describe("welfare's order to write to a clinician", () => {
  test.each(letters)("%s", (theme, json, kind) => {
    const parsed = ordered(json);
    expect([parsed.kind, parsed.from, parsed.toWelfare, parsed.refusals]).toEqual([kind, "WELFARE", false, []]);
    expect(`${parsed.theme?.system.slice(-4)}/${parsed.theme?.code}`).toBe(theme);
    expect(parsed.identity.number).toMatchObject({ value: "01857012026", type: { code: "FNR" } });
    expect(parsed.case.clinicianReference).toBe(order.behandlerRef);
    expect(parsed.references.message).toBe(order.dialogmeldingUuid);
  });

  const odd: ReadonlyArray<readonly [string, object]> = [
    ["a plan as a note", { ...noteOrder, dialogmeldingKode: 1 }],
    ["a question with a code of another list", { ...order, dialogmeldingKode: 7 }],
    ["a note from the list of questions", { ...noteOrder, dialogmeldingKodeverk: "FORESPORSEL" }],
    ["a question from the list of notes", { ...order, dialogmeldingKodeverk: "HENVENDELSE", dialogmeldingKode: 8 }],
    ["a code that the list lacks", { ...noteOrder, dialogmeldingKode: 7 }],
  ];
  test.each(odd)("%s is refused", (_, json) => {
    expect(ordered(json).refusals.map(({ rule }) => rule)).toEqual(["INVALID_KODEVERK"]);
  });

  test("is no order without what it must have, and names the place", () => {
    const { personIdent: _, ...nobody } = order;
    const result = readDialogueOrder(nobody);
    expect(E.isLeft(result) && result.left.paths).toEqual(["personIdent: string"]);
    expect(E.isLeft(readDialogueOrder({ ...order, dialogmeldingType: "BREV" }))).toBe(true);
    expect(E.isLeft(readDialogueOrder({ ...order, dialogmeldingKode: "1" }))).toBe(true);
    expect(E.isLeft(readDialogueOrder([]))).toBe(true);
  });

  test("may leave out what may be null, and says so of what is new", () => {
    const { kilde: _, dialogmeldingVedlegg: __, dialogmeldingRefParent: ___, ...short } = order;
    expect(ordered(short).warnings).toEqual([]);
    expect(ordered({ ...order, nytt: 1 }).warnings).toEqual([{ code: "UNKNOWN_ELEMENT", path: "*" }]);
    expect(ordered({ ...planOrder, dialogmeldingVedlegg: null }).warnings).toEqual([
      { code: "MISSING_ELEMENT", path: "dialogmeldingVedlegg" },
    ]);
  });

  test("describes its document and gives its bytes", () => {
    const [attachment] = ordered(planOrder).medical.attachments;
    expect(attachment).toMatchObject({ kind: "ATTACHMENT", isItsType: true, contentBytes: pdf.length });
    expect(orderAttachment(planOrder)).toEqual(pdf);
    expect(orderAttachment(order)).toBeUndefined();
  });
});

describe("a letter to a clinician", () => {
  test.skipIf(!hasStandards).each(letters)("%s is valid in both editions and wrappings", (_, json) => {
    for (const version of ["1.0", "1.1"]) {
      expect(wholeComplaints("fellesformat2", letterOf(json, { version }))).toEqual([]);
      expect(wholeComplaints("msghead", letterOf(json, { version, wrapping: "msghead" }))).toEqual([]);
    }
  });

  test.each(letters)("%s goes by its service and says what the order says", (_, json, kind, service) => {
    const bytes = letterOf(json);
    const [parsed, asked] = [parsedDialogue(bytes), ordered(json)];
    expect(Buffer.from(bytes).toString()).toContain(service);
    expect([parsed.kind, parsed.from, parsed.toWelfare, parsed.theme, parsed.refusals]).toEqual([
      kind,
      "WELFARE",
      false,
      asked.theme,
      [],
    ]);
    expect(parsed.references.message).toBe(order.dialogmeldingUuid);
    expect(parsed.references.conversation).toBe(order.dialogmeldingRefConversation);
    expect(parsed.identity.number?.value).toBe("01857012026");
    expect(parsed.warnings).toEqual([]);
  });

  test("a plan has its document enclosed and a text that points to it", () => {
    const bytes = letterOf(planOrder);
    expect(attachmentBytes(bytes, 1)).toEqual(pdf);
    expect(parsedDialogue(bytes).medical.notes[0]?.text).toBe("Se vedlegget.");
  });

  test("a clinician's message is no letter", () => {
    const result = printDialogueLetter(sent(read(note)), { receiver, generatedAt: receivedAt });
    expect(E.isLeft(result)).toBe(true);
  });
});
