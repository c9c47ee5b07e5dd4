import type { Identifier, Organisation } from "@samvirke/contracts";
import type { PartyAlias } from "@samvirke/stage";

/** A party as a document is addressed to it. */
export interface Address {
  readonly partyAlias: string;
  /** The party as its own numbers name it, where the party file does not. */
  readonly receiver: string;
}

const isWritten = ({ value, type }: Identifier): boolean => (value ?? "") !== "" && (type.code ?? "") !== "";

/**
 * The address of a party by the number that messages are routed by: the HER-id of the outermost unit, else of one within
 * it, else the first number there is. None for a party without any.
 */
export const addressOf = (organisations: ReadonlyArray<Organisation>, alias: PartyAlias): Address | undefined => {
  const written = organisations.flatMap(({ identifiers }) => identifiers).filter(isWritten);
  const main = written.find(({ type }) => type.code === "HER") ?? written[0];
  if (main === undefined) return undefined;
  const [type, value] = [main.type.code ?? "", main.value ?? ""];
  return { partyAlias: alias(type, value), receiver: `${type} ${value}` };
};
