import { factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import type { Contracts, OutboundMessage, PersonIdentity } from "@samvirke/contracts";
import { deliveryOf } from "../core/deliveries.ts";
import type { Known } from "../core/model.ts";
import type { CertificateShape } from "./certificate.ts";
import { printDelivered } from "./print.ts";

const catalogue = loadCatalogue();

/** A full golden sample. */
export const full = <N extends Known["type"]>(type: N): Contracts[N] => loadSample(catalogue, type, "full");

/** A fact from a golden sample, with some of its fields changed. */
export const fact = <N extends Known["type"]>(type: N, changes: Partial<Contracts[N]> = {}): Known =>
  factOf(type, { ...full(type), ...changes }) as unknown as Known;

/** What welfare gets of a fact. */
export const told = (
  one: Known,
  earlier: ReadonlyArray<Known> = [],
  given: { readonly received?: Uint8Array; readonly shapes?: ReadonlyArray<CertificateShape> } = {},
): ReadonlyArray<OutboundMessage> => {
  const delivery = deliveryOf(one, earlier);
  const { received, shapes = ["record", "legacy"] } = given;
  return delivery ? printDelivered(delivery, { shapes, received }) : [];
};

/** The shapes of what welfare gets. */
export const shapesOf = (one: Known, earlier: ReadonlyArray<Known> = []): ReadonlyArray<string | null> =>
  told(one, earlier).map(({ shape }) => shape);

/** The text of a document. */
export const textOf = (document: OutboundMessage | undefined): string =>
  Buffer.from(document?.medical?.body ?? document?.case?.body ?? []).toString();

/** The JSON of a document. */
export const jsonOf = (document: OutboundMessage | undefined): Record<string, unknown> =>
  JSON.parse(textOf(document)) as Record<string, unknown>;

/** A synthetic national number: month plus 80. */
export const nationalNumber = "12895012345";

/** The same person under a national number. */
export const numbered = (identity: PersonIdentity): PersonIdentity => ({
  ...identity,
  currentNumber: null,
  number: { value: nationalNumber, type: { system: null, code: "FNR", text: null, originalText: null } },
});
