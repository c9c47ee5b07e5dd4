import type { DialogueCase, Identifier, PersonIdentity } from "@samvirke/contracts";
import { nationalNumbers } from "../sick-leave/identifiers.ts";

const isSaid = (text: string | null | undefined): boolean => (text ?? "").trim() !== "";

/**
 * Whether the message says who the person is: by a number of any type, or by name, birth date and sex together.
 *
 * Source: HIS 80415, fact sheet 8.1.
 */
export const isIdentified = ({ number, envelopeNumbers, name }: PersonIdentity, { patient }: DialogueCase): boolean => {
  if ([number, ...envelopeNumbers].some((one) => isSaid(one?.value))) return true;
  return isSaid(name?.family) && patient.bornOn !== null && isSaid(patient.sex?.code);
};

/** The person's national number as sent; undefined where there is none. */
export const personNumberIn = ({ number, envelopeNumbers }: PersonIdentity): Identifier | undefined =>
  nationalNumbers([...(number === null ? [] : [number]), ...envelopeNumbers])[0];
