import confluent from "@kafkajs/confluent-schema-registry";
import type { AvroRecord } from "../schema/avro.ts";
import type { Catalogue } from "../schema/catalogue.ts";
import type { SchemaIds } from "../codec/book.ts";
import type { SchemaRegistry } from "./registry.ts";
import { isSchema, lookUpWith, registerWith } from "./registry.ts";

/** Why the registry gave no answer. refused: it will not, whoever asks again; away: try again later. */
export interface RegistryFailure extends Error {
  readonly fate: "refused" | "away";
}

export interface RegistryOptions {
  /** Base of the Confluent API: `http://host:port/apis/ccompat/v7`. */
  readonly url: string;
}

const { SchemaRegistry: Client, SchemaType, COMPATIBILITY } = confluent;

const patience = 15_000;

// The client makes status 400 of a refused connection; a 400 that the registry itself gives has its own message.
const isInvented = (error: Error, status: number): boolean =>
  status === 400 && error.message.includes("Error, status 400");

/** The registry's answer, or undefined when there was none. */
const statusOf = (error: unknown): number | undefined => {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return undefined;
  return isInvented(error, error.status) ? undefined : error.status;
};

const inTime = async <T>(work: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("no answer in time")), patience);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

const isMismatch = (error: unknown): boolean =>
  error instanceof Error && error.name === "ConfluentSchemaRegistryCompatibilityError";

// 408 and 429 pass; every other answer below 500 is the registry's last word.
const isFinal = (error: unknown): boolean => {
  const status = statusOf(error);
  return (
    isMismatch(error) || (status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429)
  );
};

const explain = (subject: string, error: unknown): string => {
  if (statusOf(error) === 409)
    return `the registry refuses the schema of ${subject}: it breaks what is registered (409)`;
  if (isMismatch(error)) return `the registry holds ${subject} under another compatibility than FULL_TRANSITIVE`;
  return `the registry did not take the schema of ${subject} (${statusOf(error) ?? "no answer"})`;
};

const failure = (message: string, cause: unknown): RegistryFailure =>
  Object.assign(new Error(message, { cause }), { fate: isFinal(cause) ? ("refused" as const) : ("away" as const) });

/** True for a failure of the registry that waiting does not heal. */
export const isRefused = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "fate" in error && error.fate === "refused";

const sendable = (schema: AvroRecord) => ({ type: SchemaType.AVRO, schema: JSON.stringify(schema) }) as const;

/** The schema registry behind the Confluent API. */
export const confluentRegistry = ({ url }: RegistryOptions): SchemaRegistry => {
  // Retry belongs to the caller, who knows how long to wait; the client's own would hide what is away.
  const client = new Client({ host: url, retry: { retries: 0 } });
  return {
    register: async (subject, schema) => {
      try {
        const options = { subject, compatibility: COMPATIBILITY.FULL_TRANSITIVE };
        return (await inTime(client.register(sendable(schema), options))).id;
      } catch (error) {
        throw failure(explain(subject, error), error);
      }
    },
    find: async (subject, schema) => {
      try {
        return await inTime(client.getRegistryIdBySchema(subject, sendable(schema)));
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw failure(
          `the registry did not look for the schema of ${subject} (${statusOf(error) ?? "no answer"})`,
          error,
        );
      }
    },
    schema: async (schemaId) => {
      try {
        const schema: unknown = JSON.parse(JSON.stringify(await inTime(client.getSchema(schemaId))));
        return isSchema(schema) ? schema : undefined;
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw failure(`the registry did not tell schema ${schemaId} (${statusOf(error) ?? "no answer"})`, error);
      }
    },
  };
};

/** Registers all contracts and tells their ids. Rejects with RegistryFailure; the caller chooses whether to try again. */
export const registerContracts = (options: RegistryOptions, catalogue: Catalogue): Promise<SchemaIds> =>
  registerWith(confluentRegistry(options), catalogue);

/** Tells the ids of all contracts and registers nothing. Rejects with RegistryFailure. */
export const lookUpContracts = (options: RegistryOptions, catalogue: Catalogue): Promise<SchemaIds> =>
  lookUpWith(confluentRegistry(options), catalogue);
