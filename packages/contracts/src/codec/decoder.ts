import type { Either, Opened } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { holds } from "../seal/doors.ts";
import type { DecodeFailure } from "../seal/failure.ts";
import type { KeyCache } from "../seal/keys.ts";
import type { Plaintext, Reader } from "../seal/seal.ts";
import { open } from "../seal/seal.ts";
import type { Book } from "./book.ts";
import { decodeFramed, framedSchemaId } from "./framed.ts";
import type { CompartmentShape, Shape } from "./shapes.ts";
import type { CopiedPart } from "./types.ts";

type Fields = Readonly<Record<string, unknown>>;
type Result<A> = Either<DecodeFailure, A>;

const notMine: Opened<never> = { state: "NotMine" };

/** Makes the reader of records and of what lies sealed in them. */
export const makeDecoder = (book: Book, keys: KeyCache) => {
  const decodeRecord = (record: string, value: Uint8Array): Result<unknown> => {
    const schemaId = framedSchemaId(value);
    if (schemaId === undefined) return E.left({ _tag: "NotFramed" });
    const entry = book.reader(schemaId);
    if (!entry) return E.left({ _tag: "UnknownSchema", schemaId });
    return entry.record === record ? decodeFramed(entry, schemaId, value) : E.left({ _tag: "WrongSchema", schemaId });
  };

  const readPlaintext = (record: string, plaintext: Plaintext): Result<Opened<unknown>> => {
    // The seal binds the id in the frame; another one inside would be a record that nobody sealed.
    if (framedSchemaId(plaintext.bytes) !== plaintext.schemaId)
      return E.left({ _tag: "WrongSchema", schemaId: plaintext.schemaId });
    const value = decodeRecord(record, plaintext.bytes);
    return E.isLeft(value) ? value : E.right({ state: "Open", value: value.right });
  };

  const openPart = (record: string, part: CopiedPart, reader: Reader): Result<Opened<unknown>> => {
    if (!holds(reader.audience, part.compartment)) return E.right(notMine);
    const binding = { purpose: part.compartment, context: [part.eventId, part.eventType], reader };
    const opened = open(keys, binding, part.content);
    if (E.isLeft(opened)) return opened;
    return opened.right.state === "Open" ? readPlaintext(record, opened.right.value) : E.right(opened.right);
  };

  return { decodeRecord, openPart };
};

export type Decoder = ReturnType<typeof makeDecoder>;

export interface OpenInput {
  readonly event: { readonly eventId: CopiedPart["eventId"]; readonly value: Fields };
  readonly reader: Reader;
  readonly which: ReadonlyArray<string>;
}

const openOne = (
  decoder: Decoder,
  shape: Shape,
  { part, event, reader }: OpenInput & { part: CompartmentShape },
): Result<Opened<unknown>> => {
  const content = event.value[part.compartment] as Uint8Array | null;
  if (content === null)
    return part.optional ? E.right({ state: "Open", value: null }) : E.left({ _tag: "MissingCompartment" });
  const copied = { eventId: event.eventId, eventType: shape.name, compartment: part.compartment, content };
  return decoder.openPart(part.written.record, copied, reader);
};

/** The public fields and the compartments asked for; the first that is not open decides the state. */
export const openEvent = (decoder: Decoder, shape: Shape, input: OpenInput): Result<Opened<Fields>> => {
  const fields: Record<string, unknown> = {};
  for (const name of shape.publicFields) fields[name] = input.event.value[name];
  for (const part of shape.compartments) {
    if (!input.which.includes(part.compartment)) continue;
    const opened = openOne(decoder, shape, { ...input, part });
    if (E.isLeft(opened)) return opened;
    if (opened.right.state !== "Open") return E.right(opened.right);
    fields[part.compartment] = opened.right.value;
  }
  return E.right({ state: "Open", value: fields });
};
