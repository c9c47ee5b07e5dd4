import { randomUUID } from "node:crypto";
import { printCertificate } from "@samvirke/formats";
import type { CertificateSample } from "@samvirke/formats";
import { addDays, osloDay, printDay } from "@samvirke/kernel";
import { identityNumber } from "./persons.ts";

const clinician = {
  number: identityNumber(900_001),
  hprNumber: "8140777",
  name: { given: "Sjalg", family: "Prøvestad" },
  phone: "tel:55500000",
};

/** A certificate that every rule lets pass, about the n-th synthetic person, signed now. */
export const certificate = (n: number, changes: Partial<CertificateSample> = {}): CertificateSample => {
  const now = Date.now();
  const today = osloDay(now);
  return {
    wrapping: "fellesformat",
    messageId: randomUUID(),
    generatedAt: new Date(now - 60_000).toISOString().replace(/\.\d+Z$/, "Z"),
    receivedAt: new Date(now).toISOString(),
    ediLogId: `edi-${randomUUID()}`,
    person: { number: identityNumber(n), name: { given: "Vilja", family: `Testmo${n}` } },
    clinician,
    unit: { name: "Prøvebakken legekontor", organisationNumber: "999990019", herId: "8140033" },
    ruleSetVersion: "3",
    spellStart: today,
    employment: { count: "1", employerName: "Eksempelverket", occupation: "Snekker", positionPercent: 100 },
    mainDiagnosis: { code: "L84", system: "2.16.578.1.12.4.1.1.7170", text: "Ryggsyndrom uten smerteutstråling" },
    periods: [{ kind: "FULL", from: today, to: addDays(today, 9) }],
    treatedAt: `${printDay(today)}T09:15:00`,
    system: { name: "Prøve-EPJ", version: "1.0" },
    barcode: "0",
    ...changes,
  };
};

export const printed = (sample: CertificateSample): Uint8Array => {
  const document: unknown = printCertificate(sample);
  if (document instanceof Uint8Array) return document;
  return Buffer.from(String(document));
};
