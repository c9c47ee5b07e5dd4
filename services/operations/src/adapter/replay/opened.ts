import type { Codec } from "@samvirke/contracts";
import { compartments, E } from "@samvirke/kernel";
import type { Audience, Compartment, EventId, KeyPort, PersonId } from "@samvirke/kernel";

/** A record as it lies in the log, or with a replay. */
export interface Kept {
  readonly id: EventId;
  readonly key: PersonId;
  readonly type: string;
  readonly value: Uint8Array;
}

/** A record's content with its sealed parts opened; undefined where it does not read. */
export type OpenRecord = (record: Kept) => Readonly<Record<string, unknown>> | undefined;

const audiences: ReadonlyArray<Audience> = ["hub", "health", "welfare", "employer"];

const sealedIn = (value: object): ReadonlyArray<Compartment> =>
  compartments.filter((name) => (value as Readonly<Record<string, unknown>>)[name] instanceof Uint8Array);

// A body of a document is text in every format of ours; as text it can be compared line by line.
const readable = (value: unknown): unknown => {
  if (!(value instanceof Uint8Array)) return value;
  const text = Buffer.from(value).toString("utf8");
  return text.includes("\u0000") || text.includes("\uFFFD") ? value : documentOf(text);
};

const documentOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text.split(/(?<=>)\s*(?=<)|\n/);
  }
};

const withDocuments = (value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (typeof part !== "object" || part === null || part instanceof Uint8Array || Array.isArray(part))
        return [name, readable(part)];
      return [name, withDocuments(part as Readonly<Record<string, unknown>>)];
    }),
  );

/** Opens records of these persons, for those on call who compare; what is opened is never told but for rules and public fields. */
export const makeOpener = async (
  { codec, keys }: { readonly codec: Codec; readonly keys: KeyPort },
  persons: ReadonlyArray<PersonId>,
): Promise<OpenRecord> => {
  const secrets = await keys.secrets([...new Set(persons)]);
  return (record) => {
    const event = codec.decode(record);
    if (E.isLeft(event)) return undefined;
    const which = sealedIn(event.right.value) as ReadonlyArray<never>;
    for (const audience of audiences) {
      const opened = codec.open(event.right, { secret: secrets.get(record.key), audience }, which);
      if (E.isRight(opened) && opened.right.state === "Open") return withDocuments(opened.right.value);
    }
    return { ...event.right.value };
  };
};
