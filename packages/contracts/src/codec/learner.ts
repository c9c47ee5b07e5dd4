import type { Clock } from "@samvirke/kernel";
import type { SchemaRegistry } from "../registry/registry.ts";
import type { Book } from "./book.ts";

const patience = 30_000;
const askedLimit = 1_024;

/**
 * Asks the registry for ids that are not in the book.
 *
 * Shape: at most one request an id each 30 s, so a burst with an unknown id is refused at once.
 */
export const makeLearner = (book: Book, { registry, clock }: { registry: SchemaRegistry; clock: Clock }) => {
  const asked = new Map<number, number>();

  const note = (schemaId: number): void => {
    asked.delete(schemaId);
    if (asked.size >= askedLimit) asked.delete(asked.keys().next().value as number);
    asked.set(schemaId, clock.now());
  };

  return async (schemaId: number): Promise<boolean> => {
    if (book.reader(schemaId)) return true;
    const last = asked.get(schemaId);
    if (last !== undefined && clock.now() - last < patience) return false;
    note(schemaId);
    const schema = await registry.schema(schemaId);
    return schema !== undefined && book.add(schemaId, schema);
  };
};
