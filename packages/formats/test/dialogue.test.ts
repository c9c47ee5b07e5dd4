import { existsSync, readFileSync, readdirSync } from "node:fs";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { DialogueSample } from "../src/index.ts";
import { attachmentBytes, parseDialogue, plainReference, printDialogueSample, readEnvelope } from "../src/index.ts";
import {
  altered,
  answer,
  clinical,
  meetingAnswer,
  note,
  parsedDialogue,
  read,
  status,
  wholeComplaints,
} from "./dialogue-documents.ts";
import { hasStandards, standards } from "./standards.ts";

const folder = `${standards}samples/dialogmelding-xml/`;
const files = existsSync(folder) ? readdirSync(folder) : [];
const codes = (document: Uint8Array | string): ReadonlyArray<string> =>
  parsedDialogue(document).warnings.map(({ code }) => code);

// What the index of the samples says of each, and what its text leads to.
const expected: Readonly<Record<string, object>> = {
  "Dialogmelding_foresporsel_PLO_v1-0.xml": { kind: "QUESTION", toWelfare: false, theme: null, warnings: [] },
  "Testcase-Dialogmeldingen.zip-Case1.xml": { kind: "QUESTION", toWelfare: false, theme: null, warnings: [] },
  "dialogmelding_dialog_notat.xml": {
    kind: "NOTE",
    toWelfare: true,
    theme: "1",
    warnings: ["DATE_NOT_ISO", "PARENT_IS_ITSELF"],
  },
  "dialogmelding_dialog_svar_innkalling_dialogmote.xml": {
    kind: "MEETING_ANSWER",
    toWelfare: true,
    theme: "1",
    warnings: ["DATE_NOT_ISO"],
  },
};

describe.skipIf(!hasStandards)("the sample messages of the field", () => {
  test("are the four that the table names", () => expect([...files].sort()).toEqual(Object.keys(expected).sort()));

  test.each(files)("%s is read whole, and nothing in it is refused", (file) => {
    const { kind, toWelfare, theme, warnings, refusals, medical } = parsedDialogue(readFileSync(folder + file));
    expect({ kind, toWelfare, theme: theme?.code ?? null, warnings: warnings.map(({ code }) => code) }).toEqual(
      expected[file],
    );
    expect(refusals).toEqual([]);
    const [said] = [...medical.notes, ...medical.questions];
    expect(said?.text).toMatch(/\w/);
    expect(JSON.stringify(medical)).not.toMatch(/Ã|\uFFFD/);
  });

  test.each(files)("%s shows its door the same person and kind", (file) => {
    const { person, kind } = readEnvelope(readFileSync(folder + file));
    expect(kind).toBe("dialogue");
    expect(person?.value).toBe(parsedDialogue(readFileSync(folder + file)).identity.number?.value);
  });
});

const wrappings = ["fellesformat1", "fellesformat2", "msghead"] as const;
const versions = ["1.0", "1.1"] as const;
const kinds = [note, answer, meetingAnswer, clinical, status];

describe("printed samples", () => {
  const all = kinds.flatMap((sample) =>
    versions.flatMap((version) => wrappings.map((wrapping): DialogueSample => ({ ...sample, version, wrapping }))),
  );
  test.skipIf(!hasStandards).each(all)("$kind $version in $wrapping is valid with its envelope", (sample) => {
    expect(wholeComplaints(sample.wrapping, printDialogueSample(sample))).toEqual([]);
  });

  test.each(all)("$kind $version in $wrapping is read back", (sample) => {
    const { kind, case: shared, medical, references, identity } = read(sample);
    const shapes = { CLINICAL_QUESTION: "QUESTION", CLINICAL_ANSWER: "ANSWER" } as Record<string, string>;
    expect(kind).toBe(shapes[sample.kind] ?? sample.kind);
    expect(shared.version).toBe(sample.version);
    expect([...medical.notes, ...medical.questions][0]?.text).toBe(note.text);
    expect(references).toEqual({
      message: note.messageId,
      parent: note.parentReference,
      conversation: note.conversationReference,
    });
    expect(identity.number?.value).toBe("01857012026");
  });

  test.skipIf(!hasStandards)("the schemas do complain about a broken one", () => {
    const broken = altered(note, /<TemaKodet[^>]*>/, "");
    expect(wholeComplaints("fellesformat2", Buffer.from(broken)).length).toBeGreaterThan(0);
  });
});

