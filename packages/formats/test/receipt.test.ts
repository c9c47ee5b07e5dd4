import { readFileSync } from "node:fs";
import type { DeliverySettled, WireEnvelope } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { AppRecContent, ParsedReceipt } from "../src/index.ts";
import {
  appRecFieldTable,
  ediReceiptFieldTable,
  issuedForWelfare,
  parseReceipt,
  printAppRec10,
  printAppRec11,
  printDeliveryStatus,
  readDeliveryStatus,
  readEnvelope,
  welfareReceiptFieldTable,
} from "../src/index.ts";
import { bytes, full, parsed } from "./documents.ts";
import { differences } from "./flatten.ts";
import { changeLeaf } from "./leaf-changer.ts";
import { leafDocument } from "./leaf-document.ts";
import { leavesOf } from "./leaves-of.ts";
import { complaints } from "./schema-validation.ts";
import { hasStandards, standards } from "./standards.ts";
import { xsdLeaves } from "./xsd-leaves.ts";

const read = (document: string | Uint8Array): ParsedReceipt => {
  const receipt = parseReceipt(typeof document === "string" ? bytes(document) : document);
  if (E.isLeft(receipt)) throw new Error(receipt.left.class);
  return receipt.right;
};
const refusedAs = (document: string | Uint8Array): string => {
  const receipt = parseReceipt(typeof document === "string" ? bytes(document) : document);
  return E.isLeft(receipt) ? receipt.left.class : "read";
};
const warned = (document: string): ReadonlyArray<string> => read(document).warnings.map((w) => `${w.code} ${w.path}`);
const settled = ({ status, errorCodes, content }: ParsedReceipt) => ({ outcome: status, errorCodes, case: content });

const leaves = leavesOf("apprec");
const namespaces = {
  "1.0": "http://www.kith.no/xmlstds/apprec/2004-11-21",
  "1.1": "http://www.kith.no/xmlstds/apprec/2012-02-15",
};
const values: Readonly<Record<string, string>> = {
  GenDate: "2026-03-02T08:15:30+01:00",
  "Status/@V": "2",
  "Error/@S": "2.16.578.1.12.4.1.1.8221",
  "Error/@V": "E21",
  "OriginalMsgId/IssueDate": "2026-03-01T07:00:00",
  "Sender/HCP/MedSpeciality/@S": "2.16.578.1.12.4.1.1.7426",
  "Receiver/HCP/MedSpeciality/@S": "2.16.578.1.12.4.1.1.7426",
};
const written = (without: string, namespace: string = namespaces["1.0"]): string =>
  leafDocument(
    leaves.filter((leaf) => !leaf.includes(without)),
    { root: "AppRec", namespace, values },
  );
const ofInstitution = written("/HCProf/");
const ofProfessional = written("/Inst/");
const changes = {
  root: "AppRec",
  others: { "Status/@V": "3", "Error/@V": "X99", "Error/@S": "2.16.578.1.12.4.1.1.8222" },
};

describe("every leaf of the receipt's schema", () => {
  test("stands in the field table once, and nothing else does", () => {
    expect(appRecFieldTable.map(({ leaf }) => leaf).sort()).toEqual([...leaves].sort());
  });
  test.skipIf(!hasStandards)("is in the committed list, as both editions have it", () => {
    expect(leaves).toEqual(xsdLeaves("AppRec", "AppRec-v1-2004-11-21.xsd"));
    expect(leaves).toEqual(xsdLeaves("AppRec", "AppRec-v1.1.xsd", "kith.xsd"));
  });
  test.skipIf(!hasStandards)("is in a document that the schema takes, and that gives no warning", () => {
    expect(complaints("AppRec-v1-2004-11-21.xsd", bytes(ofInstitution))).toEqual([]);
    expect(complaints("AppRec-v1.1.xsd", bytes(written("/Inst/", namespaces["1.1"])))).toEqual([]);
    expect([...warned(ofInstitution), ...warned(ofProfessional)]).toEqual([]);
  });
  test.each(appRecFieldTable)("$leaf changes the event fields named for it and no other", ({ leaf, event }) => {
    const [before, changed] = [ofInstitution, ofProfessional]
      .map((document) => [document, changeLeaf(document, leaf, changes)] as const)
      .find(([, after]) => after !== undefined) ?? ["", undefined];
    expect(changed).toBeDefined();
    expect(changed).not.toBe(before);
    expect(differences(settled(read(before)), settled(read(changed ?? "")))).toEqual([...event].sort());
  });
});

