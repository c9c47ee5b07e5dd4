import type { Clock } from "@samvirke/kernel";
import type { SchemaRegistry } from "../registry/registry.ts";
import type { Book } from "./book.ts";

const patience = 30_000;
const askedLimit = 1_024;

interface Asked {
  readonly at: number;
  /** Why there was no answer. */
  readonly away: unknown;
}

/**
 * Asks the registry for ids that are not in the book.
 *
 * Shape: at most one request an id each 30 s, so a burst with an unknown id is refused at once.
 * Rejects: the registry is away, and until the 30 s are over also without being asked again: silence is no "unknown".
 */
export const makeLearner = (book: Book, { registry, clock }: { registry: SchemaRegistry; clock: Clock }) => {
  const asked = new Map<number, Asked>();

  const note = (schemaId: number): void => {
    asked.delete(schemaId);
    if (asked.size >= askedLimit) asked.delete(asked.keys().next().value as number);
    asked.set(schemaId, { at: clock.now(), away: undefined });
  };

  const ask = async (schemaId: number): ReturnType<SchemaRegistry["schema"]> => {
    note(schemaId);
    try {
      return await registry.schema(schemaId);
    } catch (away) {
      asked.set(schemaId, { at: clock.now(), away });
      throw away;
    }
  };

  return async (schemaId: number): Promise<boolean> => {
    if (book.reader(schemaId)) return true;
    const last = asked.get(schemaId);
    if (last !== undefined && clock.now() - last.at < patience) {
      if (last.away !== undefined) throw last.away;
      return false;
    }
    const schema = await ask(schemaId);
    return schema !== undefined && book.add(schemaId, schema);
  };
};
