import type { Code } from "@samvirke/contracts";
import type { Place } from "./losses.ts";
import { lose } from "./losses.ts";

/** How one of the record's enums is found from a code. Source: fact sheet 10.3. */
export interface CodeTable {
  readonly values: Readonly<Record<string, string>>;
  /** What stands for an element that is not there. */
  readonly absent: string;
  /** What stands for a code outside the table. */
  readonly unlisted: string;
}

const same = (...codes: ReadonlyArray<string>): Readonly<Record<string, string>> =>
  Object.fromEntries(codes.map((code) => [code, code]));

export const organisationIds: CodeTable = {
  values: same("AKO", "APO", "AVD", "ENH", "HER", "LAV", "LIN", "LOK", "NPR", "RSH", "SYS"),
  absent: "UGYLDIG",
  unlisted: "UGYLDIG",
};
export const organisationTypes: CodeTable = {
  values: { "4": "PRIVATE_SPESIALISTER_MED_DRIFTSAVTALER", "110": "TANNLEGE_TANNHELSE" },
  absent: "IKKE_OPPGITT",
  unlisted: "UGYLDIG",
};
export const personIds: CodeTable = {
  values: same("FNR", "DNR", "HNR", "HPR", "HER", "PNR", "SEF", "DKF", "SSN", "FPN", "XXX", "DUF"),
  absent: "IKKE_OPPGITT",
  unlisted: "UGYLDIG",
};
export const sexes: CodeTable = {
  values: { "1": "MANN", "2": "KVINNE", "9": "USPESIFISERT" },
  absent: "IKKE_OPPGITT",
  unlisted: "UGYLDIG",
};
export const rolesToPatient: CodeTable = {
  values: { "4": "JOURNALANSVARLIG", "6": "FASTLEGE" },
  absent: "IKKE_OPPGITT",
  unlisted: "IKKE_OPPGITT",
};
export const acks: CodeTable = {
  values: { J: "JA", N: "NEI", F: "KUN_VED_FEIL" },
  absent: "IKKE_OPPGITT",
  unlisted: "UGYLDIG",
};
export const categories: CodeTable = {
  values: {
    HE: "HELSESEKRETAR",
    KI: "KIROPRAKTOR",
    LE: "LEGE",
    MT: "MANUELLTERAPEUT",
    TL: "TANNLEGE",
    FT: "FYSIOTERAPEUT",
    SP: "SYKEPLEIER",
    HP: "HJELPEPLEIER",
    HF: "HELSEFAGARBEIDER",
    XX: "USPESIFISERT",
    JO: "JORDMOR",
    AU: "AUDIOGRAF",
    NP: "NAPRAPAT",
    AA: "AMBULANSEARBEIDER",
    PS: "PSYKOLOG",
    FO: "FOTTERAPEUT",
    TH: "TANNHELSESEKRETAR",
  },
  absent: "IKKE_OPPGITT",
  unlisted: "UGYLDIG",
};
export const addressTypes: CodeTable = {
  values: {
    H: "BOSTEDSADRESSE",
    HP: "FOLKEREGISTERADRESSE",
    HV: "FERIEADRESSE",
    INV: "FAKTURERINGSADRESSE",
    PST: "POSTADRESSE",
    RES: "BESOKSADRESSE",
    TMP: "MIDLERTIDIG_ADRESSE",
    WP: "ARBEIDSADRESSE",
    BAD: "UBRUKELIG_ADRESSE",
  },
  absent: "UKJENT",
  unlisted: "UGYLDIG",
};
export const contactTypes: CodeTable = {
  values: {
    AS: "TELEFONSVARER",
    EC: "NODNUMMER",
    F: "FAX_TELEFAKS",
    H: "HJEMME_ELLER_UKJENT",
    HP: "HOVEDTELEFON",
    HV: "FERIETELEFON",
    MC: "MOBILTELEFON",
    PG: "PERSONSOKER",
    WC: "ARBEIDSPLASS_SENTRALBORD",
    WD: "ARBEIDSPLASS_DIREKTENUMMER",
    WP: "ARBEIDSPLASS",
  },
  absent: "IKKE_OPPGITT",
  unlisted: "UGYLDIG",
};

// Codes of lists where the record has no word for an unknown one: what is not here is left out and reported.
export const medicalCauses: Readonly<Record<string, string>> = {
  "1": "TILSTAND_HINDRER_AKTIVITET",
  "2": "AKTIVITET_FORVERRER_TILSTAND",
  "3": "AKTIVITET_FORHINDRER_BEDRING",
  "9": "ANNET",
};
export const workplaceCauses: Readonly<Record<string, string>> = { "1": "MANGLENDE_TILRETTELEGGING", "9": "ANNET" };
export const absenceReasons: Readonly<Record<string, string>> = {
  "1": "GODKJENT_HELSEINSTITUSJON",
  "2": "BEHANDLING_FORHINDRER_ARBEID",
  "3": "ARBEIDSRETTET_TILTAK",
  "4": "MOTTAR_TILSKUDD_GRUNNET_HELSETILSTAND",
  // Spelt as the receiver's enum spells it.
  "5": "NODVENDIG_KONTROLLUNDENRSOKELSE",
  "6": "SMITTEFARE",
  "7": "ABORT",
  "8": "UFOR_GRUNNET_BARNLOSHET",
  "9": "DONOR",
  "10": "BEHANDLING_STERILISERING",
};
export const restrictions: Readonly<Record<string, string>> = {
  A: "SKJERMET_FOR_ARBEIDSGIVER",
  P: "SKJERMET_FOR_PASIENT",
  N: "SKJERMET_FOR_NAV",
};
export const diagnosisSystems: CodeTable = {
  values: {
    "2.16.578.1.12.4.1.1.7170": "ICPC2",
    "2.16.578.1.12.4.1.1.7110": "ICD10",
    "2.16.578.1.12.4.1.1.7171": "ICPC2B",
    "2.16.578.1.12.4.1.1.7112": "PHBU",
  },
  absent: "UGYLDIG",
  unlisted: "UGYLDIG",
};

/** The enum value for a code text; what the table does not have is reported. */
export const lookUp = (table: CodeTable, code: string | null | undefined, place: Place): string => {
  if (code === null || code === undefined) return table.absent;
  const found = table.values[code];
  if (found === undefined) lose(place, "UNLISTED_CODE");
  return found ?? table.unlisted;
};

/** The enum value for a code; a code without value counts as unlisted, a missing one as absent. */
export const lookUpCode = (table: CodeTable, code: Code | null, place: Place): string =>
  code === null ? table.absent : lookUp(table, code.code ?? "", place);

/** The values for several codes; unlisted ones are left out and reported, those without value just left out. */
export const lookUpAll = (
  table: Readonly<Record<string, string>>,
  codes: ReadonlyArray<Code>,
  place: Place,
): ReadonlyArray<string> =>
  codes.flatMap(({ code }, index) => {
    if (code === null || code === "") return [];
    const found = table[code];
    if (found === undefined) place.report.lose(`${place.at}[${index}]`, "UNLISTED_CODE");
    return found === undefined ? [] : [found];
  });