const edi = {
  appRecStatus: "2",
  appRecErrorList: [
    { errorCode: "E21", details: "mer", description: "Mottaker finnes ikke", oid: "2.16.578.1.12.4.1.1.8221" },
  ],
  ebXmlOverrides: "x",
  receiverHerId: 8094866,
};
const ident = (id: string) => ({ id, typeId: { beskrivelse: "HER-id", verdi: "HER" } });
const unit = (name: string) => ({
  hovedIdent: ident(`1${name.length}`),
  navn: name,
  tilleggsIdenter: [ident(`2${name.length}`)],
});
const organisation = (name: string) => ({
  ...unit(name),
  helsepersonell: { ...unit(`${name} person`), typeId: { beskrivelse: "HER-id", verdi: "HER" } },
});
const welfare = {
  ediloggid: "2603020815prove.1",
  msgId: "5b0b7f9a-9d7e-4f59-8d6c-0a3d1f6a2b11",
  msgTypeVerdi: "LEGEERKL",
  msgTypeBeskrivelse: "Type",
  genDate: "2026-03-02T08:15:30.273737",
  apprecStatus: "AVVIST",
  tekstTilSykmelder: null as string | null,
  senderOrganisasjon: organisation("NAV"),
  mottakerOrganisasjon: organisation("Tangen"),
  msgGenDate: "2026-03-01T07:00:00",
  validationResult: {
    status: "INVALID",
    ruleHits: [
      { ruleName: "REGEL", messageForSender: "til avsender", messageForUser: "til person", ruleStatus: "INVALID" },
    ],
  } as unknown,
  ebService: "Legemelding",
};

const swaps: Readonly<Record<string, unknown>> = {
  "2": "3",
  AVVIST: "OK",
  "2.16.578.1.12.4.1.1.8221": "2.16.578.1.12.4.1.1.8222",
};
const later = (value: unknown): unknown => {
  if (typeof value === "number") return value + 1;
  if (typeof value !== "string") return "x";
  return swaps[value] ?? (/^\d{4}-/.test(value) ? value.replace("03-0", "04-0") : `${value}x`);
};
const changedAt = (value: unknown, steps: ReadonlyArray<string>): unknown => {
  const [step, ...rest] = steps;
  if (step === undefined) return later(value);
  if (step === "[]") return (value as ReadonlyArray<unknown>).map((item) => changedAt(item, rest));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [step]: changedAt(object[step], rest) };
};
const pathsIn = (value: unknown, at = ""): ReadonlyArray<string> => {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, `${at}[]`));
  if (typeof value !== "object" || value === null) return [at];
  return Object.entries(value).flatMap(([key, item]) => pathsIn(item, at === "" ? key : `${at}.${key}`));
};

describe.each([
  ["EDI 2.0", edi, ediReceiptFieldTable],
  ["welfare's", welfare, welfareReceiptFieldTable],
] as const)("every field of the %s receipt", (_name, document, table) => {
  test("stands in the field table", () => {
    expect([...new Set(pathsIn(document))].sort()).toEqual(table.map(({ leaf }) => leaf).sort());
  });
  test.each(table)("$leaf changes the event fields named for it and no other", ({ leaf, event, rule }) => {
    const steps = leaf.replaceAll("[]", ".[]").split(".");
    const source =
      leaf === "tekstTilSykmelder" ? { ...document, tekstTilSykmelder: "tekst", validationResult: null } : document;
    const after = changedAt(source, steps);
    const found = differences(settled(read(JSON.stringify(source))), settled(read(JSON.stringify(after))));
    expect(found).toEqual([...event].sort());
    expect(event.length > 0 || rule !== undefined).toBe(true);
  });
});

