import { factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import type { Contracts, Identifier, OutboundMessage, PersonIdentity, WireParty } from "@samvirke/contracts";
import { deliveryOf } from "../core/deliveries.ts";
import type { Known } from "../core/model.ts";
import { takesReferralsOf } from "../core/receiver-policy.ts";
import type { FhirReaders } from "./fhir-readers.ts";
import { printDelivered } from "./print.ts";

const catalogue = loadCatalogue();

/** A full golden sample. */
export const full = <N extends Known["type"]>(type: N): Contracts[N] => loadSample(catalogue, type, "full");

/** A fact from a golden sample, with some of its fields changed. */
export const fact = <N extends Known["type"]>(type: N, changes: Partial<Contracts[N]> = {}): Known =>
  factOf(type, { ...full(type), ...changes }) as unknown as Known;

/** A code without list. */
export const code = (value: string) => ({ system: null, code: value, text: value, originalText: null });

/** A health party of one unit. */
export const clinic = (name: string, herId: string): WireParty => ({
  comMethod: null,
  organisations: [
    {
      name,
      type: null,
      identifiers: [{ value: herId, type: code("HER") }],
      address: null,
      contactPoints: [],
      healthcareProfessional: null,
    },
  ],
});

/** NAV as a party. */
export const welfare = clinic("NAV", "79768");

/** The unit that is registered as taking welfare's referrals. */
export const registered = clinic("Rehabiliteringen", "8140555");

/** A synthetic national number: month plus 80. */
export const number: Identifier = { value: "12895012345", type: code("FNR") };

/** The same person under a national number. */
export const numbered = (identity: PersonIdentity): PersonIdentity => ({ ...identity, currentNumber: null, number });

/** The alias of a party, as readable as it can be. */
export const alias = (type: string, value: string): string => `alias ${type} ${value}`;

/** What health parties get of a fact. */
export const told = (
  one: Known,
  earlier: ReadonlyArray<Known> = [],
  received?: Uint8Array,
  fhir: FhirReaders = () => undefined,
): ReadonlyArray<OutboundMessage> => {
  const delivery = deliveryOf(one, { earlier, takes: takesReferralsOf("8140555") });
  return delivery ? printDelivered(delivery, received, { alias, fhir }) : [];
};

/** Shape and receiver of each document. */
export const sent = (
  one: Known,
  earlier: ReadonlyArray<Known> = [],
  received?: Uint8Array,
): ReadonlyArray<readonly [shape: string | null, to: string]> =>
  told(one, earlier, received).map(({ shape, partyAlias }) => [shape, partyAlias]);

/** The text of a document. */
export const textOf = (document: OutboundMessage | undefined): string =>
  Buffer.from(document?.medical?.body ?? []).toString();
