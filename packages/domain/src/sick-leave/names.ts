import { uuid5 } from "@samvirke/kernel";
import type { SickLeaveState } from "./model.ts";

// Names are kept short in a person's state: 22 characters of an HMAC tell a person's few hundred certificates apart.
const kept = 22;

/** A name as the state keeps it. */
export const shortName = (name: string): string => name.slice(0, kept);

/** Whether one of the names is among those kept. */
export const hasName = (known: ReadonlyArray<string> | undefined, names: ReadonlyArray<string>): boolean =>
  known !== undefined && names.some((name) => known.includes(shortName(name)));

/** The names with those that are new. */
export const joinedNames = (known: ReadonlyArray<string>, more: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set([...known, ...more.map(shortName)]),
];

/** The stream's id while nobody knows which certificate the name belongs to. */
export const idOfName = (names: ReadonlyArray<string>): string => uuid5("sick-leave", "name", names.at(-1) ?? "");

/** Whether a certificate is known under one of these names. */
export const isCertificateKnown = ({ decided }: SickLeaveState, names: ReadonlyArray<string>): boolean =>
  decided.some(({ outcome, names: known }) => outcome === "CERTIFIED" && hasName(known, names));