describe("a receipt is read as senders write it", () => {
  test("a reason without its list keeps none", () => {
    const odd = ofInstitution.replace(` S="2.16.578.1.12.4.1.1.8221"`, "");
    expect(read(odd).content.errors[0]).toMatchObject({ code: "E21", system: null });
  });
  test("list and code in each other's place are put right, and told", () => {
    const odd = ofInstitution.replace(`V="E21" S="2.16.578.1.12.4.1.1.8221"`, `V="2.16.578.1.12.4.1.1.8221" S="X99"`);
    expect(read(odd)).toMatchObject({ errorCodes: ["X99"] });
    expect(read(odd).content.errors[0]).toMatchObject({ code: "X99", system: "2.16.578.1.12.4.1.1.8221" });
    expect(warned(odd)).toEqual(["CODE_SWAPPED AppRec/Error"]);
  });
  test("a status that is in no list is unknown, kept and told", () => {
    const odd = ofInstitution.replace(`<Status V="2"`, `<Status V="7"`);
    expect(read(odd)).toMatchObject({ status: "UNKNOWN", content: { status: { code: "7" } } });
    expect(warned(odd)).toEqual(["UNKNOWN_CODE AppRec/Status/@V"]);
  });
  test.each([
    ["1", "OK"],
    ["2", "REFUSED"],
    ["3", "PARTIAL"],
    ["OkErrorInMessagePart", "PARTIAL"],
    ["rejected", "REFUSED"],
    ["4", "UNKNOWN"],
  ])("EDI 2.0 status %s is %s", (text, status) =>
    expect(read(JSON.stringify({ appRecStatus: text })).status).toBe(status),
  );
  test("in the wrapping of either edition, with and without prefix", () => {
    const wrapped = (eiff: string) =>
      `<e:EI_fellesformat xmlns:e="${eiff}"><e:MottakenhetBlokk ediLoggId="x"/>${ofInstitution.replace(/^<\?.*\?>\n/, "")}</e:EI_fellesformat>`;
    for (const eiff of ["http://www.trygdeetaten.no/xml/eiff/1/", "http://www.nav.no/xml/eiff/2/"]) {
      expect(read(wrapped(eiff)).content).toEqual(read(ofInstitution).content);
    }
  });
  test("and what is none is told", () => {
    expect([
      refusedAs(full),
      refusedAs("<AppRec"),
      refusedAs("{}"),
      refusedAs("{"),
      refusedAs("<!DOCTYPE a><a/>"),
    ]).toEqual(["NO_RECEIPT", "NOT_READABLE", "NO_RECEIPT", "NOT_READABLE", "HOSTILE"]);
  });
  test("a finding never quotes the document", () => {
    const odd = JSON.stringify({ ...edi, hemmelig: "hemmelig", appRecStatus: "hemmelig" });
    expect(JSON.stringify(read(odd).warnings)).not.toContain("hemmelig");
  });
});

describe("the door of a receipt", () => {
  test("reads what it answers, and that it is nobody's", () => {
    expect(readEnvelope(bytes(ofInstitution))).toMatchObject({
      kind: "receipt",
      person: undefined,
      names: [{ space: "message", id: read(ofInstitution).content.originalId?.toLowerCase() }],
    });
    expect(readEnvelope(bytes(JSON.stringify(welfare)))).toMatchObject({
      kind: "receipt",
      names: [
        { space: "message", id: welfare.msgId },
        { space: "log", id: welfare.ediloggid },
      ],
    });
    expect(readEnvelope(bytes(JSON.stringify(edi)))).toMatchObject({
      kind: "receipt",
      names: [],
    });
    expect(readEnvelope(bytes(full)).names).toEqual([]);
  });
});

const envelope: WireEnvelope = parsed(full).case.envelope;
const content: AppRecContent = {
  status: "PARTIAL",
  errors: [{ system: null, code: "X99", text: "Et vedlegg mangler" }],
  genDate: Date.UTC(2026, 2, 2, 7, 16),
  id: "receipt-1",
};
const textOf = (printed: ReturnType<typeof printAppRec11>): string =>
  E.isRight(printed) ? Buffer.from(printed.right).toString() : "";

describe("a receipt of edition 1.1", () => {
  const printed = textOf(printAppRec11(envelope, content));
  test("says what the first edition says, under its own version and with a role", () => {
    const first = read(textOf(printAppRec10(envelope, content)));
    expect(read(printed)).toEqual({
      ...first,
      format: "APPREC_1_1",
      content: {
        ...first.content,
        migVersion: "v1.1 2012-02-15",
        answeredBy: {
          ...first.content.answeredBy,
          role: { system: null, code: "PRIM", text: "Primærmottaker", originalText: null },
        },
      },
    });
    expect(first.status).toBe("PARTIAL");
  });
  test("tells a copy receiver", () => {
    expect(textOf(printAppRec11(envelope, { ...content, role: "COPY" }))).toContain(`<Role V="COP"`);
  });
  test.skipIf(!hasStandards)("is valid by its schema", () => {
    const alone = /<AppRec[\s\S]*<\/AppRec>/.exec(printed)?.[0] ?? "";
    expect(complaints("AppRec-v1.1.xsd", bytes(alone))).toEqual([]);
    expect(complaints("AppRec-v1.1.xsd", bytes(alone.replace("<Status", "<Stat")))).not.toEqual([]);
  });
});

