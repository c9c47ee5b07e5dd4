import { personNumber } from "@samvirke/domain";
import type { Approval, ClinicianAnswer, PersonAnswer } from "@samvirke/domain";
import { parseDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import type { Approval as WrittenApproval, WrittenClinician, WrittenPerson } from "./config.ts";

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
