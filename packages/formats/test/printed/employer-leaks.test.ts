import { loadCatalogue, loadSample } from "@samvirke/contracts";
import type { SickLeaveCertified } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { printedTables, readEmployerSykmelding } from "../../src/index.ts";
import { certified, parsed } from "../documents.ts";
import { documentOf, groundOf } from "../generated/documents.ts";
import { formats, messageOf } from "../generated/formats.ts";
import { hasStandards } from "../standards.ts";
import { golden, leavesOfValue, withOther } from "./avro-leaves.ts";
import { certificateEvents, copyOf } from "./employer-trials.ts";
import { placeOf, saidIn } from "./said.ts";

const documents = 1_000;
const catalogue = loadCatalogue();
const sample = (name: "min" | "full") => loadSample(catalogue, "SickLeaveCertified", name);
const samples: ReadonlyArray<SickLeaveCertified> = [
  ...certificateEvents,
  ...[sample("min"), sample("full")].map((one) => ({ ...one, channel: "XML" as const })),
];

const tables = printedTables.filter(({ name }) => name === "employerCertified" || name === "employerSent");
const rows = tables.flatMap(({ table }) => table);
const dropped = new Set(
  tables
    .filter(({ name }) => name === "employerCertified")
    .flatMap(({ table }) => table.flatMap(({ kind, leaf }) => (kind === "DROPPED" ? [leaf] : []))),
);

// What the hub itself writes, whatever the events say.
const hubsOwn = [
  "event.statusEvent",
  "kafkaMetadata.source",
  "sykmelding.egenmeldt",
  "sykmelding.merknader",
  "sykmelding.merknader[].beskrivelse",
];
const allowed: ReadonlySet<string> = new Set([...rows.flatMap(({ to }) => to), ...hubsOwn]);

// Objects of the list that are null where they hold nothing.
const holds = (place: string): boolean => [...allowed].some((one) => one.startsWith(`${place}.`));

const outside = (text: string): ReadonlyArray<string> => {
  const said = [...saidIn(text, false).entries()];
  return said
    .filter(([path, value]) => {
      const place = placeOf(path, false);
      return !allowed.has(place) && !(value === "null" && holds(place));
    })
    .map(([path]) => path);
};

/** The same certificate with something else in every leaf that the table drops. */
const otherwiseSealed = (certificate: SickLeaveCertified): SickLeaveCertified =>
  leavesOfValue("SickLeaveCertified", certificate)
    .filter(({ name }) => dropped.has(name))
    .reduce<unknown>((value, { path, others }) => withOther(value, path, others[0]), certificate) as SickLeaveCertified;

// Kinds of remarks are the only thing of a sealed part that an employer is told; of another case there are others.
const withoutRemarks = (text: string): unknown => {
  const json = JSON.parse(text) as { readonly sykmelding: object };
  return { ...json, sykmelding: { ...json.sykmelding, merknader: null } };
};

const other = golden("SickLeaveCertified");

const keepsWithin = (certificate: SickLeaveCertified, which: string): void => {
  const copy = copyOf(certificate);
  expect(copy, which).not.toBe("");
  expect(outside(copy), which).toEqual([]);
  const read = readEmployerSykmelding(JSON.parse(copy));
  expect(E.isLeft(read) ? read.left : undefined, which).toBeUndefined();
  expect(copyOf(otherwiseSealed(certificate)) === copy, `${which}: a dropped leaf is told`).toBe(true);
  const resealed = { ...certificate, case: other.case, medical: other.medical };
  expect(withoutRemarks(copyOf(resealed)), which).toEqual(withoutRemarks(copy));
};

describe("an employer is told nothing outside its list", () => {
  test("over the golden samples", () =>
    samples.forEach((certificate, index) => keepsWithin(certificate, `sample ${index}`)));

  test.skipIf(!hasStandards)(
    `over ${documents} certificates of chance`,
    () => {
      const format = formats.find(({ name }) => name.startsWith("sick-leave certificate"));
      if (!format) throw new Error("no certificates");
      const ground = groundOf(format);
      for (let seed = 0; seed < documents; seed += 1)
        keepsWithin(certified(parsed(messageOf(format, documentOf(ground, seed).xml))), `seed ${seed}`);
    },
    300_000,
  );
});