describe("a receipt that welfare's system decided", () => {
  test("is issued by the hub in the words it was decided in", () => {
    const issued = issuedForWelfare(read(JSON.stringify(welfare)), Date.UTC(2026, 2, 2));
    expect(issued).toEqual({
      status: "REFUSED",
      errors: [{ system: "2.16.578.1.12.4.1.1.8221", code: "X99", text: "til avsender" }],
      genDate: Date.UTC(2026, 2, 2),
      id: welfare.ediloggid,
    });
    expect(issued && textOf(printAppRec10(envelope, issued))).toContain(
      `<Status V="2" DN="Avvist"/><Error V="X99" S="2.16.578.1.12.4.1.1.8221" DN="til avsender"/>`,
    );
    expect(issuedForWelfare(read(JSON.stringify({ ...welfare, apprecStatus: "OK" })), 0)?.errors).toEqual([]);
    expect(issuedForWelfare(read(JSON.stringify({ ...welfare, apprecStatus: "?" })), 0)).toBeUndefined();
  });
});

describe("what became of welfare's message", () => {
  const event = (receipt: ParsedReceipt): DeliverySettled => ({
    messageId: "m",
    archiveId: "a",
    receiverRole: "MAIN",
    receiverIndex: 0,
    outcome: receipt.status,
    errorCodes: receipt.errorCodes,
    format: receipt.format,
    sentAt: 0,
    settledAt: Date.UTC(2026, 2, 2, 8),
    wasOverdue: false,
    routeClosed: false,
    ahead: false,
    warnings: 0,
    case: { ...receipt.content, receiver: { name: null, identifiers: [] }, sender: null, findings: [] },
  });
  const delivery = { uuid: "u", orderId: "o" };
  const statusOf = (code: string) => read(ofInstitution.replace(`<Status V="2"`, `<Status V="${code}"`));
  test("is told with code and text, and as its consumers read it", () => {
    const printed = printDeliveryStatus(event(statusOf("2")), delivery);
    const text = statusOf("2").content.errors[0]?.text ?? "";
    expect(printed).toEqual({
      uuid: "u",
      createdAt: "2026-03-02T08:00:00Z",
      status: "AVVIST",
      tekst: `E21: ${text}`,
      bestillingUuid: "o",
    });
    expect(E.isRight(readDeliveryStatus(printed))).toBe(true);
    expect(readDeliveryStatus({ ...printed, status: "KANSKJE" })).toEqual(
      E.left({ _tag: "RecordMismatch", paths: [expect.stringMatching(/^status: /)] }),
    );
  });
  test.each([
    ["1", "OK"],
    ["3", "OK"],
    ["2", "AVVIST"],
  ])("status %s is %s", (code, status) =>
    expect(printDeliveryStatus(event(statusOf(code)), delivery)?.["status"]).toBe(status),
  );
  test("a receipt that did not come is not told, for there is no word for it", () => {
    expect(printDeliveryStatus({ ...event(statusOf("1")), outcome: "OVERDUE" }, delivery)).toBeUndefined();
  });
});

describe.skipIf(!hasStandards)("the receipts of the field", () => {
  const sample = (file: string) => readFileSync(`${standards}samples/${file}`);
  test.each([
    ["apprec-xml/apprecOK.xml", "APPREC_1_0", ["INSTITUTION", "PERSON"]],
    ["apprec-xml/MetadataTests_Apprec10.xml", "APPREC_1_0", ["INSTITUTION", "DEPARTMENT"]],
    ["apprec-json/apprecOK.json", "WELFARE_JSON", ["INSTITUTION", "PERSON"]],
  ])("%s is read whole", (file, format, levels) => {
    const receipt = read(sample(file));
    expect(receipt).toMatchObject({ format, status: "OK", errorCodes: [], warnings: [] });
    expect(receipt.content.answeredTo?.units.map(({ level }) => level)).toEqual(levels);
    expect(receipt.content.originalId).not.toBeNull();
    expect(readEnvelope(sample(file))).toMatchObject({
      kind: "receipt",
      names: expect.arrayContaining([{ space: "message", id: receipt.content.originalId?.toLowerCase() }]),
    });
  });
});
