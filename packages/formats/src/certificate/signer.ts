import type { HealthcareProfessional, Identifier, Signer, WireEnvelope } from "@samvirke/contracts";

const personNumbers = "2.16.578.1.12.4.1.1.8116";

// A D-number begins with the day of birth plus 40.
const numberType = (value: string): string => (/^[4-7]/.test(value) ? "DNR" : "FNR");

const signatureNumber = (value: string): Identifier => ({
  value,
  type: { system: personNumbers, code: numberType(value), text: null, originalText: null },
});

const professionalOf = (envelope: WireEnvelope): HealthcareProfessional | null =>
  envelope.sender?.organisations.find(({ healthcareProfessional }) => healthcareProfessional)?.healthcareProfessional ??
  null;

const byProfessional = (professional: HealthcareProfessional | null): Signer | null =>
  professional && { numbers: professional.identifiers, name: professional.name, category: professional.category };

/** A message that a hospital signs as a body; the person is named in the sender's organisation. */
export const isHospitalMessage = (envelope: WireEnvelope): boolean =>
  envelope.receivingStation?.ebService?.trim() === "SykmeldingVirksomhet";

/**
 * Whoever signed, as the message alone tells; the personnel register's answers come later.
 *
 * Source: fact sheet 8.3 (signer); where no receiving station vouches for a signature, the sender's professional counts.
 */
export const signerOf = (envelope: WireEnvelope): Signer | null => {
  const signed = envelope.receivingStation?.signerNumber?.trim() ?? "";
  const professional = professionalOf(envelope);
  if (signed === "" || isHospitalMessage(envelope)) return byProfessional(professional);
  return { numbers: [signatureNumber(signed)], name: null, category: null };
};
