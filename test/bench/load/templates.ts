import { addDays, osloDay } from "@samvirke/kernel";
import { printDialogueSample, printStatement } from "@samvirke/formats";
import type { CertificateSample } from "@samvirke/formats";
import { certificate, printed } from "../../hub/certificates.ts";

/** What each message of a load has of its own, and what stands in its place in a template. */
export const marks = {
  messageId: "11111111-aaaa-4aaa-8aaa-111111111111",
  ediLogId: "22222222-bbbb-4bbb-8bbb-222222222222",
  number: "33333333333",
};

/** A document with the places of its marks. */
export interface Template {
  readonly bytes: Buffer;
  readonly places: Readonly<Record<keyof typeof marks, ReadonlyArray<number>>>;
}

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

const person = { number: marks.number, name: { given: "Vilja", family: "Testmo" } };

const certificateOf = (spell: number): CertificateSample => {
  const from = addDays(osloDay(Date.now()), spell * spellDays);
  return certificate(1, {
    messageId: marks.messageId,
    ediLogId: marks.ediLogId,
    person,
    otherDiagnoses,
    periods: [{ kind: "FULL", from, to: addDays(from, spellDays - 1), medicalCauses, workplaceCauses }],
    fitAfterPeriod: true,
    consideration: "Bør slippe løft over ti kilo de første ukene.",
    messageToEmployer: "Det er fint om oppgavene kan legges om.",
    answers,
  });
};

const placesOf = (template: Buffer, mark: string): ReadonlyArray<number> => {
  const places: Array<number> = [];
  for (let at = template.indexOf(mark); at >= 0; at = template.indexOf(mark, at + 1)) places.push(at);
  return places;
};

// As EHR systems write it, a line an element; that makes a certificate the 6 KB that it usually has.
const templateOf = (document: Uint8Array): Template => {
  const bytes = Buffer.from(Buffer.from(document).toString("utf8").replaceAll("><", ">\n    <"));
  const places = {
    messageId: placesOf(bytes, marks.messageId),
    ediLogId: placesOf(bytes, marks.ediLogId),
    number: placesOf(bytes, marks.number),
  };
  if (Object.values(places).some((list) => list.length === 0)) throw new Error("the printer changed a mark");
  return { bytes, places };
};

/** A person's certificates follow each other, so that none is a duplicate and none overlaps. */
export const certificateTemplates = (spells: number): ReadonlyArray<Template> =>
  Array.from({ length: spells }, (_, spell) => templateOf(printed(certificateOf(spell))));

const parties = (): Pick<
  CertificateSample,
  "messageId" | "ediLogId" | "person" | "clinician" | "unit" | "generatedAt" | "receivedAt"
> => {
  const { clinician, unit, generatedAt, receivedAt } = certificate(1);
  return { messageId: marks.messageId, ediLogId: marks.ediLogId, person, clinician, unit, generatedAt, receivedAt };
};

/** A clinician's note about the follow-up. Source: list 8128, code 1. */
export const dialogueTemplate = (): Template =>
  templateOf(
    printDialogueSample({
      ...parties(),
      kind: "NOTE",
      code: "1",
      text: "Det går fremover; et møte om oppgavene på jobb er ønsket.",
      wrapping: "fellesformat2",
      datedOn: osloDay(Date.now()),
    }),
  );

/** A medical statement. */
export const statementTemplate = (): Template =>
  templateOf(
    printStatement({
      ...parties(),
      wrapping: "fellesformat",
      occasions: ["1"],
      severalEmployments: "2",
      welfareOffice: "NAV Prøvebakken",
      diagnosisSystem: "5",
      diagnoses: [{ code: "L84", text: "Ryggsyndrom uten smerteutstråling" }],
      status: "Bedre enn før",
      history: "Vondt etter løft på jobb",
      measures: [{ code: "4", text: "hev- og senkbord" }],
      measuresDetails: "Tilrettelegging i tre måneder",
      situations: [{ code: "1" }],
      outlook: { better: true },
      contacts: [{ code: "1" }],
    }),
  );
