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

// A person's certificates follow each other, so that none is a duplicate and none overlaps.
const spells = 4;
const spellDays = 5;
const icpc2 = "2.16.578.1.12.4.1.1.7170";

const otherDiagnoses = [
  { code: "P02", system: icpc2, text: "Psykisk ubalanse situasjonsbetinget" },
  { code: "L99", system: icpc2, text: "Muskel-/skjelettsykdom IKA" },
];

const medicalCauses = {
  codes: [{ code: "1", text: "Helsetilstanden hindrer pasienten i å være i aktivitet" }],
  text: "Smerter ved belastning.",
};
const workplaceCauses = {
  codes: [{ code: "1", text: "Manglende tilrettelegging på arbeidsplassen" }],
  text: "Tunge løft hver dag.",
};

const answers = [
  {
    groupId: "6.3",
    groupText: "Helseopplysninger ved 7/8 uker",
    answers: [
      {
        id: "6.3.1",
        question: "Beskriv kort sykehistorie, symptomer og funn",
        answer: "Gradvis bedring etter opptrening.",
      },
      {
        id: "6.3.2",
        question: "Beskriv pågående og planlagt utredning og/eller behandling",
        answer: "Fysioterapi to ganger i uken.",
      },
    ],
  },
];

const sampleOf = (spell: number) => {
  const from = addDays(osloDay(Date.now()), spell * spellDays);
  return certificate(1, {
    messageId: marks.messageId,
    ediLogId: marks.ediLogId,
    person: { number: marks.number, name: { given: "Vilja", family: "Testmo" } },
    otherDiagnoses,
    periods: [{ kind: "FULL", from, to: addDays(from, spellDays - 1), medicalCauses, workplaceCauses }],
    fitAfterPeriod: true,
    consideration: "Bør slippe løft over ti kilo de første ukene.",
    messageToEmployer: "Det er fint om oppgavene kan legges om.",
    answers,
  });
};

// As EHR systems write it, a line an element; that makes it the 6 KB that a certificate usually has.
const indented = (document: Uint8Array): Buffer =>
  Buffer.from(Buffer.from(document).toString("utf8").replaceAll("><", ">\n    <"));

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
  const bytes = indented(printed(sampleOf(spell)));
  const places = {
    messageId: placesOf(bytes, marks.messageId),
    ediLogId: placesOf(bytes, marks.ediLogId),
    number: placesOf(bytes, marks.number),
  };
  if (Object.values(places).some((list) => list.length === 0)) throw new Error("the printer changed a mark");
  return { bytes, places };
};

const fill = ({ bytes, places }: Template, values: typeof marks): Buffer => {
  const body = Buffer.from(bytes);
  for (const name of Object.keys(marks) as ReadonlyArray<keyof typeof marks>)
    for (const at of places[name]) body.write(values[name], at, "latin1");
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
      return fill(templates[round % spells] as Template, {
        messageId: randomUUID(),
        ediLogId,
        number: numberOf(person),
      });
    },
  };
};
