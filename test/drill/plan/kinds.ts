import type { CertificateKind, DialogueKind, Kind, Message, OtherKind } from "./message.ts";

/** Kinds with how often each is wished for. */
export type Weights = ReadonlyArray<readonly [Kind, number]>;

const certificates: ReadonlyArray<readonly [CertificateKind | "repeat", number]> = [
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

const dialogues: ReadonlyArray<readonly [DialogueKind | "repeat", number]> = [
  ["note", 40],
  ["question", 22],
  ["answer", 16],
  ["clinical", 9],
  ["bare-answer", 8],
  ["repeat", 5],
];

const others: ReadonlyArray<readonly [OtherKind | "repeat", number]> = [
  ["referral", 16],
  ["change", 9],
  ["cancellation", 7],
  ["cancelled-ahead", 8],
  ["overtaken", 12],
  ["statement", 10],
  ["delivery", 8],
  ["sent", 12],
  ["confirmed", 4],
  ["need", 5],
  ["requirement", 5],
  ["meeting", 5],
  ["plan", 8],
  ["notice", 5],
  ["repeat", 5],
];

/** The mixed load: seven certificates, two letters and one of all else in ten, and what stands in where a kind has nothing to build on. */
export const classes: ReadonlyArray<{
  readonly share: number;
  readonly weights: Weights;
  readonly instead: ReadonlyArray<Kind>;
}> = [
  { share: 70, weights: certificates, instead: ["full"] },
  { share: 20, weights: dialogues, instead: ["note"] },
  { share: 10, weights: others, instead: ["referral", "cancelled-ahead", "statement", "need", "notice"] },
];

/** Every kind of the load. */
export const kinds: ReadonlyArray<Kind> = [...new Set(classes.flatMap(({ weights }) => weights.map(([kind]) => kind)))];

/** How the first persons' messages begin, so that every kind occurs in the smallest load; the rest is drawn. */
export const tours: ReadonlyArray<ReadonlyArray<Kind>> = [
  ["full", "graded", "sent", "confirmed", "plan", "meeting", "need", "requirement", "notice", "statement"],
  [
    "note",
    "question",
    "answer",
    "clinical",
    "bare-answer",
    "referral",
    "delivery",
    "cancelled-ahead",
    "overtaken",
    "referral",
  ],
  [
    "full",
    "duplicate",
    "conflict",
    "refused",
    "manual",
    "specialist",
    "late-copy",
    "referral",
    "change",
    "cancellation",
  ],
  ["malformed", "repeat"],
];

type Sent = ReadonlyArray<Message>;

const of =
  (...wanted: ReadonlyArray<Kind>) =>
  (sent: Sent): Sent =>
    sent.filter(({ kind }) => wanted.includes(kind));

const untouchedBy =
  (from: ReadonlyArray<Kind>, by: ReadonlyArray<Kind>) =>
  (sent: Sent): Sent =>
    of(...from)(sent).filter((one) => !sent.some(({ kind, about }) => about === one && by.includes(kind)));

const plain = ["full", "graded"] as const;
const uses = ["sent", "confirmed"] as const;

/** The earlier messages that each kind can build on; kinds that need none are not listed. */
const grounds: Readonly<Partial<Record<Kind, (sent: Sent) => Sent>>> = {
  duplicate: of(...plain),
  "late-copy": of("specialist"),
  conflict: of(...plain),
  repeat: (sent) => sent.filter(({ kind }) => kind !== "repeat"),
  question: of("note"),
  answer: of("question"),
  change: untouchedBy(["referral"], ["cancellation"]),
  cancellation: untouchedBy(["referral"], ["cancellation", "delivery"]),
  overtaken: untouchedBy(["cancelled-ahead"], ["overtaken"]),
  delivery: untouchedBy(["referral"], ["delivery", "cancellation", "change"]),
  sent: untouchedBy(plain, uses),
  confirmed: untouchedBy(plain, uses),
  plan: of("sent"),
};

/** What a kind can build on; undefined for kinds that need nothing. */
export const groundsOf = (kind: Kind, sent: Sent): Sent | undefined => grounds[kind]?.(sent);
