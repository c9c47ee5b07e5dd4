import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DialogueMeetingAnswered, DialogueMessageSent } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { KafkaSource, ParsedDialogue } from "../src/index.ts";
import {
  dialogueFieldTable,
  dialogueFieldsDocument,
  dialogueFieldsPath,
  printDialogmeldingForKafka,
} from "../src/index.ts";
import { parsedDialogue, wholeComplaints } from "./dialogue-documents.ts";
import { fullDialogues } from "./dialogue-full.ts";
import { dialogueSchemaLeaves, withDialogueLeafChanged } from "./dialogue-leaf-changes.ts";
import { differences } from "./flatten.ts";
import { hasStandards } from "./standards.ts";

const sorted = (paths: Iterable<string>): ReadonlyArray<string> => [...new Set(paths)].sort();

const told = ({ kind, theme, aboutSickLeave, meetingAnswer, identity, case: shared, medical }: ParsedDialogue) => {
  const { warnings: _, ...rest } = shared;
  return { kind, theme, aboutSickLeave, meetingAnswer, identity, case: rest, medical };
};

/** What the record is printed from, as the events have it. */
const sourceOf = (parsed: ParsedDialogue): KafkaSource => {
  const common = {
    archiveId: "a",
    receivedAt: 0,
    identity: parsed.identity,
    case: parsed.case,
    medical: parsed.medical,
  };
  return parsed.kind === "MEETING_ANSWER"
    ? ({ ...common, answerId: "b" } as unknown as DialogueMeetingAnswered & { medical: ParsedDialogue["medical"] })
    : ({ ...common, messageId: "b", kind: parsed.kind } as unknown as DialogueMessageSent);
};

const recordOf = (parsed: ParsedDialogue): unknown => {
  const printed = printDialogmeldingForKafka(sourceOf(parsed), { fellesformatXML: "" });
  if (E.isLeft(printed)) throw new Error("not printed");
  const { dialogmelding } = printed.right.json as { dialogmelding: Record<string, unknown> };
  const { innkallingMoterespons, foresporselFraSaksbehandlerForesporselSvar, henvendelseFraLegeHenvendelse, ...rest } =
    dialogmelding;
  const part = innkallingMoterespons ?? foresporselFraSaksbehandlerForesporselSvar ?? henvendelseFraLegeHenvendelse;
  return { ...printed.right.json, dialogmelding: { ...rest, part } };
};

const isForRecord = ({ case: shared }: ParsedDialogue): boolean => shared.notes.length > 0;

const variants = { "1.0": fullDialogues("1.0"), "1.1": fullDialogues("1.1") };
const files = { "1.0": "dialogmelding.xsd", "1.1": "dialogmelding-v1.1.xsd" };
const versions = ["1.0", "1.1"] as const;

const changesOf = (leaf: string, version: "1.0" | "1.1") =>
  variants[version].flatMap((document) => {
    const changed = withDialogueLeafChanged(document, leaf);
    return changed === undefined ? [] : [{ before: parsedDialogue(document), after: parsedDialogue(changed) }];
  });

describe("every leaf of the dialogue message's schemas", () => {
  test.skipIf(!hasStandards).each(versions)("stands in the field table once, and nothing else does: %s", (version) => {
    const leaves = dialogueFieldTable
      .filter(({ only }) => only === undefined || only === version)
      .map(({ leaf }) => leaf);
    expect(new Set(leaves).size).toBe(leaves.length);
    expect(sorted(leaves)).toEqual(sorted(dialogueSchemaLeaves(files[version])));
  });

  test("is named without a wildcard, and every gap in the record has a reason", () => {
    for (const { leaf, event, record, rule } of dialogueFieldTable) {
      expect([leaf, ...event, ...record].join(" ")).not.toMatch(/[*?]/);
      expect(event.length).toBeGreaterThan(0);
      expect(record.length > 0 || rule !== undefined, leaf).toBe(true);
    }
  });

  test.each(versions)("is known, so that documents with all of them give no warning: %s", (version) => {
    for (const document of variants[version]) expect(parsedDialogue(document).warnings).toEqual([]);
  });

  test.skipIf(!hasStandards).each(versions)("stands in documents of ours that are valid: %s", (version) => {
    for (const document of variants[version]) {
      const wrapping = document.includes("EI_fellesformat") ? "fellesformat2" : "msghead";
      expect(wholeComplaints(wrapping, Buffer.from(document))).toEqual([]);
    }
  });

  describe.each(versions)("in %s", (version) => {
    const fields = dialogueFieldTable.filter(({ only }) => only === undefined || only === version);
    test.each(fields)("$leaf changes the fields named for it and no other", ({ leaf, event, record }) => {
      const changes = changesOf(leaf, version);
      expect(changes.length).toBeGreaterThan(0);
      const inEvent = changes.flatMap(({ before, after }) => differences(told(before), told(after)));
      expect(sorted(inEvent)).toEqual(sorted(event));
      const printed = changes.filter(({ before }) => isForRecord(before));
      const inRecord = printed.flatMap(({ before, after }) => differences(recordOf(before), recordOf(after)));
      expect(sorted(inRecord)).toEqual(sorted(record));
      for (const { before, after } of changes) expect(after.content).not.toBe(before.content);
    });
  });
});

test("the document of the field table is up to date", () => {
  const path = fileURLToPath(new URL(`../../../${dialogueFieldsPath}`, import.meta.url));
  expect(readFileSync(path, "utf8")).toBe(dialogueFieldsDocument());
});
