import { randomBytes, randomUUID } from "node:crypto";
import { addDays, osloDay } from "@samvirke/kernel";
import { certificate, printed } from "../../hub/certificates.ts";
import { identityNumber } from "../../hub/persons.ts";

/** Certificates of about 6 KB, each of its own: another message id, person by person. */
export interface Bodies {
  readonly next: () => Buffer;
  readonly bytes: number;
}

const marks = {
  messageId: "11111111-aaaa-4aaa-8aaa-111111111111",
  ediLogId: "22222222-bbbb-4bbb-8bbb-222222222222",
  number: "33333333333",
};

const text =
  "Pasienten har hatt økende plager gjennom flere uker og har prøvd tilpassede oppgaver på arbeidsplassen uten at det ga bedring. ";
const wantedBytes = 6_000;
// A person's certificates follow each other, so that none is a duplicate and none overlaps.
const spells = 4;
const spellDays = 5;

const sampleOf = (spell: number, length: number) => {
  const from = addDays(osloDay(Date.now()), spell * spellDays);
  return certificate(1, {
    messageId: marks.messageId,
    ediLogId: marks.ediLogId,
    person: { number: marks.number, name: { given: "Vilja", family: "Testmo" } },
    periods: [{ kind: "FULL", from, to: addDays(from, spellDays - 1) }],
    messageToEmployer: text.repeat(Math.ceil(length / text.length)).slice(0, length),
  });
};

const placesOf = (template: Buffer, mark: string): ReadonlyArray<number> => {
  const places: Array<number> = [];
  for (let at = template.indexOf(mark); at >= 0; at = template.indexOf(mark, at + 1)) places.push(at);
  return places;
};

interface Template {
  readonly bytes: Buffer;
  readonly places: Readonly<Record<keyof typeof marks, ReadonlyArray<number>>>;
}

const templateOf = (spell: number): Template => {
  const short = printed(sampleOf(spell, 1)).byteLength;
  const bytes = Buffer.from(printed(sampleOf(spell, Math.max(1, wantedBytes - short))));
  const places = { messageId: placesOf(bytes, marks.messageId), ediLogId: placesOf(bytes, marks.ediLogId), number: placesOf(bytes, marks.number) };
  if (Object.values(places).some((list) => list.length === 0)) throw new Error("the printer changed a mark");
  return { bytes, places };
};

const fill = ({ bytes, places }: Template, values: typeof marks): Buffer => {
  const body = Buffer.from(bytes);
  for (const name of Object.keys(marks) as ReadonlyArray<keyof typeof marks>) for (const at of places[name]) body.write(values[name], at, "latin1");
  return body;
};

/** Bodies about persons from the n-th on: so many persons, then the same persons' next certificates, then others. */
export const makeBodies = (first: number, persons: number): Bodies => {
  const templates = Array.from({ length: spells }, (_, spell) => templateOf(spell));
  const numbers = new Map<number, string>();
  const edi = randomBytes(6).toString("hex");
  let sent = 0;
  const numberOf = (person: number): string => {
    const known = numbers.get(person) ?? identityNumber(person);
    numbers.set(person, known);
    return known;
  };
  return {
    bytes: templates[0]?.bytes.byteLength ?? 0,
    next: () => {
      const [round, place] = [Math.floor(sent / persons), sent % persons];
      const person = first + Math.floor(round / spells) * persons + place;
      const ediLogId = `${edi}-${String(sent).padStart(marks.ediLogId.length - edi.length - 1, "0")}`;
      sent += 1;
      return fill(templates[round % spells] as Template, { messageId: randomUUID(), ediLogId, number: numberOf(person) });
    },
  };
};
