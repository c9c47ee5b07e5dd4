import type {
  Address,
  Code,
  DialogueRole,
  HealthcareProfessional,
  Identifier,
  Name,
  Organisation,
  WirePerson,
} from "@samvirke/contracts";
import type { Day } from "@samvirke/kernel";
import { themeLists } from "../src/dialogue/codes.ts";
import type { NoteParts, QuestionParts } from "../src/dialogue/items.ts";
import type { DialogueDocument } from "../src/index.ts";
import { dialogueDocumentOf } from "../src/index.ts";
import { note as sample } from "./dialogue-documents.ts";

export interface Dice {
  /** From 0 to below 1. */
  readonly roll: () => number;
}

/** Repeatable chance. */
export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  return {
    roll: () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    },
  };
};

const letters = ["a", "Z", "æ", "Ø", "å", "é", "ß", "漢", "𝄞", "&", "<", ">", '"', "'", "-", "1", " "];

/** Chance over the whole shape of a dialogue message. */
export const randomDialogue = (dice: Dice): DialogueDocument => {
  const { roll } = dice;
  const below = (n: number): number => Math.floor(roll() * n);
  const pick = <A>(list: ReadonlyArray<A>): A => list[below(list.length)] as A;
  const maybe = <A>(make: () => A, chance = 0.7): A | null => (roll() < chance ? make() : null);
  const some = <A>(make: () => A, max = 2): ReadonlyArray<A> => Array.from({ length: below(max + 1) }, make);
  // Never blank at the ends: identifiers are read without outer blanks.
  const text = (): string => `${pick(["Ord", "Æ"])}${some(() => pick(letters), 8).join("")}.`;
  const day = (): Day => (below(40_000) - 5_000) as Day;
  const list = (): string => `2.16.578.1.12.4.1.1.${1_000 + below(9_000)}`;
  const cs = (): Code => ({ system: null, code: maybe(text, 0.9), text: maybe(text), originalText: null });
  const cv = (): Code => ({
    system: maybe(list, 0.9),
    code: maybe(text, 0.9),
    text: maybe(text),
    originalText: maybe(text),
  });
  const identifier = (): Identifier => ({ value: text(), type: cv() });
  const name = (): Name | null => {
    const parts = { given: maybe(text), middle: maybe(text, 0.4), family: maybe(text) };
    return parts.given === null && parts.middle === null && parts.family === null ? null : parts;
  };
  const address = (): Address => ({
    type: maybe(cs),
    street: maybe(text),
    postalCode: maybe(text),
    city: maybe(text),
    postBox: maybe(text),
    county: maybe(cs),
    country: maybe(cs),
  });
  const reach = () => ({
    address: maybe(address),
    contactPoints: some(() => ({
      type: maybe(cs),
      address: maybe(() => `tel:${10_000_000 + below(80_000_000)}`, 0.9),
    })),
  });
  const person = (): WirePerson => ({
    name: name(),
    bornOn: maybe(day),
    sex: maybe(cs),
    nationality: maybe(cs),
    identifiers: some(identifier),
    ...reach(),
  });
  const professional = (): HealthcareProfessional => ({ category: maybe(cs), roleToPatient: maybe(cv), ...person() });
  const unit = (): Organisation => ({
    name: text(),
    type: maybe(cv),
    identifiers: [identifier(), ...some(identifier, 1)],
    ...reach(),
    healthcareProfessional: null,
  });
  const who = (chance: number): Pick<DialogueRole, "professional" | "person"> => {
    const isPerson = roll() < 0.5;
    if (roll() >= chance) return { professional: null, person: null };
    return { professional: isPerson ? null : professional(), person: isPerson ? person() : null };
  };
  const version = pick(["1.0", "1.1"] as const);
  const isNewer = version === "1.1";
  const role = (): DialogueRole => ({
    role: maybe(cv),
    roleToPatient: maybe(cv),
    unit: isNewer
      ? maybe(() => ({ organisations: [unit(), ...some(unit, 1)], remark: maybe(text), ...who(0.7) }))
      : null,
    ...who(isNewer ? 0.7 : 1),
  });
  const theme = (): Code => {
    const [number, codes] = pick(Object.entries(themeLists));
    return {
      system: `2.16.578.1.12.4.1.1.${number}`,
      code: pick(Object.keys(codes)),
      text: maybe(text),
      originalText: maybe(text),
    };
  };
  const question = (): QuestionParts => ({
    head: { theme: theme(), documentId: maybe(text), urgency: maybe(cs), roles: some(role) },
    content: {
      subject: isNewer ? maybe(text) : null,
      text: maybe(text),
      purpose: maybe(cv),
      grounds: maybe(text),
      from: maybe(day),
      to: maybe(day),
      recordParts: some(cv, isNewer ? 2 : 1),
      codedContent: isNewer ? maybe(cv) : null,
    },
  });
  const note = (): NoteParts => {
    const repeated = maybe(question);
    return {
      head: {
        theme: theme(),
        documentId: maybe(text),
        datedOn: maybe(day),
        roles: some(role),
        question: repeated?.head ?? null,
      },
      content: { heading: maybe(text), text: maybe(text), remark: maybe(text), question: repeated?.content ?? null },
    };
  };
  const asks = roll() < 0.4;
  const wrapping = pick(["fellesformat1", "fellesformat2", "msghead"] as const);
  return {
    ...dialogueDocumentOf({ ...sample, version, wrapping }),
    caseType: maybe(cv),
    caseTypeText: maybe(text),
    questions: asks ? [question(), ...some(question, 1)] : [],
    notes: asks ? [] : [note(), ...some(note, 1)],
    enclosures: some(() => ({ mimeType: "application/pdf", content: Buffer.from(`%PDF ${text()}`) })),
  };
};
