import type { Day } from "@samvirke/kernel";
import type { Approval, Competence, RegisterCode, Signer } from "./facts.ts";

const authorisationOid = 7704;
const competenceOid = 7702;
/** Authorised, licensed and the like: what gives the right to certify. */
const certifyingAuthorisations: ReadonlyArray<string> = ["1", "17", "4", "2", "14", "18"];

const isActive = (code: RegisterCode | undefined): boolean => code?.active === true;

const isAuthorised = ({ authorisation }: Approval): boolean => isActive(authorisation);

const mayCertify = ({ authorisation }: Approval): boolean =>
  authorisation?.active === true &&
  authorisation.oid === authorisationOid &&
  certifyingAuthorisations.includes(authorisation.value);

/** Whether any approval is active at all. */
export const hasActiveApproval = ({ approvals }: Signer): boolean => approvals.some(isAuthorised);

/** Whether any approval is of a kind that gives the right to certify. */
export const hasCertifyingApproval = ({ approvals }: Signer): boolean => approvals.some(mayCertify);

/** Active authorisation in an active category. The category's OID and the authorisation's value are not looked at. */
const isOf =
  (category: string) =>
  (approval: Approval): boolean =>
    isAuthorised(approval) && isActive(approval.category) && approval.category?.value === category;

const isInTime = ({ from, to }: Competence, on: Day): boolean =>
  from !== undefined && from <= on && on <= (to ?? Infinity);

const isCertifyingCourse = ({ type, ended }: Competence): boolean =>
  ended === undefined && type?.active === true && type.oid === competenceOid && type.value === "1";

/** Whether any approval in force is of a category. */
export const hasCategory = ({ approvals }: Signer, category: string): boolean => approvals.some(isOf(category));

/** Category with the additional competence to certify. Activity of category and authorisation is not looked at. */
const isQualified =
  (category: string, on: Day) =>
  (approval: Approval): boolean =>
    approval.category?.value === category &&
    approval.competences.some((competence) => isCertifyingCourse(competence) && isInTime(competence, on));

/** Physician or dentist: may certify without limit. */
export const isPhysicianOrDentist = (signer: Signer): boolean => hasCategory(signer, "LE") || hasCategory(signer, "TL");

/** Manual therapist, or physiotherapist or chiropractor with the additional competence on the given day: 12 weeks. */
export const isTherapist = (signer: Signer, on: Day): boolean => {
  const { approvals } = signer;
  return hasCategory(signer, "MT") || approvals.some(isQualified("FT", on)) || approvals.some(isQualified("KI", on));
};
