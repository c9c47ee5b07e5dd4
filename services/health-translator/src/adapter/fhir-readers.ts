import type { FhirNotation } from "@samvirke/formats";
import type { PartyAlias } from "@samvirke/stage";

/** A party's record, as far as it says what the party's system reads. */
export interface PartyRecord {
  readonly id: string;
  readonly identifiers: ReadonlyArray<{ readonly type: string; readonly value: string }>;
  readonly reads?: "fhir+json" | "fhir+xml" | undefined;
}

/** In which notation a party reads FHIR, by its alias; undefined for one that does not. */
export type FhirReaders = (partyAlias: string) => FhirNotation | undefined;

const notations = { "fhir+json": "JSON", "fhir+xml": "XML" } as const;

/** Who reads FHIR, by each alias that it is written to under. */
export const fhirReadersOf = (parties: ReadonlyArray<PartyRecord>, alias: PartyAlias): FhirReaders => {
  const known = parties.flatMap(({ id, identifiers, reads }) =>
    reads === undefined
      ? []
      : [alias("party", id), ...identifiers.map(({ type, value }) => alias(type, value))].map(
          (one) => [one, notations[reads]] as const,
        ),
  );
  const byAlias = new Map(known);
  return (partyAlias) => byAlias.get(partyAlias);
};
