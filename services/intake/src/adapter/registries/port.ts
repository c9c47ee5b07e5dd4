import type { Identifier } from "@samvirke/contracts";
import type { AddressAnswer, ClinicianAnswer, PersonAnswer } from "@samvirke/domain";
import type { Day } from "@samvirke/kernel";

/** Whether someone's right to certify was suspended on a day. */
export interface SuspensionQuestion {
  readonly number: string;
  readonly on: Day;
}

/** Whether a person is employed by an employer, or by a unit of the same legal unit, on a day. */
export interface EmploymentQuestion {
  readonly number: string;
  /** Organisation number. */
  readonly employer: string;
  readonly on: Day;
}

/**
 * The registers, asked for a whole batch. Answers come in the order of the questions, one for each.
 *
 * Rejects: RegistryFailure when a register is away or leaves a question open; nobody guesses, the batch waits.
 */
export interface Registries {
  readonly persons: (numbers: ReadonlyArray<string>) => Promise<ReadonlyArray<PersonAnswer>>;
  readonly clinicians: (numbers: ReadonlyArray<Identifier>) => Promise<ReadonlyArray<ClinicianAnswer>>;
  readonly suspensions: (questions: ReadonlyArray<SuspensionQuestion>) => Promise<ReadonlyArray<boolean>>;
  /** Where clinicians are reached, by welfare's own references to them. */
  readonly addresses: (references: ReadonlyArray<string>) => Promise<ReadonlyArray<AddressAnswer>>;
  readonly employments: (questions: ReadonlyArray<EmploymentQuestion>) => Promise<ReadonlyArray<boolean>>;
}

export type RegistryName = "persons" | "healthPersonnel" | "suspensions" | "addresses" | "employments";

/** A register that does not answer: unavailable, to be asked again. */
export interface RegistryFailure extends Error {
  readonly code: "REGISTRY_UNAVAILABLE";
}

export const registryFailure = (registry: RegistryName, why: string): RegistryFailure =>
  Object.assign(new Error(`register ${registry}: ${why}`), { code: "REGISTRY_UNAVAILABLE" as const });
