import type { AvroRecord } from "../schema/avro.ts";
import { isRecord } from "../schema/avro.ts";
import type { Catalogue } from "../schema/catalogue.ts";
import { registeredSchemas } from "../schema/wire.ts";
import type { SchemaIds } from "../codec/book.ts";

/** Where schemas get their ids, and where an unknown id can be asked for. */
export interface SchemaRegistry {
  /** The id of a schema under a subject; registers it when it is new there. Rejects when it breaks the subject's compatibility. */
  readonly register: (subject: string, schema: AvroRecord) => Promise<number>;
  /** The id of a schema under a subject, or undefined where it is not registered; registers nothing. */
  readonly find: (subject: string, schema: AvroRecord) => Promise<number | undefined>;
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

const firstOwnId = 2 ** 30;

/**
 * The ids that a registry has for a catalogue, without registering anything: schemas that it does not know get ids of
 * their own that no registry gives, so that what is written with them is told apart.
 */
export const lookUpWith = async (registry: SchemaRegistry, catalogue: Catalogue): Promise<SchemaIds> => {
  const ids: Record<string, number> = {};
  for (const { key, schema, subjects } of registeredSchemas(catalogue.contracts)) {
    const [subject] = subjects;
    const known = subject === undefined ? undefined : await registry.find(subject, schema);
    ids[key] = known ?? firstOwnId + Object.keys(ids).length;
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
    find: (_subject, schema) => {
      const place = texts.indexOf(JSON.stringify(schema));
      return Promise.resolve(place < 0 ? undefined : place + 1);
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
