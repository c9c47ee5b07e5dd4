import { addDays } from "./days.ts";
import { expectations } from "./expected.ts";
import { classes, groundsOf, tours } from "./kinds.ts";
import type { Content, Expected, Kind, Message } from "./message.ts";
import type { Person } from "./persons.ts";
import { makePersons } from "./persons.ts";
import type { Random } from "./random.ts";
import { makeRandom } from "./random.ts";

/** Everything that a run sends, chosen before it begins. */
export interface Plan {
  readonly seed: number;
  /** Calendar day in Oslo on which all certificates are signed. */
  readonly day: string;
  readonly persons: ReadonlyArray<Person>;
  /** Each person's messages in the order in which they are sent. */
  readonly scripts: ReadonlyArray<ReadonlyArray<Message>>;
  readonly messages: ReadonlyArray<Message>;
}

// A code that both lists have: an earlier certificate counts by its code, whatever its list.
const both = { diagnosis: "R05", system: "ICD-10" } as const;
const diagnoses = ["L02", "L03", "R74", "A04", "D73", "K86", "P76"];

const weighed = <A>(random: Random, list: ReadonlyArray<readonly [A, number]>): A => {
  let left = random.below(list.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [one, weight] of list) {
    if (left < weight) return one;
    left -= weight;
  }
  throw new Error("nothing to weigh");
};

interface Script {
  readonly random: Random;
  readonly day: string;
  readonly signers: ReadonlyArray<string>;
  readonly person: Person;
  readonly sent: ReadonlyArray<Message>;
}

const late = "Pasienten ble funnet for sent";

const isLate = (kind: Kind): boolean => kind === "manual" || kind === "specialist";

/** Days of a new certificate: from the day of signing, or for late ones from more than a month before, each on other days. */
const daysOf = ({ day, sent }: Script, kind: Kind): Pick<Content, "from" | "to"> => {
  if (!isLate(kind)) return { from: day, to: addDays(day, 6) };
  const from = addDays(day, -40 - 2 * sent.filter((message) => isLate(message.kind)).length);
  return { from, to: addDays(from, 5) };
};

const fresh = (script: Script, kind: Kind): Content => {
  const { random, signers } = script;
  return {
    ...(kind === "specialist" ? both : { diagnosis: random.pick(diagnoses), system: "ICPC-2" }),
    ...daysOf(script, kind),
    ...(kind === "graded" ? { grade: 20 + random.below(79) } : {}),
    ...(kind === "refused" ? { grade: 0 } : {}),
    ...(kind === "manual" ? { reason: late } : {}),
    signer: random.pick(signers),
  };
};

const certificates: ReadonlyArray<Kind> = [
  "full",
  "graded",
  "refused",
  "manual",
  "specialist",
  "conflict",
  "malformed",
];

const certificateOf = (script: Script, kind: Kind, about: Message | undefined): Content | undefined => {
  if (certificates.includes(kind)) return fresh(script, kind);
  const before = about?.certificate;
  return kind === "late-copy" && before ? { ...before, system: "ICPC-2" } : before;
};

// The same text makes the same content, which is what a duplicate is.
const markerOf = ({ random }: Script, kind: Kind, about: Message | undefined): string =>
  (kind === "duplicate" || kind === "repeat") && about ? about.marker : `Merke ${random.uuid()}`;

interface Chosen {
  readonly kind: Kind;
  readonly about: Message | undefined;
}

const choose = ({ random, sent, person }: Script): Chosen => {
  const { weights, instead } = weighed(
    random,
    classes.map((one) => [one, one.share] as const),
  );
  const wished = tours[person.index]?.[sent.length] ?? weighed(random, weights);
  const grounds = groundsOf(wished, sent);
  if (grounds === undefined) return { kind: wished, about: undefined };
  return grounds.length === 0
    ? { kind: random.pick(instead), about: undefined }
    : { kind: wished, about: random.pick(grounds) };
};

// Some systems cancel under the id of what they cancel.
const reuses = ({ random }: Script, { kind }: Chosen): boolean =>
  kind === "repeat" || kind === "conflict" || (kind === "cancellation" && random.below(3) === 0);

// What was cancelled ahead comes under the id by which it was cancelled.
const wireIdOf = (script: Script, chosen: Chosen): string => {
  const { kind, about } = chosen;
  if (kind === "overtaken") return about?.subject ?? "";
  return reuses(script, chosen) && about ? about.wireMsgId : script.random.uuid();
};

const subjectOf = ({ random }: Script, { kind, about }: Chosen): string =>
  kind === "change" || kind === "cancellation" || kind === "repeat" ? (about?.subject ?? "") : random.uuid();

const expectedOf = (message: Omit<Message, "expected">): Expected => {
  const { kind, about } = message;
  if (kind === "repeat")
    return { ...(about ?? { expected: expectations.full(message) }).expected, sameAs: about?.n ?? 0 };
  const expected = expectations[kind](message);
  return kind === "duplicate" && about ? { ...expected, duplicateOf: about.n } : expected;
};

const nextMessage = (script: Script, n: number): Message => {
  const chosen = choose(script);
  const { kind, about } = chosen;
  const message = {
    n,
    person: script.person,
    k: script.sent.length,
    kind,
    wireMsgId: wireIdOf(script, chosen),
    marker: markerOf(script, kind, about),
    certificate: certificateOf(script, kind, about),
    subject: subjectOf(script, chosen),
    about,
  };
  return { ...message, expected: expectedOf(message) };
};

/** The whole load of a run: the same seed, size and day give the same messages. */
export const makePlan = (options: { readonly seed: number; readonly messages: number; readonly day: string }): Plan => {
  const random = makeRandom(options.seed);
  const { persons, signers } = makePersons(random, options.messages);
  const messages: Array<Message> = [];
  const scripts = persons.map((person) => {
    const sent: Array<Message> = [];
    while (sent.length < person.messages) {
      const message = nextMessage({ random, day: options.day, signers, person, sent }, messages.length);
      messages.push(message);
      sent.push(message);
    }
    return sent;
  });
  return { seed: options.seed, day: options.day, persons, scripts, messages };
};
