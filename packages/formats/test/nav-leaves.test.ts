import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import type { JsonObject, Malformed } from "../src/index.ts";
import {
  navFieldsDocument,
  navFieldsPath,
  navFormats,
  readReceivedSykmelding,
  readRegisteredRecord,
  readStatus,
  readSubmission,
  readValidationResult,
} from "../src/index.ts";
import { differences } from "./flatten.ts";
import { leafName, leavesOf, withJsonLeaf } from "./json-leaf-changes.ts";
import {
  digitalRecord,
  foreignRecord,
  fullStatus,
  paperRecord,
  receivedSykmelding,
  selfRecord,
  simpleRecord,
  submission,
  unemployedRecord,
  validationResult,
  xmlRecord,
} from "./nav-documents.ts";

type Reader = (json: unknown) => Either<Malformed, unknown>;

const at = Date.UTC(2026, 2, 2, 9);
const value =
  <A>(read: (json: unknown) => Either<Malformed, { readonly value: A }>): Reader =>
  (json) => {
    const result = read(json);
    return E.isLeft(result) ? result : E.right(result.right.value);
  };

const records = [xmlRecord, unemployedRecord, simpleRecord, selfRecord, paperRecord, digitalRecord, foreignRecord];
const documents: Readonly<Record<string, readonly [ReadonlyArray<JsonObject>, Reader]>> = {
  "SykmeldingRecord v27": [records, readRegisteredRecord],
  ReceivedSykmelding: [[receivedSykmelding], readReceivedSykmelding],
  SykmeldingStatusKafkaMessageDTO: [[fullStatus], readStatus],
  ValidationResult: [[validationResult], value(readValidationResult)],
  BehandlerOpprettSykmelding: [[submission], value((json) => readSubmission(json, at))],
};

/** What changes with each leaf, over all documents of a format. */
const changesOf = ([all, read]: readonly [ReadonlyArray<JsonObject>, Reader]): ReadonlyMap<
  string,
  ReadonlySet<string>
> => {
  const found = new Map<string, Set<string>>();
  for (const document of all) {
    const before = read(document);
    if (E.isLeft(before)) throw new Error("the document is not read");
    for (const path of leavesOf(document)) {
      const after = read(withJsonLeaf(document, path));
      const name = leafName(path);
      const set = found.get(name) ?? new Set<string>();
      found.set(name, set);
      const changed = E.isLeft(after) ? ["SHAPE"] : differences(before.right, after.right);
      for (const each of changed) set.add(each);
    }
  }
  return found;
};

describe.each(navFormats)("$name", ({ name, fields }) => {
  const found = changesOf(documents[name] ?? [[], () => E.right(undefined)]);

  test("has each leaf of our documents in its table once, and no other", () => {
    expect(fields.length).toBeGreaterThan(3);
    expect(fields.map(({ leaf }) => leaf).sort()).toEqual([...found.keys()].sort());
  });

  test.each(fields)("$leaf changes what its row names and nothing else", ({ leaf, event, rule }) => {
    expect([...(found.get(leaf) ?? [])].sort()).toEqual(rule === "SHAPE" ? ["SHAPE"] : [...event].sort());
    expect(event.length > 0 || rule !== undefined).toBe(true);
  });
});

test("the document of the tables is up to date", () => {
  const path = fileURLToPath(new URL(`../../../${navFieldsPath}`, import.meta.url));
  expect(readFileSync(path, "utf8")).toBe(navFieldsDocument());
});
