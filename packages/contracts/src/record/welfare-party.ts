import type { Organisation } from "../generated/shared.gen.ts";

/** NAV's own numbers as a party. Source: fact sheet 1.3, NAV's entry in the address register. */
export const welfareParty = { herId: "79768", organisationNumber: "889640782", name: "NAV" } as const;

const numbers: ReadonlySet<string> = new Set([welfareParty.herId, welfareParty.organisationNumber]);

// Some systems group the digits of a number, with dots or blanks.
const digits = (text: string | null): string => (text ?? "").replace(/[\s.]/g, "");

/** Whether one of the levels of a party is NAV. */
export const isWelfareParty = (organisations: ReadonlyArray<Organisation>): boolean =>
  organisations.some(({ identifiers }) => identifiers.some(({ value }) => numbers.has(digits(value))));
