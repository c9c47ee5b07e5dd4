import type { ForeignSchema, SchemaRegistry } from "@samvirke/contracts";
import type { WriterOf } from "./parcel.ts";

/** Asks a registry once for each schema; what it does not have is asked for again. */
export const makeWriters = (registry: Pick<SchemaRegistry, "schema">): WriterOf => {
  const known = new Map<number, ForeignSchema>();
  return async (schemaId) => {
    const found = known.get(schemaId) ?? ((await registry.schema(schemaId)) as ForeignSchema | undefined);
    if (found) known.set(schemaId, found);
    return found;
  };
};