describe("what a message is", () => {
  const cases: ReadonlyArray<readonly [string, Partial<DialogueSample>, object]> = [
    ["8128/1", { code: "1" }, { kind: "NOTE", aboutSickLeave: true, meetingAnswer: null }],
    ["8128/2", { code: "2" }, { kind: "NOTE", aboutSickLeave: false, meetingAnswer: null }],
    ["8126/1", { ...meetingAnswer, code: "1" }, { kind: "MEETING_ANSWER", meetingAnswer: "COMING" }],
    ["8126/2", { ...meetingAnswer, code: "2" }, { kind: "MEETING_ANSWER", meetingAnswer: "NEW_TIME" }],
    ["8126/3", { ...meetingAnswer, code: "3" }, { kind: "MEETING_ANSWER", meetingAnswer: "NOT_COMING" }],
    ["9069/4", { ...answer, code: "4" }, { kind: "ANSWER", aboutSickLeave: null }],
    ["9148/1", { ...status, code: "1" }, { kind: "REFERRAL_STATUS", status: { outcome: "CALLED_IN" } }],
    ["9148/2", { ...status, code: "2" }, { kind: "REFERRAL_STATUS", status: { outcome: "RIGHT_GRANTED" } }],
    ["9148/3", { ...status, code: "3" }, { kind: "REFERRAL_STATUS", status: { outcome: "FORWARDED" } }],
    ["9148/4", { ...status, code: "4" }, { kind: "REFERRAL_STATUS", status: { outcome: "DECLINED" } }],
    ["9148/9", { ...status, code: "9" }, { kind: "REFERRAL_STATUS", status: { outcome: "UNKNOWN" }, theme: null }],
  ];
  test.each(cases)("%s", (_, more, told) => expect(read({ ...note, ...more })).toMatchObject(told));

  test("a code that every object has of itself is not in any list", () => {
    const parsed = read({ ...note, code: "constructor" });
    expect([parsed.theme, parsed.warnings.map(({ code }) => code)]).toEqual([null, ["UNKNOWN_CODE"]]);
  });

  test("an answer names the code that it answers with", () => {
    expect(read(answer).case.answerCode?.code).toBe("5");
    expect(read(note).case.answerCode).toBeNull();
  });
});

