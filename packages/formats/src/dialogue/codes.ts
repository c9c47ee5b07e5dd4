import type { Code } from "@samvirke/contracts";

/** What a table has under a key of its own; what a sender wrote must not find what every object inherits. */
export const entryOf = <A>(table: Readonly<Record<string, A>>, key: string | null | undefined): A | undefined =>
  typeof key === "string" && Object.hasOwn(table, key) ? table[key] : undefined;

const root = "2.16.578.1.12.4.1.1.";

/** The OID of a national code list by its number. */
export const oid = (list: string): string => root + list;

type Texts = Readonly<Record<string, string>>;

/** Call to a dialogue meeting, from welfare. */
const meetingCalls: Texts = {
  "1": "Innkalling dialogmøte 2",
  "2": "Endring dialogmøte 2",
  "3": "Innkalling dialogmøte 3",
  "4": "Endring dialogmøte 3",
};
const meetingAnswers: Texts = {
  "1": "Ja, jeg kommer",
  "2": "Jeg ønsker nytt møtetidspunkt",
  "3": "Jeg kan ikke komme / begrunnelse for manglende oppmøte",
};
const welfareNotes: Texts = {
  "1": "Oppfølgingsplan",
  "2": "Friskmelding til arbeidsformidling",
  "3": "Retur av legeerklæring",
  "4": "Avlysning dialogmøte",
  "5": "Unntak dialogmøte",
  "6": "Tilbakemelding fra NAV",
  "8": "Melding fra NAV",
  "9": "Informasjon fra NAV",
};
const clinicianNotes: Texts = {
  "1": "Henvendelse om sykefraværsoppfølging",
  "2": "Henvendelse om pasient som ikke er sykmeldt",
};
const questions: Texts = { "1": "Forespørsel om pasient", "2": "Påminnelse forespørsel om pasient" };
const answers: Texts = {
  "1": "De etterspurte opplysningene er inkludert i meldingen",
  "2": "Forespørselen avvist uten begrunnelse",
  "3": "Har ikke ønskede opplysninger",
  "4": "Kan ikke besvares. Krever pasientens samtykke",
  "5": "Svar på forespørsel",
  "9": "Annet, svar angitt i fritekst",
};
const referralStatus: Texts = {
  "1": "Innkalles til helsehjelp",
  "2": "Rett til helsehjelp, tidspunkt kommer",
  "3": "Henvisningen er videresendt",
  "4": "Henvisningen er avvist",
};

/** Lists whose codes say what a message is. Source: fact sheet 5.5; volven.no for the texts. */
export const themeLists: Readonly<Record<string, Texts>> = {
  "8125": meetingCalls,
  "8126": meetingAnswers,
  "8127": welfareNotes,
  "8128": clinicianNotes,
  "8129": questions,
  "9069": answers,
  "9148": referralStatus,
};

const fullOid = /^2\.16\.578\.1\.12\.4\.1\.1\.(\d{4})$/;
const shortForm = /^\d{4}$/;

/** Which list a code says it is from; senders write the number alone as well. */
export const listOf = (code: Code | null): string | undefined => {
  const system = code?.system ?? "";
  return fullOid.exec(system)?.[1] ?? (shortForm.test(system) ? system : undefined);
};

/** Whether the sender wrote the list's number instead of its OID. */
export const isShortSystem = (code: Code | null): boolean => shortForm.test(code?.system ?? "");

/** The text of a code in one of the lists above; undefined where it is not in it. */
export const textOfTheme = (list: string, code: string): string | undefined =>
  entryOf(entryOf(themeLists, list) ?? {}, code);

/** List and code, where both are known here; anything else a sender writes stays out of what is public. */
export const knownTheme = (code: Code | null): { readonly system: string; readonly code: string } | null => {
  const list = listOf(code);
  const value = code?.code ?? "";
  return list !== undefined && textOfTheme(list, value) !== undefined ? { system: oid(list), code: value } : null;
};
