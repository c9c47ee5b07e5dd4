import type { Day } from "@samvirke/kernel";
import type { HubBody, HubParty, HubReferral } from "../../src/index.ts";
import { printFhir } from "../../src/index.ts";
import { differences } from "../flatten.ts";

type Json = Readonly<Record<string, unknown>>;
type Step = string | number;

const party = (name: string, n: number): HubParty => ({
  name,
  identifiers: [{ type: "HER", value: `81400${n}1` }],
  department: { name: `${name} avdeling`, identifiers: [{ type: "RSH", value: `81400${n}2` }] },
  professional: { given: "Liv", family: `Prøve${n}`, identifiers: [{ type: "HPR", value: `81400${n}3` }] },
});

const around = {
  messageId: "6a4f2f0e-1111-4222-8333-000000000001",
  madeAt: Date.UTC(2026, 2, 2, 8),
  parent: "6a4f2f0e-1111-4222-8333-000000000002",
  conversation: "6a4f2f0e-1111-4222-8333-000000000003",
  sender: party("Bakken", 1),
  receiver: party("Dalen", 2),
  person: {
    numbers: [{ type: "FNR", value: "12895012345" }],
    given: "Ronja",
    family: "Testdal",
    bornOn: 9_000 as Day,
    sex: "2",
  },
};
const referral = "6a4f2f0e-1111-4222-8333-000000000004";
const day = (n: number) => (20_500 + n) as Day;

const bodies: ReadonlyArray<HubBody> = [
  {
    kind: "REFERRAL",
    referral,
    lifecycle: "NEW",
    programme: "WORK_HELP",
    urgency: "URGENT",
    wantedOn: day(1),
    copies: [party("Vika", 3)],
    consent: { status: "GIVEN", on: day(2), givenBy: "verge" },
    legalBasis: "hjemmel",
    work: {
      goal: "full stilling",
      tried: "gradert",
      asked: "avklaring",
      ordinaryWorkWished: true,
      functionAtWork: "kan sitte",
      remainingCapacity: "halv dag",
    },
    medical: {
      diagnoses: [{ system: "2.16.578.1.12.4.1.1.7170", code: "L84", text: "Rygg" }],
      text: "vondt",
      sickLeave: [{ from: day(3), to: day(4), grade: 50 }],
    },
  },
  {
    kind: "STATUS",
    referral,
    outcome: "FORWARDED",
    declineClass: "NO_CAPACITY",
    decidedOn: day(5),
    appointmentOn: day(6),
    latestStart: day(7),
    place: "Poliklinikken",
    forwardedTo: party("Myra", 4),
    text: "fullt",
  },
  { kind: "CANCELLATION", referral, reason: "ikke aktuelt" },
  { kind: "EFFORT", referral, sector: "JOINT", effort: "TREATMENT", from: day(8), to: day(9), closed: false },
];

// Links within the document follow from the message's id; an answer is named by its question.
const links: ReadonlySet<string> = new Set(["reference", "fullUrl"]);

const named = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(named);
  if (typeof value !== "object" || value === null) return value;
  const { linkId, resourceType, ...rest } = value as Json;
  const label = linkId ?? resourceType;
  const kept = Object.fromEntries(
    Object.entries(rest).flatMap(([key, one]) => (links.has(key) ? [] : [[key, named(one)]])),
  );
  return typeof label === "string" ? { [label]: kept } : kept;
};

const written = (message: HubReferral): unknown =>
  named(JSON.parse(Buffer.from(printFhir(message, "JSON")).toString()));

const leavesOf = (value: unknown, path: ReadonlyArray<Step>): ReadonlyArray<ReadonlyArray<Step>> => {
  if (value === null || typeof value !== "object") return [path];
  return Array.isArray(value)
    ? value.flatMap((one, index) => leavesOf(one, [...path, index]))
    : Object.entries(value).flatMap(([key, below]) => leavesOf(below, [...path, key]));
};

const words: Readonly<Record<string, string>> = {
  NEW: "CHANGE",
  WORK_HELP: "OTHER",
  URGENT: "NORMAL",
  GIVEN: "REFUSED",
  FORWARDED: "DECLINED",
  NO_CAPACITY: "NO_RIGHT",
  JOINT: "WORK",
  TREATMENT: "MEASURE",
  HER: "ENH",
  RSH: "AVD",
  HPR: "HER",
  FNR: "DNR",
  "2": "1",
};

const other = (value: unknown): unknown => {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  const text = String(value);
  return words[text] ?? text.replace(/.$/, (last) => (last === "5" ? "6" : "5"));
};

// Times are told to the second.
const changed = (value: unknown, [step, ...rest]: ReadonlyArray<Step>): unknown => {
  if (step === undefined) return other(value);
  if (Array.isArray(value)) return value.map((one: unknown, index) => (index === step ? changed(one, rest) : one));
  const object = value as Json;
  return { ...object, [step]: step === "madeAt" ? Number(object[step]) + 1000 : changed(object[step], rest) };
};

const nameOf = (kind: string, path: ReadonlyArray<Step>): string =>
  path
    .map((step) => (typeof step === "number" ? "[]" : `.${step}`))
    .join("")
    .slice(1)
    .replace(/^body/, kind);

const tidy = (path: string): string => path.replace("Bundle.entry[].resource.", "").replaceAll("[]", "");

/** What changes in the document with each leaf of a message, over all kinds of it. */
export const changesByMessageLeaf = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const body of bodies) {
    const message: HubReferral = { ...around, body };
    const before = written(message);
    for (const path of leavesOf(message, [])) {
      const name = nameOf(body.kind, path);
      if (name === `${body.kind}.kind`) continue;
      const set = found.get(name) ?? new Set<string>();
      found.set(name, set);
      for (const one of differences(before, written(changed(message, path) as HubReferral))) set.add(tidy(one));
    }
  }
  return found;
};
