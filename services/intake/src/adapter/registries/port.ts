import type { Identifier } from "@samvirke/contracts";
import type { ClinicianAnswer, PersonAnswer } from "@samvirke/domain";
import type { Day } from "@samvirke/kernel";

/** Whether someone's right to certify was suspended on a day. */
export interface SuspensionQuestion {
  readonly number: string;
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
}

export type RegistryName = "persons" | "healthPersonnel" | "suspensions";

/** A register that does not answer: unavailable, to be asked again. */
export interface RegistryFailure extends Error {
  readonly code: "REGISTRY_UNAVAILABLE";
}

export const registryFailure = (registry: RegistryName, why: string): RegistryFailure =>
  Object.assign(new Error(`register ${registry}: ${why}`), { code: "REGISTRY_UNAVAILABLE" as const });
