import type { PatientContact, PersonIdentity, WirePerson } from "@samvirke/contracts";
import { contactPointsIn, identifierOf, nameIn } from "../envelope/elements.ts";
import type { Findings } from "../xml/findings.ts";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child } from "../xml/tree.ts";
import { certificateNames } from "./work.ts";

/** Who the person is, by the certificate and by the message head. */
export const identityIn = (certificate: XmlNode, head: WirePerson | null, findings: Findings): PersonIdentity => {
  const patient = child(certificate, "Pasient");
  const stated = child(patient, "Fodselsnummer");
  return {
    number: stated ? identifierOf(stated, findings) : (head?.identifiers[0] ?? null),
    name: nameIn(child(patient, "Navn"), certificateNames),
    envelopeNumbers: head?.identifiers ?? [],
    envelopeName: head?.name ?? null,
    currentNumber: null,
  };
};

type FromHead = Pick<PatientContact, "bornOn" | "sex" | "nationality" | "address" | "envelopeContactPoints">;

const nothingSaid: FromHead = { bornOn: null, sex: null, nationality: null, address: null, envelopeContactPoints: [] };

const fromHead = ({ bornOn, sex, nationality, address, contactPoints }: WirePerson): FromHead => ({
  bornOn,
  sex,
  nationality,
  address,
  envelopeContactPoints: contactPoints,
});

/** What else is said of the person. */
export const patientContactIn = (certificate: XmlNode, head: WirePerson | null, findings: Findings): PatientContact => {
  const patient = child(certificate, "Pasient");
  return {
    contactPoints: contactPointsIn(patient, "KontaktInfo", findings),
    familyDoctor: textIn(patient, "NavnFastlege"),
    welfareOffice: textIn(patient, "NAVKontor"),
    ...(head ? fromHead(head) : nothingSaid),
  };
};
