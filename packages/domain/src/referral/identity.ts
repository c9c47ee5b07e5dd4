import type { Identifier, ReferralIdentity, ReferralPatient } from "@samvirke/contracts";

// Numbers that say who a person is together with a name. Source: HIS 80415, the person's identification.
const sufficient: ReadonlyArray<string> = ["FNR", "DNR", "FHN"];

const isSufficient = ({ value, type }: Identifier): boolean =>
  (value ?? "") !== "" && (type.code === null || sufficient.includes(type.code.trim().toUpperCase()));

const hasText = (text: string | null): boolean => (text ?? "").trim() !== "";

const isNamed = ({ name }: ReferralIdentity): boolean => name !== null && (hasText(name.family) || hasText(name.given));

const isNumbered = ({ number, otherNumbers }: ReferralIdentity): boolean =>
  otherNumbers.some(isSufficient) || (number !== null && isSufficient(number));

const isDescribed = ({ bornOn, sex }: ReferralPatient): boolean => {
  const code = (sex?.code ?? "").trim();
  return bornOn !== null && (code === "1" || code === "2");
};

/**
 * Whether it is known who the person is: name with national, D or joint help number, or name with birth date and sex.
 *
 * Source: HIS 80415 (E36); a local help number says nothing outside of its house.
 */
export const isIdentified = (identity: ReferralIdentity, patient: ReferralPatient): boolean =>
  isNamed(identity) && (isNumbered(identity) || isDescribed(patient));
