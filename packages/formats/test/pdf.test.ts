import { loadCatalogue, loadSample } from "@samvirke/contracts";
import { printPdf, printPlanPdf } from "@samvirke/formats";
import { describe, expect, test } from "vitest";
import { isShown } from "../src/pdf/letters.ts";
import { brokenLines, textWidth } from "../src/pdf/lines.ts";

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

// Every object stands where the table says, every stream is as long as it says.
const structureOf = (text: string) => {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const table = text.slice(start);
  const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  const streams = [...text.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g)];
  return {
    isTable: table.startsWith("xref\n"),
    objects: offsets.map((offset) => text.slice(offset).split(" obj")[0]),
    wrongStreams: streams.filter(([, length, content]) => content?.length !== Number(length)).length,
    pages: Number(/\/Count (\d+)/.exec(text)?.[1]),
    shown: streams.flatMap(([, , content]) =>
      [...(content ?? "").matchAll(/\((.*)\) Tj/g)].map(([, line]) => line ?? ""),
    ),
  };
};

describe("a text document", () => {
  const long = Array.from({ length: 150 }, (_, index) => `Avsnitt ${index}: ${"arbeid og helse ".repeat(12)}`).join(
    "\n",
  );

  test("has its objects where its table says, over as many pages as it needs", () => {
    const { isTable, objects, wrongStreams, pages } = structureOf(latin1(printPdf([{ style: "text", text: long }])));
    expect(isTable).toBe(true);
    expect(objects).toEqual(objects.map((_, index) => `${index + 1} 0`));
    expect(wrongStreams).toBe(0);
    expect(pages).toBeGreaterThan(5);
  });

  test("shows every word, in order", () => {
    const { shown } = structureOf(latin1(printPdf([{ style: "text", text: long }])));
    expect(shown.join(" ").split(/\s+/)).toEqual(long.trim().split(/\s+/));
  });

  test("has no date and no random id: the same text gives the same bytes", () => {
    const blocks = [{ style: "title", text: "Plan" } as const];
    expect(printPdf(blocks)).toEqual(printPdf(blocks));
    expect(latin1(printPdf(blocks))).not.toMatch(/CreationDate|\/ID/);
  });

  test("escapes what has a meaning in a string, and keeps Norwegian and Sámi letters", () => {
    const [line] = structureOf(latin1(printPdf([{ style: "text", text: String.raw`(å) \ Čŋ 漢` }]))).shown;
    expect(line).toBe(String.raw`\050\345\051 \134 \001\006 ?`);
    expect([isShown("Áŧ Šž"), isShown("漢")]).toEqual([true, false]);
  });
});

test("no line runs out of the page, however long the word", () => {
  const measure = { size: 10, width: 120 };
  const lines = brokenLines(`${"W".repeat(90)} kort ord\nnytt avsnitt`, measure);
  expect(lines.filter((line) => textWidth(line, measure.size) > measure.width)).toEqual([]);
  expect(lines.join("").replaceAll(" ", "")).toBe(`${"W".repeat(90)}kortordnyttavsnitt`);
});

describe("a plan for the clinician", () => {
  const plan = loadSample(loadCatalogue(), "FollowUpPlanShared", "full");
  const words = (changes: Partial<typeof plan> = {}): string =>
    structureOf(latin1(printPlanPdf({ ...plan, ...changes }).pdf)).shown.join(" ");
  const work = (field: keyof typeof plan.work): string => words({ work: { ...plan.work, [field]: "XYZZY" } });

  test.each([
    "position",
    "ordinaryTasks",
    "possibleTasks",
    "impossibleTasks",
    "earlierAdaptation",
    "plannedAdaptation",
    "otherOptions",
    "followUp",
    "whyNotTakingPart",
  ] as const)("shows %s", (field) => expect(work(field)).toContain("XYZZY"));

  test("shows the employer's message", () =>
    expect(words({ case: { ...plan.case, messageToClinician: "XYZZY" } })).toContain("XYZZY"));

  test("keeps out what is asked of welfare and the log of talks, and says so", () => {
    const note = { index: 0, conversationLog: "XYZZY", adaptationNotPossible: "XYZZY", assessment: "XYZZY" };
    const shy = {
      case: { ...plan.case, helpText: "XYZZY", clarifications: [{ index: 0, text: "XYZZY" }] },
      medical: { additionalInformation: null, measureNotes: [note] },
    };
    expect(words(shy)).not.toContain("XYZZY");
    expect(printPlanPdf({ ...plan, ...shy }).losses.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["case.helpText", "case.clarifications", "medical.measureNotes"]),
    );
  });
});
