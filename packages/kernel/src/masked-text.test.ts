import { format, inspect } from "node:util";
import { expect, test } from "vitest";
import { identityNumber, MaskedText } from "./masked-text.ts";

const text = "14851234567";
const number = identityNumber(text);

test("no way of printing shows the text", () => {
  const prints = [
    String(number),
    `${number}`,
    "" + (number as unknown as string),
    JSON.stringify({ number, list: [number] }),
    JSON.stringify(Object.entries(number)),
    inspect(number),
    inspect({ deep: { number } }, { showHidden: true, depth: 9 }),
    format("%s %o %O %j", number, number, number, number),
    inspect(new Map([[number, new Error(String(number))]])),
    JSON.stringify({ ...number }),
    String(Number(number)),
  ];
  for (const print of prints) expect(print).not.toContain("1485");
  expect(prints[0]).toBe("[IdentityNumber]");
});

test("the text is there for whoever asks by name", () => {
  expect(number.reveal()).toBe(text);
  expect(number.equals(identityNumber(text))).toBe(true);
  expect(number.equals(identityNumber("14851234568"))).toBe(false);
});

test("masks of different names are different types, and print their own", () => {
  expect(String(new MaskedText("Name", "Kari"))).toBe("[Name]");
});
