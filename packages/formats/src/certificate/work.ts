import type { Employment, EmployerCount, ShownClinician, SickLeaveWork } from "@samvirke/contracts";
import { osloDay } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";
import { addressIn, codeIn, contactPointsIn, identifiersIn, nameIn } from "../envelope/elements.ts";
import type { NameElements } from "../envelope/elements.ts";
import type { Findings } from "../xml/findings.ts";
import { booleanIn, dayIn, textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child } from "../xml/tree.ts";
import { readClockTime } from "../xml/values.ts";

export const certificateNames: NameElements = ["Etternavn", "Mellomnavn", "Fornavn"];

const employerCounts: Readonly<Record<string, EmployerCount>> = { "1": "ONE", "2": "SEVERAL", "3": "NONE" };

const employmentIn = (certificate: XmlNode, findings: Findings): Employment => {
  const employer = child(certificate, "Arbeidsgiver");
  const countCode = codeIn(employer, "HarArbeidsgiver", findings);
  return {
    count: employerCounts[countCode?.code ?? ""] ?? "UNKNOWN",
    countCode,
    employerName: textIn(employer, "NavnArbeidsgiver"),
    occupation: textIn(employer, "Yrkesbetegnelse"),
  };
};

const clinicianIn = (certificate: XmlNode, findings: Findings): ShownClinician => {
  const clinician = child(certificate, "Behandler");
  // The numbers belong to `case`, which notes what is odd about them.
  const numbers = identifiersIn(clinician, "Id", { note: () => undefined, list: [] });
  return {
    name: nameIn(child(clinician, "Navn"), certificateNames),
    hprNumber: numbers.find(({ type }) => type.code === "HPR")?.value ?? null,
    address: addressIn(clinician, "Adresse", findings),
    contactPoints: contactPointsIn(clinician, "KontaktInfo", findings),
  };
};

const treatment = (
  contact: XmlNode | undefined,
  findings: Findings,
): Pick<SickLeaveWork, "treatedAt" | "treatedOn" | "treatedClock"> => {
  const treatedAt = textIn(contact, "BehandletDato");
  if (treatedAt === null || contact === undefined) return { treatedAt, treatedOn: null, treatedClock: null };
  const { value, finding } = readClockTime(treatedAt);
  if (finding) findings.note(finding, contact, "BehandletDato");
  return { treatedAt, treatedOn: value?.day ?? null, treatedClock: value?.clock ?? null };
};

/** What the employer may read of a certificate, the periods left out. Source: fact sheet 6.1. */
export const workIn = (
  certificate: XmlNode,
  generatedAt: Instant | null,
  findings: Findings,
): Omit<SickLeaveWork, "periods"> => {
  const outlook = child(certificate, "Prognose");
  const contact = child(certificate, "KontaktMedPasient");
  return {
    spellStart: dayIn(certificate, "SyketilfelleStartDato", findings),
    employment: employmentIn(certificate, findings),
    fitAfterPeriod: booleanIn(outlook, "ArbeidsforEtterEndtPeriode", findings),
    consideration: textIn(outlook, "BeskrivHensynArbeidsplassen"),
    workplaceMeasures: textIn(child(certificate, "Tiltak"), "TiltakArbeidsplassen"),
    messageToEmployer: textIn(certificate, "MeldingTilArbeidsgiver"),
    contactOn: dayIn(contact, "KontaktDato", findings),
    ...treatment(contact, findings),
    signedOn: generatedAt === null ? null : osloDay(generatedAt),
    clinician: clinicianIn(certificate, findings),
    foreignCountry: null,
  };
};
