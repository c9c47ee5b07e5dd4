import { printDay } from "@samvirke/kernel";
import { XmlDocument, XmlXPath } from "libxml2-wasm";
import { describe, expect, test } from "vitest";
import { dialogueNamespaces } from "../src/dialogue/namespaces.ts";
import type { DialogueDocument, DialogueField } from "../src/index.ts";
import { dialogueFieldTable, parseDialogue, printDialogue } from "../src/index.ts";
import { parsedDialogue, wholeComplaints } from "./dialogue-documents.ts";
import { diceOf, randomDialogue } from "./dialogue-random.ts";
import { hasStandards } from "./standards.ts";

const count = Number(process.env["SAMVIRKE_DOCUMENTS"] ?? 60);

const components = "http://www.kith.no/xmlstds/felleskomponent1";
// Below these the elements are the shared components' own.
const holders: ReadonlyArray<string> = ["Ident", "Address", "TeleCom", "Kontaktenhet"];

const stepsOf = (leaf: string): string => {
  let inside = false;
  const steps = leaf.split("/").map((step) => {
    if (step.startsWith("@")) return step;
    const prefix = inside ? "f" : "d";
    inside = inside || holders.includes(step);
    return `${prefix}:${step}`;
  });
  return steps.join("/");
};

interface Asked {
  readonly leaf: string;
  readonly path: string;
  readonly xpath: XmlXPath;
}

const pathOf = ({ event }: DialogueField): string => event[0] ?? "";

// A unit inside a unit has the same place in the event as the unit itself: both are asked for at once.
const asked = (version: "1.0" | "1.1"): ReadonlyArray<Asked> =>
  dialogueFieldTable
    .filter(
      ({ only, leaf }) => (only === undefined || only === version) && !leaf.includes("Kontaktenhet/Organisation/"),
    )
    .map((field) => {
      const own = `//d:Dialogmelding/${stepsOf(field.leaf)}`;
      const inner = field.leaf.includes("Kontaktenhet/")
        ? ` | //d:Dialogmelding/${stepsOf(field.leaf.replace("Kontaktenhet/", "Kontaktenhet/Organisation/"))}`
        : "";
      const namespaces = { d: dialogueNamespaces[version], f: components };
      return { leaf: field.leaf, path: pathOf(field), xpath: XmlXPath.compile(own + inner, namespaces) };
    });

const questions = { "1.0": asked("1.0"), "1.1": asked("1.1") };

const modelOf = ({ caseType, caseTypeText, questions: asks, notes }: DialogueDocument): unknown => ({
  case: { questions: asks.map(({ head }) => head), notes: notes.map(({ head }) => head) },
  medical: {
    caseType,
    caseTypeText,
    questions: asks.map(({ content }) => content),
    notes: notes.map(({ content }) => content),
  },
});

const days: ReadonlySet<string> = new Set(["bornOn", "from", "to", "datedOn"]);

/** What the generator's model says at a path, lists in order, nothing left out but what is not there. */
const saidAt = (value: unknown, steps: ReadonlyArray<string>): ReadonlyArray<string> => {
  const [step, ...rest] = steps;
  if (value === null || value === undefined) return [];
  if (step === undefined) return [typeof value === "string" ? value : JSON.stringify(value)];
  const key = step.replace("[]", "");
  const below = (value as Record<string, unknown>)[key];
  if (step.endsWith("[]")) return (below as ReadonlyArray<unknown>).flatMap((item) => saidAt(item, rest));
  return days.has(key) && typeof below === "number" ? [printDay(below as never)] : saidAt(below, rest);
};

const coverage = new Map<string, number>();
const seen = (key: string, times: number): void => void coverage.set(key, (coverage.get(key) ?? 0) + times);

const differing = (document: DialogueDocument, bytes: Uint8Array): ReadonlyArray<string> => {
  const parsed = XmlDocument.fromBuffer(bytes);
  const model = modelOf(document);
  try {
    return questions[document.version].flatMap(({ leaf, path, xpath }) => {
      const found = parsed.find(xpath).map(({ content }) => content);
      seen(`${document.version} ${leaf}`, found.length);
      const expected = saidAt(model, path.split("."));
      return JSON.stringify(found) === JSON.stringify(expected) ? [] : [leaf];
    });
  } finally {
    parsed.dispose();
  }
};

const wrappingOf = ({ envelope: { format } }: DialogueDocument): string =>
  ({ FELLESFORMAT_1: "fellesformat1", FELLESFORMAT_2: "fellesformat2" } as Record<string, string>)[format] ?? "msghead";

describe(`${count} random dialogue messages`, () => {
  test("are valid, say by XPath what their model says, and are read back as they were meant", () => {
    const dice = diceOf(20261122);
    for (let n = 0; n < count; n += 1) {
      const document = randomDialogue(dice);
      const bytes = printDialogue(document);
      expect(differing(document, bytes), `document ${n}`).toEqual([]);
      if (hasStandards) expect(wholeComplaints(wrappingOf(document), bytes), `document ${n}`).toEqual([]);
      const { case: read, medical } = parsedDialogue(bytes);
      const { attachments, ...said } = medical;
      expect({ case: { questions: read.questions, notes: read.notes }, medical: said }).toEqual(modelOf(document));
      expect(attachments.length).toBe(document.enclosures.length);
      for (const { head } of [...document.notes, ...document.questions]) {
        seen(`code ${head.theme?.system?.slice(-4)}/${head.theme?.code}`, 1);
      }
      seen(`wrapping ${wrappingOf(document)}`, 1);
    }
    const [least] = [...coverage].sort(([, a], [, b]) => a - b);
    if (count >= 10_000) {
      process.stdout.write(`${coverage.size} leaves, codes and wrappings; least seen: ${least?.join(" ")}\n`);
      expect(least?.[1]).toBeGreaterThanOrEqual(50);
    }
  }, 1_800_000);

  test("cut short at any place they give an outcome, never a throw", () => {
    const bytes = printDialogue(randomDialogue(diceOf(7)));
    for (let end = 0; end < bytes.length; end += 100) {
      const result = parseDialogue(bytes.subarray(0, end));
      expect(result._tag).toBe("Left");
    }
  });

  test("with bytes changed at random they give an outcome, never a throw", () => {
    const dice = diceOf(8);
    for (let n = 0; n < count * 5; n += 1) {
      const bytes = Buffer.from(printDialogue(randomDialogue(dice)));
      for (let hit = 0; hit < 5; hit += 1)
        bytes[Math.floor(dice.roll() * bytes.length)] = Math.floor(dice.roll() * 256);
      expect(["Left", "Right"]).toContain(parseDialogue(bytes)._tag);
    }
  });
});
