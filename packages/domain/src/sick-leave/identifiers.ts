import type { Identifier, PersonIdentity } from "@samvirke/contracts";

const nationalTypes: ReadonlyArray<string> = ["FNR", "DNR"];

/** The code of an identifier's type, or an empty text. */
export const typeOf = ({ type }: Identifier): string => type.code ?? "";

const hasValue = ({ value }: Identifier): boolean => (value ?? "").trim() !== "";

/** Identifiers of a type that say something. */
export const ofType = (identifiers: ReadonlyArray<Identifier>, type: string): ReadonlyArray<Identifier> =>
  identifiers.filter((one) => typeOf(one) === type && hasValue(one));

/** National identity numbers and D-numbers. */
export const nationalNumbers = (identifiers: ReadonlyArray<Identifier>): ReadonlyArray<Identifier> =>
  identifiers.filter((one) => nationalTypes.includes(typeOf(one)) && hasValue(one));

/** Numbers by which the health personnel register can be asked, its own number first. */
export const registerNumbers = (identifiers: ReadonlyArray<Identifier>): ReadonlyArray<Identifier> => [
  ...ofType(identifiers, "HPR"),
  ...nationalNumbers(identifiers),
];

/** The number that the certificate is about, as sent: the document's, else the message head's. */
export const patientNumber = ({ number, envelopeNumbers }: PersonIdentity): Identifier | undefined =>
  number !== null && hasValue(number) ? number : nationalNumbers(envelopeNumbers)[0];
