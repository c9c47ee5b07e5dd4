import type { Edition } from "./editions.ts";
import { edition09, edition091, edition10, edition11, edition20, leavesOfEdition } from "./editions.ts";

/**
 * Why a leaf of a referral is not simply carried.
 * NAME_SPLIT: a name in one text is split at its comma; DAY_READ: kept as written, and the day that it names beside it;
 * INSTANT_READ: kept as written, and the instant beside it, Oslo time without zone; CONCLUDED: kept, and the hub sorts by it;
 * NAMES_EARLIER: kept, and counted among what the message speaks of; DAY_ONLY: of a time the day is kept;
 * BIRTH_DAY: kept as written and as a day; in identity too where no number says who it is; SEX: the same for sex.
 */
export type ReferralFieldRule =
  | "NAME_SPLIT"
  | "DAY_READ"
  | "INSTANT_READ"
  | "CONCLUDED"
  | "NAMES_EARLIER"
  | "DAY_ONLY"
  | "BIRTH_DAY"
  | "SEX";

/** Where one leaf of a schema goes; nothing is dropped. */
export interface ReferralField {
  /** Path below the root; an attribute begins with `@`. */
  readonly leaf: string;
  /** Every path of the event that says what the leaf says; `[]` for the items of a list. */
  readonly event: ReadonlyArray<string>;
  /** Named where the value is changed on its way, or something else follows from it. */
  readonly rule: ReferralFieldRule | undefined;
}

type Test = (leaf: string, event: ReadonlyArray<string>) => boolean;

const ends =
  (end: string): Test =>
  (_, event) =>
    event.some((path) => path.endsWith(end));

// In this order; the first that fits is the rule.
const rules: ReadonlyArray<readonly [rule: ReferralFieldRule, fits: Test]> = [
  ["BIRTH_DAY", ends("case.patient.bornText")],
  ["SEX", ends("case.patient.sex.code")],
  ["NAME_SPLIT", (_, event) => event.some((path) => path.endsWith(".given")) && event.length > 1],
  ["NAMES_EARLIER", ends("case.refersTo[]")],
  ["CONCLUDED", (_, event) => event.includes("case.urgency") || event.includes("case.programme")],
  ["INSTANT_READ", (_, event) => event.includes("case.issuedAt") || event.includes("case.envelope.generatedAt")],
  ["DAY_READ", (_, event) => event.length > 1 && event.some((path) => path.endsWith(".day"))],
  ["DAY_ONLY", (leaf) => leaf.includes("PatRelperson/DateOfBirth")],
];

const ruleOf: (leaf: string, event: ReadonlyArray<string>) => ReferralFieldRule | undefined = (leaf, event) =>
  rules.find(([, fits]) => fits(leaf, event))?.[0];

/** Every leaf of an edition's schema and where it goes. */
export const referralFieldTable = (edition: Edition): ReadonlyArray<ReferralField> =>
  leavesOfEdition(edition).map(({ leaf, event }) => ({ leaf, event, rule: ruleOf(leaf, event) }));

/** The editions by the name that the standard gives them. */
export const namedEditions: ReadonlyArray<readonly [name: string, edition: Edition]> = [
  ["2.0", edition20],
  ["1.1", edition11],
  ["1.0", edition10],
  ["0.91", edition091],
  ["0.9", edition09],
];
