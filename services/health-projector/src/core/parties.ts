import type { Organisation, WireEnvelope } from "@samvirke/contracts";
import type { PartyAlias } from "./model.ts";

/** Aliases of every level of a party that is named by identifiers, spelled as the doors spell them. */
export const aliasesOf = (organisations: ReadonlyArray<Organisation>, alias: PartyAlias): ReadonlyArray<string> =>
  organisations
    .flatMap(({ identifiers }) => identifiers)
    .flatMap(({ type, value }) =>
      value === null || value.trim() === "" ? [] : [alias(type.code?.trim().toUpperCase() ?? "", value.trim())],
    );

/** The receivers that an envelope names, main and copy. */
export const receiversOf = ({ receiver, otherReceivers }: WireEnvelope, alias: PartyAlias): ReadonlyArray<string> => [
  ...aliasesOf(receiver?.organisations ?? [], alias),
  ...otherReceivers.flatMap(({ organisations }) => aliasesOf(organisations, alias)),
];

/** Lists as one, each alias once. */
export const joined = (...lists: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => [
  ...new Set(lists.flat()),
];