describe("who may send which code with which service", () => {
  const service = (name: string, action: string) => `ebService="${name}" ebAction="${action}"`;
  const sentAs = (sample: DialogueSample, name: string, action: string) =>
    parsedDialogue(altered(sample, /ebService="\w+" ebAction="\w+"/, service(name, action)));
  const refused: ReadonlyArray<readonly [DialogueSample, string, string]> = [
    [note, "DialogmoteInnkalling", "MoteRespons"],
    [note, "ForesporselFraSaksbehandler", "ForesporselSvar"],
    [answer, "HenvendelseFraLege", "Henvendelse"],
    [answer, "DialogmoteInnkalling", "MoteRespons"],
    [meetingAnswer, "HenvendelseFraLege", "Henvendelse"],
    [meetingAnswer, "ForesporselFraSaksbehandler", "ForesporselSvar"],
    [meetingAnswer, "DialogmoteInnkalling", "MoteInnkalling"],
    [note, "HenvendelseFraLege", "Registrering"],
    [note, "Sykmelding", "Registrering"],
  ];
  test.each(refused)("$kind $code under %s/%s is refused", (sample, name, action) => {
    expect(sentAs(sample, name, action).refusals.map(({ rule }) => rule)).toEqual(["INVALID_KODEVERK"]);
  });

  test.each([note, answer, meetingAnswer])("$kind under its own is not", (sample) => {
    expect(read(sample).refusals).toEqual([]);
    expect(read({ ...sample, wrapping: "msghead" }).refusals).toEqual([]);
  });

  test("a value that is new in its list is kept and told", () => {
    const parsed = read({ ...note, code: "7" });
    expect(parsed.refusals).toEqual([]);
    expect(parsed.warnings).toEqual([{ code: "UNKNOWN_CODE", path: "Dialogmelding/Notat/TemaKodet" }]);
    expect(parsed.case.notes[0]?.theme?.code).toBe("7");
  });

  test("the number of a list instead of its OID is understood", () => {
    const parsed = parsedDialogue(altered(note, 'S="2.16.578.1.12.4.1.1.8128"', 'S="8128"'));
    expect([parsed.kind, parsed.refusals]).toEqual(["NOTE", []]);
    expect(parsed.warnings).toEqual([{ code: "CODE_SYSTEM_SHORT", path: "Dialogmelding/Notat/TemaKodet" }]);
  });

  test("a question's code on a note under the answer's service is an answer", () => {
    const parsed = parsedDialogue(altered(answer, /<TemaKodet V="5" S="([\d.]+)9069"/, '<TemaKodet V="1" S="$18129"'));
    expect([parsed.kind, parsed.refusals]).toEqual(["ANSWER", []]);
    expect(parsed.warnings.map(({ code }) => code)).toEqual(["QUESTION_CODE_ON_ANSWER"]);
  });

  test("within health any code goes, towards welfare it does not", () => {
    expect(read(clinical).refusals).toEqual([]);
    const { receiver: _, ...toWelfare } = clinical;
    expect(read(toWelfare).refusals.map(({ rule }) => rule)).toEqual(["INVALID_KODEVERK"]);
  });

  test("no text in a note or an answer is refused first, in an answer to a call it is not", () => {
    const { text: _, ...silent } = note;
    expect(read(silent).refusals.map(({ rule }) => rule)).toEqual(["MELDINGSTEKST_MANGLER"]);
    expect(read({ ...answer, text: "  " }).refusals.map(({ rule }) => rule)).toEqual(["MELDINGSTEKST_MANGLER"]);
    const { text: __, ...coming } = meetingAnswer;
    expect(read(coming).refusals).toEqual([]);
  });
});

describe("references that senders garble", () => {
  test.each([
    ["{6B0E3F7A-2B1F-4C58-9D83-0D6A5A3C1E01}", "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e01"],
    ["  urn:uuid:6B0E3F7A-2b1f-4c58-9d83-0d6a5a3c1e01\n", "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e01"],
    ["Sak 12", "sak 12"],
    [" { } ", null],
    ["", null],
  ])("%j is %j", (text, plain) => expect(plainReference(text)).toBe(plain));

  const conversations: ReadonlyArray<readonly [string, string, object, ReadonlyArray<string>]> = [
    [
      "no parent",
      "<RefToConversation>a</RefToConversation>",
      { parent: null, conversation: "a" },
      ["REFERENCE_MISSING", "REFERENCE_NOT_UUID"],
    ],
    [
      "no conversation",
      `<RefToParent>${note.parentReference}</RefToParent>`,
      { parent: note.parentReference, conversation: null },
      ["REFERENCE_MISSING"],
    ],
    [
      "itself as parent",
      `<RefToParent>{${note.messageId.toUpperCase()}}</RefToParent>`,
      { parent: null, conversation: null },
      ["REFERENCE_MISSING", "PARENT_IS_ITSELF"],
    ],
    [
      "empty elements",
      "<RefToParent/><RefToConversation> </RefToConversation>",
      { parent: null, conversation: null },
      ["REFERENCE_MISSING", "REFERENCE_MISSING"],
    ],
  ];
  test.each(conversations)("%s", (_, inner, references, warnings) => {
    const document = altered(
      note,
      /<ConversationRef>.*<\/ConversationRef>/,
      `<ConversationRef>${inner}</ConversationRef>`,
    );
    expect(parsedDialogue(document).references).toMatchObject(references);
    expect(codes(document)).toEqual(warnings);
  });
});

