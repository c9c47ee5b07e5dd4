import type { AvroRecord } from "../schema/avro.ts";
import { isRecord } from "../schema/avro.ts";
import type { Catalogue } from "../schema/catalogue.ts";
import { registeredSchemas } from "../schema/wire.ts";
import type { SchemaIds } from "../codec/book.ts";

/** Where schemas get their ids, and where an unknown id can be asked for. */
export interface SchemaRegistry {
  /** The id of a schema under a subject; registers it when it is new there. Rejects when it breaks the subject's compatibility. */
  readonly register: (subject: string, schema: AvroRecord) => Promise<number>;
  /** The schema of an id, or undefined when the registry has none. */
  readonly schema: (schemaId: number) => Promise<AvroRecord | undefined>;
}

/** Registers every schema under every subject it belongs to, oldest version first, and tells the ids. */
export const registerWith = async (registry: SchemaRegistry, catalogue: Catalogue): Promise<SchemaIds> => {
  const ids: Record<string, number> = {};
  for (const { key, schema, subjects } of registeredSchemas(catalogue.contracts)) {
    for (const subject of subjects) {
      const id = await registry.register(subject, schema);
      ids[key] ??= id;
    }
  }
  return ids;
};

/** A registry in memory that counts ids from 1 and gives the same schema the same id; for tests. */
export const memoryRegistry = (): SchemaRegistry => {
  const texts: Array<string> = [];
  return {
    register: (_subject, schema) => {
      const text = JSON.stringify(schema);
      if (!texts.includes(text)) texts.push(text);
      return Promise.resolve(texts.indexOf(text) + 1);
    },
    schema: (schemaId) => {
      const schema: unknown = JSON.parse(texts[schemaId - 1] ?? "null");
      return Promise.resolve(isSchema(schema) ? schema : undefined);
    },
  };
};

/** Whether something that came from a registry is a record schema. */
export const isSchema = (schema: unknown): schema is AvroRecord =>
  typeof schema === "object" && schema !== null && isRecord(schema as AvroRecord);

/** The ids that a registry in memory gives a catalogue, without waiting. */
export const fixedIds = (catalogue: Catalogue): SchemaIds => {
  const texts: Array<string> = [];
  return Object.fromEntries(
    registeredSchemas(catalogue.contracts).map(({ key, schema }) => {
      const text = JSON.stringify(schema);
      if (!texts.includes(text)) texts.push(text);
      return [key, texts.indexOf(text) + 1];
    }),
  );
};
