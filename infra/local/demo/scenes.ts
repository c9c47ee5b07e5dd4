import { randomBytes, randomUUID } from "node:crypto";
import type { Door } from "./hub.ts";
import { StoryEnds } from "./hub.ts";

/** What must come out of a scene. */
export interface Expected {
  readonly http: 200 | 202;
  readonly outcome: string;
  readonly route: string | null;
  readonly rules: ReadonlyArray<string>;
  readonly receipt: 1 | 2;
}

/** One message of the story. */
export interface Scene {
  readonly name: string;
  readonly title: string;
  readonly told: string;
  /** The bytes to send, from the ones that earlier scenes sent. */
  readonly message: (earlier: ReadonlyMap<string, Uint8Array>) => Promise<Uint8Array>;
  readonly expected: Expected;
}

type Wish = Readonly<Record<string, string | undefined>>;

const sample = async (operations: Door, wish: Wish): Promise<Uint8Array> => {
  const given = Object.entries(wish).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const { status, bytes } = await operations.get(`/v1/samples/sick-leave?${new URLSearchParams(given).toString()}`);
  if (status !== 200) throw new StoryEnds(`Operations made no sample (${status}).`);
  return bytes;
};

const earlierOf = (earlier: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array => {
  const bytes = earlier.get(name);
  if (!bytes) throw new StoryEnds(`Nothing was sent under the name ${name}.`);
  return bytes;
};

const underNewId = (bytes: Uint8Array): Uint8Array => {
  const id = `<MsgId>${randomUUID()}</MsgId>`;
  return Buffer.from(
    Buffer.from(bytes)
      .toString("utf8")
      .replace(/<MsgId>[^<]*<\/MsgId>/, id),
    "utf8",
  );
};

const cutShort = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length * 0.7));

const accepted: Expected = { http: 202, outcome: "accepted", route: "automatic", rules: [], receipt: 1 };

const firstDays = 14;

type Making = (wish: Wish) => () => Promise<Uint8Array>;

const prolonged = (made: Making, person: string): ReadonlyArray<Scene> => [
  {
    name: "certificate",
    title: "A doctor certifies sick leave",
    told: `A certificate of ${firstDays} days, as an EHR system writes it, comes in by the receiving station.`,
    message: made({ person, days: String(firstDays) }),
    expected: accepted,
  },
  {
    name: "prolongation",
    title: "The same person is not well yet",
    told: "A second certificate begins where the first one ends.",
    message: made({ person, from: String(firstDays), days: "7" }),
    expected: accepted,
  },
];

const judged = (made: Making): ReadonlyArray<Scene> => [
  {
    name: "rejected",
    title: "A certificate that a rule refuses",
    told: "It begins six days before it was signed, and does not say why.",
    message: made({ rule: "INNTIL_8_DAGER" }),
    expected: { http: 202, outcome: "rejected", route: "automatic", rules: ["INNTIL_8_DAGER"], receipt: 2 },
  },
  {
    name: "manual",
    title: "A certificate that somebody has to look at",
    told: "It is backdated by more than a month and gives a reason: a case worker decides.",
    message: made({ rule: "OVER_1_MND_MED_BEGRUNNELSE" }),
    expected: { http: 202, outcome: "accepted", route: "manual", rules: ["OVER_1_MND_MED_BEGRUNNELSE"], receipt: 1 },
  },
];

const again: ReadonlyArray<Scene> = [
  {
    name: "repeat",
    title: "The first message once more, byte for byte",
    told: "The sender was not sure that it arrived. The answer is the first one; nothing happens twice.",
    message: async (earlier) => earlierOf(earlier, "certificate"),
    expected: { ...accepted, http: 200 },
  },
  {
    name: "duplicate",
    title: "The same certificate under a new message id",
    told: "Another message, the same content: the first one counts.",
    message: async (earlier) => underNewId(earlierOf(earlier, "certificate")),
    expected: { http: 202, outcome: "duplicate", route: "automatic", rules: ["DUPLIKAT"], receipt: 2 },
  },
];

const broken = (made: Making): Scene => ({
  name: "malformed",
  title: "A message that breaks off in the middle",
  told: "It is kept as it came, and whoever sent it is told.",
  message: async () => cutShort(await made({})()),
  expected: { http: 202, outcome: "malformed", route: null, rules: [], receipt: 2 },
});

/** The story's seven messages, about new invented persons each time it is told. */
export const makeScenes = (operations: Door): ReadonlyArray<Scene> => {
  const made: Making = (wish) => () => sample(operations, wish);
  const person = randomBytes(9).toString("base64url");
  return [...prolonged(made, person), ...judged(made), ...again, broken(made)];
};