describe("texts and attachments", () => {
  test("mark-up is read as text in order", () => {
    const html =
      '<TekstNotatInnhold><p xmlns="http://www.w3.org/1999/xhtml">Først <b>fet</b> tekst</p>så mer</TekstNotatInnhold>';
    const document = altered(note, /<TekstNotatInnhold>.*<\/TekstNotatInnhold>/, html);
    expect(parsedDialogue(document).medical.notes[0]?.text).toBe("Først fet tekst\nså mer");
    expect(codes(document)).toEqual(["TEXT_WITH_MARKUP"]);
  });

  const pdf = Buffer.from("%PDF-1.7 prøve");
  const withPdf: DialogueSample = {
    ...note,
    attachments: [
      { id: "v1", mimeType: "application/pdf", description: "epikrise.pdf", bytes: pdf },
      { id: "v2", mimeType: "application/pdf", description: "ikke.pdf", bytes: Buffer.from("hei") },
      { id: "v3", mimeType: "application/x-annet", description: "annet", bytes: Buffer.from("hei") },
    ],
  };

  test("attachments are described, judged by their first bytes and fetched by their place", () => {
    const { medical, warnings } = read(withPdf);
    expect(medical.attachments.map(({ kind, isItsType, contentBytes }) => [kind, isItsType, contentBytes])).toEqual([
      ["ATTACHMENT", true, pdf.length],
      ["ATTACHMENT", false, 3],
      ["ATTACHMENT", null, 3],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(["ATTACHMENT_NOT_ITS_TYPE"]);
    const [first] = medical.attachments;
    expect(attachmentBytes(printDialogueSample(withPdf), first?.index ?? -1)).toEqual(pdf);
  });

  test("an attachment by type of document alone is one, too", () => {
    const document = altered(withPdf, /<DocumentConnection V="V" DN="Vedlegg"\/>/g, "");
    expect(parsedDialogue(document).medical.attachments.map(({ kind }) => kind)).toEqual([
      "ATTACHMENT",
      "ATTACHMENT",
      "ATTACHMENT",
    ]);
  });

  test("the content is the same under another id and another envelope, and not with another attachment or person", () => {
    const same = { ...withPdf, messageId: "9b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e01", wrapping: "msghead" } as const;
    expect(read(same).content).toBe(read(withPdf).content);
    expect(read(note).content).not.toBe(read(withPdf).content);
    const other = { ...withPdf, person: { ...note.person, number: "01857012027" } };
    expect(read(other).content).not.toBe(read(withPdf).content);
  });
});

describe("what cannot be read", () => {
  const reason = (document: string) => {
    const result = parseDialogue(Buffer.from(document));
    return E.isLeft(result) ? [result.left.class, result.left.code] : [];
  };
  const good = Buffer.from(printDialogueSample(note)).toString();
  const payload = /<Dialogmelding[\s\S]*<\/Dialogmelding>/.exec(good)?.[0] ?? "";

  test("is told by class and receipt code", () => {
    expect(reason(good)).toEqual([]);
    expect(reason(good.slice(0, 900))).toEqual(["NOT_WELL_FORMED", "T01"]);
    expect(reason(`<!DOCTYPE a>${good}`)).toEqual(["HOSTILE", "T99"]);
    expect(reason(good.replace(payload, "<hei/>"))).toEqual(["NO_DIALOGUE", "T10"]);
    expect(reason(good.replace("dialog/2006-10-11", "dialog/2001-01-01"))).toEqual(["NO_DIALOGUE", "T10"]);
    expect(reason(good.replace(payload, payload + payload))).toEqual(["SEVERAL_DIALOGUES", "T02"]);
  });

  test("keeps the head that an answer is written to", () => {
    const result = parseDialogue(Buffer.from(good.slice(0, good.indexOf("<Dialogmelding"))));
    expect(E.isLeft(result) && result.left.envelope?.messageId).toBe(note.messageId);
  });
});
