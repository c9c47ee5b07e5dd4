import type { Organisation, WireEnvelope } from "@samvirke/contracts";

const keysOf = (organisations: ReadonlyArray<Organisation>): ReadonlyArray<string> =>
  organisations
    .flatMap(({ identifiers, healthcareProfessional }) => [
      ...identifiers,
      ...(healthcareProfessional?.identifiers ?? []),
    ])
    .flatMap(({ value, type }) => (value === null || value === "" ? [] : [`${type.code ?? ""} ${value}`]));

/** Identifiers of a party, every level and its professional, to compare parties by. */
export const partyKeys = keysOf;

/** Identifiers of the main receiver. */
export const receiverKeys = ({ receiver }: WireEnvelope): ReadonlyArray<string> =>
  keysOf(receiver?.organisations ?? []);

/** Identifiers of everybody who gets a copy. */
export const copyKeys = ({ otherReceivers }: WireEnvelope): ReadonlyArray<string> =>
  otherReceivers.flatMap(({ organisations, healthcareProfessional }) => [
    ...keysOf(organisations),
    ...(healthcareProfessional?.identifiers ?? []).map(({ value, type }) => `${type.code ?? ""} ${value ?? ""}`),
  ]);

/** Whether two lists share anything. */
export const meet = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean => a.some((key) => b.includes(key));
