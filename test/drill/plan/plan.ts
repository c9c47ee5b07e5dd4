import { addDays } from "./days.ts";
import { expectations } from "./expected.ts";
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

const weights: ReadonlyArray<readonly [Kind, number]> = [
  ["full", 38],
  ["graded", 20],
  ["refused", 10],
  ["manual", 6],
  ["specialist", 5],
  ["late-copy", 5],
  ["duplicate", 7],
  ["conflict", 3],
  ["malformed", 1],
  ["repeat", 5],
];

// A code that both lists have: an earlier certificate counts by its code, whatever its list.
const both = { diagnosis: "R05", system: "ICD-10" } as const;
const diagnoses = ["L02", "L03", "R74", "A04", "D73", "K86", "P76"];

const pickKind = (random: Random): Kind => {
  let left = random.below(weights.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [kind, weight] of weights) {
    if (left < weight) return kind;
    left -= weight;
  }
  return "full";
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
    marker: `Merke ${random.uuid()}`,
    ...(kind === "specialist" ? both : { diagnosis: random.pick(diagnoses), system: "ICPC-2" }),
    ...daysOf(script, kind),
    ...(kind === "graded" ? { grade: 20 + random.below(79) } : {}),
    ...(kind === "refused" ? { grade: 0 } : {}),
    ...(kind === "manual" ? { reason: late } : {}),
    signer: random.pick(signers),
  };
};

/** The earlier messages that a kind can build on; undefined for kinds that need none. */
const groundsOf = (kind: Kind, sent: ReadonlyArray<Message>): ReadonlyArray<Message> | undefined => {
  switch (kind) {
    case "duplicate":
      return sent.filter((message) => message.kind === "full" || message.kind === "graded");
    case "late-copy":
      return sent.filter((message) => message.kind === "specialist");
    case "conflict":
      return sent.filter((message) => message.kind === "full" || message.kind === "graded");
    case "repeat":
      return sent.filter((message) => message.kind !== "repeat");
    default:
      return undefined;
  }
};

const contentOf = (script: Script, kind: Kind, ground: Message | undefined): Content => {
  if (ground === undefined || kind === "conflict") return fresh(script, kind);
  if (kind === "late-copy") return { ...ground.content, system: "ICPC-2", marker: `Merke ${script.random.uuid()}` };
  return ground.content;
};

const expectedOf = (kind: Kind, ground: Message | undefined): Expected => {
  if (kind === "repeat") return { ...(ground?.expected ?? expectations.full), sameAs: ground?.n ?? 0 };
  const expected = expectations[kind];
  return kind === "duplicate" && ground !== undefined ? { ...expected, duplicateOf: ground.n } : expected;
};

const nextMessage = (script: Script, n: number): Message => {
  const { random, person, sent } = script;
  const wished = pickKind(random);
  const grounds = groundsOf(wished, sent);
  const kind = grounds?.length === 0 ? "full" : wished;
  const ground = grounds !== undefined && grounds.length > 0 ? random.pick(grounds) : undefined;
  const reused = kind === "repeat" || kind === "conflict" ? ground?.wireMsgId : undefined;
  return {
    n,
    person,
    k: sent.length,
    kind,
    wireMsgId: reused ?? random.uuid(),
    content: contentOf(script, kind, ground),
    expected: expectedOf(kind, ground),
  };
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
