import type { HealthcareProfessional, Identifier } from "@samvirke/contracts";
import { personNumber } from "@samvirke/domain";
import type { AddressAnswer, Approval, ClinicianAnswer, PersonAnswer } from "@samvirke/domain";
import { parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import type { Approval as WrittenApproval, WrittenAddress, WrittenClinician, WrittenPerson } from "./config.ts";

type Present<A> = { readonly [K in keyof A]?: NonNullable<A[K]> };

/** The fields that say something. */
const present = <A extends object>(fields: A): Present<A> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as Present<A>;

const dayIn = (text: string | null | undefined): Day | undefined => parseDay(text ?? "");

/** A person register's answer as it was written. */
export const personAnswer = ({ found, currentNumber, birthDay }: WrittenPerson): PersonAnswer => ({
  found,
  ...present({ currentNumber, birthDay: dayIn(birthDay) }),
});

const approval = ({ authorisation, category, competences }: WrittenApproval): Approval => ({
  ...present({ authorisation, category }),
  competences: (competences ?? []).map(({ type, ended, from, to }) =>
    present({ type, ended, from: dayIn(from), to: dayIn(to) }),
  ),
});

/** A personnel register's answer as it was written. */
export const clinicianAnswer = ({ found, numbers, approvals }: WrittenClinician): ClinicianAnswer => ({
  found,
  numbers: found ? (numbers ?? []).map(({ type, value }) => personNumber(type, value)) : [],
  approvals: found ? (approvals ?? []).map(approval) : [],
});

const unitNumbers = "2.16.578.1.12.4.1.1.9051";

const unitNumber = (type: string, text: string, value: string | null | undefined): ReadonlyArray<Identifier> =>
  (value ?? "") === ""
    ? []
    : [{ value: value ?? "", type: { system: unitNumbers, code: type, text, originalText: null } }];

const professional = ({ clinician: one }: WrittenAddress): HealthcareProfessional | null =>
  one === null || one === undefined
    ? null
    : {
        category: null,
        roleToPatient: null,
        name: { given: one.given ?? null, middle: one.middle ?? null, family: one.family },
        bornOn: null,
        sex: null,
        nationality: null,
        identifiers: one.numbers.map(({ type, value }) => personNumber(type, value)),
        address: null,
        contactPoints: [],
      };

/** An address register's answer as it was written: the clinician's office, with the clinician in it. */
export const addressAnswer = (written: WrittenAddress): AddressAnswer => {
  const { found, office, herId, organisationNumber } = written;
  if (!found) return { found };
  const unit = {
    name: office ?? null,
    type: null,
    identifiers: [
      ...unitNumber("HER", "HER-id", herId),
      ...unitNumber("ENH", "Organisasjonsnummeret i Enhetsregisteret", organisationNumber),
    ],
    address: null,
    contactPoints: [],
    healthcareProfessional: professional(written),
  };
  return { found, party: { comMethod: null, organisations: [unit] } };
};
