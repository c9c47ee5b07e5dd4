import type { Organisation } from "@samvirke/contracts";
import type { Pepper } from "./pepper.ts";

const aliasLength = 32;

const isText = (text: string | null): text is string => text !== null && text !== "";

const aliasOf = (type: string, value: string, pepper: Pepper): string =>
  pepper("party", type.trim().toUpperCase(), value.trim()).slice(0, aliasLength);

/** Names of parties, as the gateway names senders: each identifier an HMAC. */
export const partyAliases = (organisations: ReadonlyArray<Organisation>, pepper: Pepper): ReadonlyArray<string> => {
  const named = organisations
    .flatMap(({ identifiers }) => identifiers)
    .flatMap(({ value, type }) => (isText(value) && isText(type.code) ? [aliasOf(type.code, value, pepper)] : []));
  return [...new Set(named)];
};
