import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { leavesOfEdition } from "../../src/referral/editions.ts";
import { differences } from "../flatten.ts";
import { hasStandards } from "../standards.ts";
import { parsed, wrapped } from "./documents.ts";
import type { Tested } from "./editions.ts";
import { tested } from "./editions.ts";
import type { Choices } from "./generate.ts";
import { everything, generate, variants } from "./generate.ts";
import type { Declared } from "./xsd-model.ts";
import { leavesIn, model } from "./xsd-model.ts";

const committed = (name: string): ReadonlyArray<string> =>
  readFileSync(fileURLToPath(new URL(`../fixtures/referral-leaves-${name}.txt`, import.meta.url)), "utf8")
    .trim()
    .split("\n");

const sorted = (paths: ReadonlyArray<string>): ReadonlyArray<string> => [...paths].sort();

// Leaves from which something else follows by their meaning, so the value has to mean something: before, after.
const meaningful: ReadonlyArray<readonly [end: string, before: string, after: string]> = [
  ["ServReq/MsgDescr/@V", "10", "11"],
  ["TypeInnholdIMelding/TypeInnhold/@V", "10", "11"],
  ["ReqServ/Priority/@V", "0", "3"],
  ["Patient/Name", "Testdal, Ronja", "Prøveby, Tiril"],
  ["HCPerson/Name", "Lia, Odd", "Vik, Eli"],
  ["HCProf/Name", "Lia, Odd", "Vik, Eli"],
  ["PatRelperson/Name", "Lia, Odd", "Vik, Eli"],
];

const flipped: Readonly<Record<string, string>> = { true: "false", false: "true" };

const otherValue = (type: string, value: string): string => {
  if (type === "dateTime" || type === "TS@V" || type === "date") return value.replace("2026-03", "2026-04");
  return flipped[value] ?? (/^\d+$/.test(value) ? `${value}1` : `${value}x`);
};

/** Every element once; with `changed`, the first value of that leaf is another one. */
const answers = (nth: number, changed?: string): Choices => {
  const plain = everything(nth);
  let isChanged = false;
  const value = (type: string, path: string): string => {
    const first = plain.value(type, path);
    const [, before, after] = meaningful.find(([end]) => path.endsWith(end)) ?? [];
    if (path !== changed || isChanged) return before ?? first;
    isChanged = true;
    return after ?? otherValue(type, first);
  };
  return { ...plain, value };
};

const branches = Array.from({ length: variants }, (_, nth) => nth);

const changeOf = (root: Declared, leaf: string) => {
  const nth = branches.find((branch) => generate(root, answers(branch)).said.some(([said]) => said === leaf));
  if (nth === undefined) throw new Error(`no document has ${leaf}`);
  const [before, after] = [answers(nth), answers(nth, leaf)].map((choices) => wrapped(generate(root, choices).xml));
  return { before: parsed(before ?? ""), after: parsed(after ?? "") };
};

describe.each(tested)("Henvisning $name", ({ name, edition }: Tested) => {
  test("has every leaf in its table once, and nothing else", () => {
    const leaves = leavesOfEdition(edition).map(({ leaf }) => leaf);
    expect(new Set(leaves).size).toBe(leaves.length);
    expect(sorted(leaves)).toEqual(sorted(committed(name)));
  });

  test("has no leaf without a field", () => {
    for (const { leaf, event } of leavesOfEdition(edition)) {
      expect(event.length, leaf).toBeGreaterThan(0);
      expect(event.join(" ")).toMatch(/^(?:(?:identity|case|medical)\.[\w.[\]]+ ?)+$/);
    }
  });
});

describe.skipIf(!hasStandards)("by its schema", () => {
  describe.each(tested)("Henvisning $name", ({ name, file, root, edition }: Tested) => {
    const schema = hasStandards ? model(file, root) : undefined;

    test("has the committed leaves", () => {
      expect(sorted(leavesIn(schema as Declared))).toEqual(sorted(committed(name)));
    });

    test("gives no warning for a document with everything", () => {
      for (const nth of branches) {
        expect(parsed(wrapped(generate(schema as Declared, answers(nth)).xml)).warnings).toEqual([]);
      }
    });

    test.each(leavesOfEdition(edition))("$leaf changes the fields named for it and no other", ({ leaf, event }) => {
      const { before, after } = changeOf(schema as Declared, leaf);
      const { content, ...kept } = before;
      const { content: changed, ...now } = after;
      expect(differences(kept, now)).toEqual(sorted(event));
      expect(content !== changed).toBe(leaf.startsWith("ServReq/") || root === "Henvisning");
    });
  });
});
