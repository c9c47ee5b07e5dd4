import type { DialoguePatient, Identifier, PersonIdentity, WireEnvelope, WirePerson } from "@samvirke/contracts";
import { signerOf } from "../certificate/signer.ts";

const national: ReadonlyArray<string> = ["FNR", "DNR"];

const mainNumber = (numbers: ReadonlyArray<Identifier>): Identifier | null =>
  numbers.find(({ type }) => national.includes(type.code ?? "")) ?? numbers[0] ?? null;

/** Who the person is; a dialogue message names the person in the message head alone. */
export const identityOf = (patient: WirePerson | null): PersonIdentity => {
  const { identifiers, name } = patient ?? { identifiers: [], name: null };
  return {
    number: mainNumber(identifiers),
    name,
    envelopeNumbers: identifiers,
    envelopeName: name,
    currentNumber: null,
  };
};

const nobody: DialoguePatient = { bornOn: null, sex: null, nationality: null, address: null, contactPoints: [] };

/** What else is said of the person. */
export const patientOf = (patient: WirePerson | null): DialoguePatient => {
  if (patient === null) return nobody;
  const { bornOn, sex, nationality, address, contactPoints } = patient;
  return { bornOn, sex, nationality, address, contactPoints };
};

const rank = ({ type }: Identifier): number => (national.includes(type.code ?? "") ? 0 : 1);

/** Numbers of whoever signed, national ones first: the signature's, else those of the sender's professional. */
export const signerNumbersOf = (envelope: WireEnvelope): ReadonlyArray<Identifier> =>
  [...(signerOf(envelope)?.numbers ?? [])].sort((a, b) => rank(a) - rank(b));
