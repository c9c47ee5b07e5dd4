import { readFileSync } from "node:fs";
import { E, parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { xmlRegisterFsInputProviders } from "libxml2-wasm/lib/nodejs.mjs";
import type { DialogueSample, ParsedDialogue } from "../src/index.ts";
import { parseDialogue, printDialogueSample } from "../src/index.ts";
import { xsd } from "./standards.ts";

xmlRegisterFsInputProviders();

export const dayOf = (text: string): Day => parseDay(text) as Day;

export const note: DialogueSample = {
  kind: "NOTE",
  code: "1",
  text: "Pasienten ønsker et møte før påske.",
  wrapping: "fellesformat2",
  messageId: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e01",
  conversationReference: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e00",
  parentReference: "6b0e3f7a-2b1f-4c58-9d83-0d6a5a3c1eff",
  generatedAt: "2026-03-02T08:15:30+01:00",
  receivedAt: "2026-03-02T07:15:33Z",
  ediLogId: "2603020815dialog1.1",
  datedOn: dayOf("2026-03-02"),
  documentId: "notat-1",
  person: { number: "01857012026", name: { given: "Ronja", middle: "Fjell", family: "Testdal" } },
  clinician: { number: "14838110577", hprNumber: "9988776", herId: "8094868", name: { given: "Odd", family: "Kvist" } },
  unit: { name: "Legehuset <Tangen> & Co", organisationNumber: "999977773", herId: "8094866" },
};

export const answer: DialogueSample = {
  ...note,
  kind: "ANSWER",
  code: "5",
  repeats: { code: "1", text: "Hvordan går det?" },
};
export const meetingAnswer: DialogueSample = {
  ...note,
  kind: "MEETING_ANSWER",
  repeats: { code: "2", text: "Nytt tidspunkt" },
};
export const clinical: DialogueSample = {
  ...note,
  kind: "CLINICAL_QUESTION",
  code: "6",
  wrapping: "msghead",
  receiver: { name: "Fjellsiden legekontor", herId: "8094869" },
};
export const status: DialogueSample = { ...clinical, kind: "REFERRAL_STATUS", code: "3", version: "1.1" };

export const parsedDialogue = (bytes: Uint8Array | string): ParsedDialogue => {
  const result = parseDialogue(typeof bytes === "string" ? Buffer.from(bytes) : bytes);
  if (E.isLeft(result)) throw new Error(`unreadable: ${result.left.class}`);
  return result.right;
};

export const read = (sample: DialogueSample): ParsedDialogue => parsedDialogue(printDialogueSample(sample));

export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

/** The same message with something in its text replaced; fails where it is not there. */
export const altered = (sample: DialogueSample, from: string | RegExp, to: string): string => {
  const text = textOf(printDialogueSample(sample));
  const changed = text.replace(from, to);
  if (changed === text) throw new Error("nothing was altered");
  return changed;
};

const imports: ReadonlyArray<readonly [namespace: string, file: string]> = [
  ["http://www.kith.no/xmlstds/msghead/2006-05-24", "MsgHead-v1_2.xsd"],
  ["http://www.kith.no/xmlstds/dialog/2006-10-11", "dialogmelding.xsd"],
  ["http://www.kith.no/xmlstds/dialog/2013-01-23", "dialogmelding-v1.1.xsd"],
];
const fellesformat: Readonly<Record<string, readonly [namespace: string, file: string]>> = {
  fellesformat1: ["http://www.trygdeetaten.no/xml/eiff/1/", "Fellesformat_any.xsd"],
  fellesformat2: ["http://www.nav.no/xml/eiff/2/", "Fellesformat2_any.xsd"],
};

const validators = new Map<string, XsdValidator>();

const validatorFor = (wrapping: string): XsdValidator => {
  const all = [...imports, ...(fellesformat[wrapping] ? [fellesformat[wrapping]] : [])];
  const lines = all.map(([namespace, file]) => `<import namespace="${namespace}" schemaLocation="${file}"/>`);
  const text = `<schema xmlns="http://www.w3.org/2001/XMLSchema">${lines.join("")}</schema>`;
  return XsdValidator.fromDoc(XmlDocument.fromBuffer(Buffer.from(text), { url: xsd("all-together.xsd") }));
};

/** Complaints of the schemas about a whole message, envelope and payload together; empty when it is valid. */
export const wholeComplaints = (wrapping: string, document: Uint8Array): ReadonlyArray<string> => {
  const validator = validators.get(wrapping) ?? validatorFor(wrapping);
  validators.set(wrapping, validator);
  const parsed = XmlDocument.fromBuffer(document);
  try {
    validator.validate(parsed);
    return [];
  } catch (failure) {
    return String((failure as Error).message)
      .split("\n")
      .filter(Boolean);
  } finally {
    parsed.dispose();
  }
};

export const fixtureText = (path: string): string => readFileSync(new URL(`fixtures/${path}`, import.meta.url), "utf8");
