import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import { expect, test } from "vitest";
import {
  parsePlanForm,
  parsePlanNotice,
  parsePlanRequest,
  parseReceipt,
  parseStatement,
  printPlanBatch,
  printStatement,
  readEnvelope,
} from "../src/index.ts";
import { seeded } from "./random-statement.ts";
import { day, typicalStatement } from "./statement-samples.ts";

const form = {
  employerNumber: "999966661",
  employerName: "Tangen",
  personNumber: "01857012026",
  measures: [{ goal: "å" }],
  changedOn: day("2026-02-20"),
};
const batch = { edition: "4", reference: "AR1", archivedAt: "x", reporter: "1" };
const receipt = `<AppRec xmlns="http://www.kith.no/xmlstds/apprec/2012-02-15"><MsgType V="APPREC"/><MIGversion>v1.1 2012-02-15</MIGversion><GenDate>2026-03-02T08:15:30</GenDate><Id>1</Id><Sender/><Receiver/><Status V="1"/><OriginalMsgId><MsgType V="X"/><IssueDate>x</IssueDate><Id>2</Id></OriginalMsgId></AppRec>`;
const json = `{"appRecStatus":"2","appRecErrorList":[{"errorCode":"E21","oid":"2.16"}],"uuid":"1","virksomhetsnummer":"2","opprettet":20500}`;

const documents: ReadonlyArray<readonly [string, Buffer]> = [
  ["statement", Buffer.from(printStatement(typicalStatement))],
  ["plan", Buffer.from(printPlanBatch(form, batch))],
  ["receipt", Buffer.from(receipt)],
  ["JSON", Buffer.from(json)],
];

const readers = [parseStatement, parsePlanForm, parsePlanRequest, parsePlanNotice, parseReceipt];

const within = <A>(work: () => A): A => {
  const begin = performance.now();
  const result = work();
  expect(performance.now() - begin).toBeLessThan(1000);
  return result;
};

const survives = (bytes: Uint8Array): void => {
  for (const read of readers) {
    const result = within((): Either<{ readonly class: string }, unknown> => read(bytes));
    if (E.isLeft(result)) expect(result.left.class).toMatch(/^[A-Z_]+$/);
  }
  expect(within(() => readEnvelope(bytes)).kind).toBeDefined();
};

test.each(documents)("a %s cut short anywhere gives a reason", (_name, bytes) => {
  const step = bytes.length > 500 ? 100 : 7;
  for (let end = 0; end <= bytes.length; end += step) survives(bytes.subarray(0, end));
});

test.each(documents)("a %s with bytes changed at random gives a reason or is read", (_name, bytes) => {
  for (let seed = 0; seed < 60; seed += 1) {
    const next = seeded(seed);
    const odd = Buffer.from(bytes);
    for (let change = 0; change < 8; change += 1) odd[Math.floor(next() * odd.length)] = Math.floor(next() * 256);
    survives(odd);
  }
});

test.each(documents)("a %s in another encoding is read or told", (_name, bytes) => {
  const text = bytes.toString("utf8");
  for (const odd of [
    Buffer.from(text, "utf16le"),
    Buffer.from(`\uFEFF${text}`, "utf16le"),
    Buffer.from(text, "utf16le").swap16(),
    Buffer.from(text, "latin1"),
  ])
    survives(odd);
});

test("JSON that nests without end, names prototypes or holds millions of items does no harm", () => {
  const deep = "[".repeat(200_000) + "]".repeat(200_000);
  survives(Buffer.from(`{"appRecStatus":"1","appRecErrorList":${deep}}`));
  survives(Buffer.from(`{"__proto__":{"appRecStatus":"1"},"constructor":{}}`));
  survives(
    Buffer.from(`{"appRecStatus":"1","appRecErrorList":[${Array.from({ length: 100_000 }, () => "{}").join(",")}]}`),
  );
});

test("JSON of more than a mebibyte is not read", () => {
  const large = Buffer.from(`{"appRecStatus":"1","x":"${"x".repeat(2 ** 20)}"}`);
  survives(large);
  expect(parseReceipt(large)).toMatchObject({ left: { class: "NOT_READABLE" } });
});
