import type { Catalogue, Contract } from "../schema/catalogue.ts";
import { loadCatalogue } from "../schema/catalogue.ts";
import type { SchemaFinding } from "../schema/finding.ts";
import { breaksBetween } from "./compatibility.ts";
import { movesBetween } from "./moves.ts";
import { lintReleased, readReleased } from "./released.ts";

const lostTopics = (older: Contract, newer: Contract) =>
  older.topics
    .filter((topic) => !newer.topics.includes(topic))
    .map((topic) => ({ path: "topics", rule: `records are no longer found on ${topic}` }));

const pairBreaks = (older: Contract, newer: Contract): ReadonlyArray<SchemaFinding> =>
  [...breaksBetween(older.record, newer.record), ...movesBetween(older, newer), ...lostTopics(older, newer)].map(
    ({ path, rule }) => ({ path: `${newer.file.path}: ${path}`, rule: `${rule} (since v${older.version})` }),
  );

const historyBreaks = (versions: ReadonlyArray<Contract>): ReadonlyArray<SchemaFinding> =>
  versions.flatMap((newer, index) => versions.slice(0, index).flatMap((older) => pairBreaks(older, newer)));

/**
 * Breaks of released contracts, on the authored schemas (sealed bytes would always pass).
 *
 * Shape: FULL_TRANSITIVE and more: every version is compared with every earlier one, compartments and sensitivities included.
 */
export const gateCatalogue = (catalogue: Catalogue): ReadonlyArray<SchemaFinding> => [
  ...[...Map.groupBy(catalogue.contracts, (contract) => contract.name).values()].flatMap(historyBreaks),
  ...lintReleased(catalogue, readReleased(catalogue.folder)),
];

/** Checks the authored schemas against their own history; empty when nothing breaks. */
export const gateSchemas = (folder?: string): ReadonlyArray<SchemaFinding> => gateCatalogue(loadCatalogue(folder));
