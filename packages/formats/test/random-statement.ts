import { day as dayNumber } from "@samvirke/kernel";
import type { StatementSample } from "../src/index.ts";
import { typicalStatement } from "./statement-samples.ts";

/** Numbers from 0 to 1 that a seed fixes (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = (seed + 1) * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

export interface Dice {
  readonly maybe: <A>(make: () => A) => A | undefined;
  readonly pick: <A>(from: ReadonlyArray<A>) => A;
  readonly some: <A>(most: number, make: () => A) => ReadonlyArray<A>;
  readonly text: () => string;
  readonly day: () => ReturnType<typeof dayNumber>;
}

const words = [
  "rygg",
  "løft",
  "søvn",
  "å gå",
  "<tungt>",
  "& mer",
  "“sitat”",
  "trøtt",
  "\n ny linje",
  "ærlig",
  "8 timer",
];

export const dice = (next: () => number): Dice => {
  const upTo = (most: number): number => Math.floor(next() * most);
  const pick = <A>(from: ReadonlyArray<A>): A => from[upTo(from.length)] as A;
  return {
    maybe: (make) => (next() < 0.6 ? make() : undefined),
    pick,
    some: (most, make) => Array.from({ length: 1 + upTo(most) }, make),
    text: () => Array.from({ length: 1 + upTo(4) }, () => pick(words)).join(" "),
    day: () => dayNumber(20_000 + upTo(900)),
  };
};

const defined = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const codes = (most: number): ReadonlyArray<string> => Array.from({ length: most }, (_, index) => String(index + 1));

/** A statement that says something else for every seed. */
export const randomStatement = (next: () => number): StatementSample => {
  const { maybe, pick, some, text, day } = dice(next);
  const flag = () => pick([true, false]);
  const address = () =>
    defined({
      kind: pick(["RES", "PST", "INV", "TMP", "BAD", "H", "HP", "HV", "WP"]),
      street: text(),
      postalCode: pick(["0001", "9999", "N-0001"]),
      city: text(),
      country: maybe(text),
      phone: maybe(() => ({ kind: pick(["H", "HP", "MC", "WP", "F"]), number: text() })),
    });
  const referral = () => ({ text: text(), on: day(), weeks: pick([0, 3, 52]) });
  const coded = (most: number) => () => defined({ code: pick(codes(most)), text: maybe(text) });
  return defined({
    ...typicalStatement,
    wrapping: pick(["fellesformat", "msghead"] as const),
    occasions: some(4, () => pick(codes(4))),
    severalEmployments: pick(["1", "2", "3"] as const),
    employment: maybe(() =>
      defined({
        employerName: text(),
        employerNumber: maybe(() => "999966661"),
        employerAddress: maybe(address),
        occupation: text(),
        occupationCode: maybe(() => "7231"),
        isPrimary: flag(),
      }),
    ),
    addresses: maybe(() => some(2, address)),
    plan: maybe(() =>
      defined({
        examination: maybe(referral),
        treatment: maybe(referral),
        newInformationWhen: maybe(text),
        noFurtherTreatment: maybe(text),
        earlierPlan: maybe(text),
        treatmentPlan: maybe(text),
        examinationPlan: maybe(text),
      }),
    ),
    diagnosisSystem: pick(codes(5)),
    diagnoses: some(4, () => defined({ code: pick(["L84", "P02", "A01", "M54"]), text: maybe(text) })),
    unfitFrom: maybe(day),
    injury: { assess: flag(), ...defined({ on: maybe(day) }) },
    status: text(),
    history: text(),
    measuresRelevant: maybe(flag),
    measures: some(4, () => ({ code: pick(codes(7)), text: text() })),
    measuresDetails: text(),
    limits: maybe(text),
    noMeasures: text(),
    situations: some(3, coded(4)),
    ability: maybe(() =>
      defined({
        cannotDo: maybe(text),
        otherWork: maybe(text),
        canResume: maybe(flag),
        resumeWhen: maybe(() => pick(["1", "2"] as const)),
        canTakeOther: maybe(flag),
        takeOtherWhen: maybe(() => pick(["1", "2"] as const)),
      }),
    ),
    function: maybe(text),
    demands: maybe(text),
    outlook: defined({
      better: maybe(flag),
      illness: maybe(text),
      functionLoss: maybe(text),
      workAbility: maybe(text),
    }),
    weight: maybe(text),
    withheld: maybe(text),
    other: maybe(() => defined({ text: text(), wantsCopy: maybe(flag) })),
    contacts: some(3, coded(5)),
  }) as StatementSample;
};
