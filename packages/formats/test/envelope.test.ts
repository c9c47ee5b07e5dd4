import { describe, expect, test } from "vitest";
import { readEnvelope } from "../src/index.ts";
import { bytes, certificateOf, full, msgHeadOf, parsed } from "./documents.ts";

const person = { value: "01857012026", type: "FNR" };

const slice = (document: Uint8Array): string => {
  const { start, end } = readEnvelope(document).message;
  return Buffer.from(document.subarray(start, end)).toString();
};

describe("a door reads of a message", () => {
  test("who and what it is about, who sends it and when it came", () => {
    expect(readEnvelope(bytes(full))).toMatchObject({
      format: "FELLESFORMAT_1",
      kind: "sick-leave",
      person,
      messageType: "SYKMELD",
      wireMsgId: "5b0b7f9a-9d7e-4f59-8d6c-0a3d1f6a2b11",
      generatedAtText: "2026-03-02T08:15:30+01:00",
      sender: { name: "Legehuset Tangen", identifiers: [{ value: "8094866" }, { value: "999977773" }] },
      receivedAt: Date.UTC(2026, 2, 2, 8, 15, 33),
      ebService: "Sykmelding",
      ediLogId: "2603020815test1.1",
    });
  });

  test("the second edition of the wrapping, a message head alone, a certificate alone", () => {
    const second = full.replaceAll("http://www.trygdeetaten.no/xml/eiff/1/", "http://www.nav.no/xml/eiff/2/");
    expect(readEnvelope(bytes(second))).toMatchObject({ format: "FELLESFORMAT_2", kind: "sick-leave", person });
    expect(readEnvelope(bytes(msgHeadOf(full)))).toMatchObject({ format: "MSGHEAD", kind: "sick-leave", person });
    expect(readEnvelope(bytes(certificateOf(full)))).toMatchObject({ format: "PAYLOAD", kind: "sick-leave", person });
  });

  test("the bytes of the message head, whatever stands around it", () => {
    expect(slice(bytes(full))).toBe(msgHeadOf(full));
    expect(slice(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes(full)]))).toBe(msgHeadOf(full));
    expect(slice(bytes(full.replace(/<MottakenhetBlokk[^>]*>/, "")))).toBe(msgHeadOf(full));
  });

  test("the same bytes of a message head in UTF-16", () => {
    const document = Buffer.from(`\uFEFF${full}`, "utf16le");
    const { start, end } = readEnvelope(document).message;
    expect(document.subarray(start, end).toString("utf16le")).toBe(msgHeadOf(full));
  });

  test("the whole body where there is no message head", () => {
    const payload = bytes(certificateOf(full));
    expect(readEnvelope(payload).message).toEqual({ start: 0, end: payload.length });
  });

  test("the number in the message head where the certificate has none", () => {
    const without = full.replace(/<Fodselsnummer>[\s\S]*?<\/Fodselsnummer>/, "");
    expect(readEnvelope(bytes(without)).person).toEqual(person);
    expect(parsed(without).identity.number?.value).toBe(person.value);
    const neither = without.replace(/<Ident><Id>01857012026[\s\S]*?<\/Ident>/, "");
    expect(readEnvelope(bytes(neither)).person).toBeUndefined();
  });

  test("the same number and id as the parser, also when the text is cut up", () => {
    const cut = full.replace("<fk1:Id>01857012026", "<fk1:Id> 01857<!-- x --><![CDATA[012]]>&#48;26 ");
    expect(readEnvelope(bytes(cut)).person?.value).toBe(person.value);
    expect(parsed(cut).identity.number?.value).toBe(person.value);
  });

  test("a message head nested in a Content, to any depth", () => {
    const content = /<Content>\s*<Helse[\s\S]*?<\/Content>/.exec(full)?.[0] ?? "";
    const nest = (inner: string): string => full.replace(content, `<Content>${inner}</Content>`);
    const twice = nest(msgHeadOf(nest(msgHeadOf(full))));
    expect(readEnvelope(bytes(twice))).toMatchObject({ kind: "sick-leave", person });
    expect(slice(bytes(twice))).toBe(msgHeadOf(twice));
    expect(parsed(twice).medical.mainDiagnosis?.code).toBe("L84");
    expect(parsed(twice).medical.attachments).toHaveLength(3);
  });
});

describe("the kind of a message", () => {
  const head = (type: string, payload: string): string =>
    `<MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24"><MsgInfo><Type V="${type}"/></MsgInfo><Document><RefDoc><Content>${payload}</Content></RefDoc></Document></MsgHead>`;
  test.each([
    ["dialogue", head("X", `<Dialogmelding xmlns="http://www.kith.no/xmlstds/dialog/2013-01-23"/>`)],
    ["referral", head("X", `<Henvisning xmlns="http://ehelse.no/xmlstds/henvisning/2017-11-30"/>`)],
    ["medical-statement", head("X", `<Legeerklaring xmlns="http://www.kith.no/xmlstds/legeerklaring/2008-06-06"/>`)],
    ["receipt", `<AppRec xmlns="http://www.kith.no/xmlstds/apprec/2012-02-15"/>`],
    ["referral", `<Message xmlns="http://www.kith.no/xmlstds/henvisning/2005-07-08"/>`],
    ["sick-leave", head("SYKMELD", "")],
    ["dialogue", head("DIALOG_NOTAT", "")],
    ["unknown", head("X", "<a/>")],
    ["unknown", "<a/>"],
    ["unknown", "no xml"],
  ])("%s", (kind, document) => expect(readEnvelope(bytes(document)).kind).toBe(kind));
});

describe("the envelope of a parsed certificate", () => {
  const { envelope } = parsed(full).case;

  test("has the message head as written", () => {
    expect(envelope).toMatchObject({
      format: "FELLESFORMAT_1",
      messageType: { code: "SYKMELD" },
      migVersion: "v1.2 2006-05-24",
      generatedAtText: "2026-03-02T08:15:30+01:00",
      generatedAt: Date.UTC(2026, 2, 2, 7, 15, 30),
      processingStatus: { code: "P" },
      requestedPriority: { code: "1" },
      ack: { code: "J" },
      parentReference: "parent-1",
      conversationReference: "conversation-1",
      otherReceivers: [{ role: { code: "COP" }, person: { name: { family: "Lyng", given: "Siv", middle: null } } }],
    });
  });

  test("has the nested organisations one after the other, outermost first", () => {
    const [outer, inner, ...none] = envelope.sender?.organisations ?? [];
    expect([outer?.name, inner?.name, none.length]).toEqual(["Legehuset Tangen", "Legekontor A", 0]);
    expect(outer).toMatchObject({
      type: { code: "4" },
      address: { street: "Tangenveien 4", county: { code: "0301" }, postBox: "12" },
      contactPoints: [{ address: "tel:55501001" }],
      healthcareProfessional: { category: { code: "LE" }, roleToPatient: { code: "6" }, name: { middle: "Berg" } },
    });
  });

  test("has every attribute of the receiving station", () => {
    expect(Object.values(envelope.receivingStation ?? {}).every((value) => value !== null)).toBe(true);
    expect(envelope.receivingStation).toMatchObject({ receivedAtText: "2026-03-02T08:15:33", ebService: "Sykmelding" });
  });

  test("leaves name and number to the identity", () => {
    expect(JSON.stringify(envelope)).not.toMatch(/01857012026|Ronja/);
    expect(parsed(full).identity).toMatchObject({
      envelopeName: { given: "Ronja", middle: "Fjell", family: "Testdal" },
      envelopeNumbers: [{ value: "01857012026" }],
    });
  });
});
