import type { KeyObject } from "node:crypto";
import type { PersonId } from "./ids.ts";

/** Readers that a compartment can be sealed for. */
export type Audience = "hub" | "health" | "welfare" | "employer" | "archive";
/** The parts of an event that are sealed under one key each. */
export type Compartment = "identity" | "work" | "case" | "medical";
export const compartments: ReadonlyArray<Compartment> = ["identity", "work", "case", "medical"];

/** A person's secret as a key object, made once and kept (a raw buffer costs five times more on some Node versions). */
export interface PersonSecret {
  readonly person: PersonId;
  readonly version: number;
  readonly secret: KeyObject;
}

/** Persons' secrets, fetched once a batch. Absent from the answer: erased or never made. */
export interface KeyPort {
  readonly secrets: (persons: ReadonlyArray<PersonId>) => Promise<ReadonlyMap<PersonId, PersonSecret>>;
}

/** What opening a sealed part yields; folds are total over it. */
export type Opened<A> =
  | { readonly state: "Open"; readonly value: A }
  | { readonly state: "Erased" }
  | { readonly state: "NotMine" };
