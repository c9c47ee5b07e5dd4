import type { Clock, Either, Opened } from "@samvirke/kernel";
import { E, systemClock } from "@samvirke/kernel";
import type { Contracts } from "../generated/contracts.gen.ts";
import { contractList } from "../generated/contracts.gen.ts";
import type { SchemaRegistry } from "../registry/registry.ts";
import type { Catalogue } from "../schema/catalogue.ts";
import type { DecodeFailure } from "../seal/failure.ts";
import type { KeyCache } from "../seal/keys.ts";
import { makeKeyCache } from "../seal/keys.ts";
import type { Reader } from "../seal/seal.ts";
import type { SchemaIds } from "./book.ts";
import { makeBook } from "./book.ts";
import { makeDecoder, openEvent } from "./decoder.ts";
import { makeEncoder } from "./encoder.ts";
import { makeLearner } from "./learner.ts";
import { makeShapes } from "./shapes.ts";
import type { Shape } from "./shapes.ts";
import type {
  AnySealedEvent,
  CompartmentOf,
  ContractName,
  CopiedPart,
  EncodeContext,
  EncodedRecord,
  OpenedOf,
  SealedEvent,
} from "./types.ts";

type Result<A> = Either<DecodeFailure, A>;

/** Records to bytes and back, compartments sealed; synchronous, for the hot path. */
export interface Codec {
  /** Throws when the record does not fit its schema: a defect, named by path and never by value. */
  readonly encode: <N extends ContractName>(name: N, value: Contracts[N], context: EncodeContext) => Uint8Array;
  readonly decode: (record: EncodedRecord) => Result<AnySealedEvent>;
  /** As `decode`, for a stage that has chosen by `ce_type` already. */
  readonly decodeAs: <N extends ContractName>(name: N, record: EncodedRecord) => Result<SealedEvent<N>>;
  /** Public fields and the compartments asked for. */
  readonly open: <N extends ContractName, C extends CompartmentOf<N>>(
    event: SealedEvent<N>,
    reader: Reader,
    which: ReadonlyArray<C>,
  ) => Result<Opened<OpenedOf<N, C>>>;
  /** A compartment that was copied out of its event, as views hold it. */
  readonly openCopied: <N extends ContractName, C extends CompartmentOf<N>>(
    name: N,
    part: CopiedPart & { readonly compartment: C },
    reader: Reader,
  ) => Result<Opened<NonNullable<Contracts[N][C]>>>;
  /** After UnknownSchema: asks the registry, at most once an id each 30 s; true when decoding again makes sense. Rejects when the registry is away. */
  readonly learn: (schemaId: number) => Promise<boolean>;
}

export interface CodecOptions {
  readonly catalogue: Catalogue;
  readonly ids: SchemaIds;
  readonly registry?: SchemaRegistry;
  readonly keys?: KeyCache;
  readonly clock?: Clock;
  /** Refuses undeclared fields too; for tests. */
  readonly strict?: boolean;
}

const silentRegistry: SchemaRegistry = {
  register: () => Promise.reject(new Error("this codec has no registry")),
  find: () => Promise.resolve(undefined),
  schema: () => Promise.resolve(undefined),
};

const names: ReadonlySet<string> = new Set(contractList.map((contract) => contract.name));

const isContractName = (name: string): name is ContractName => names.has(name);

const makeParts = (options: CodecOptions) => {
  const keys = options.keys ?? makeKeyCache();
  const book = makeBook(options.catalogue, options.ids);
  const shapes = makeShapes(options.catalogue, book);
  return {
    shapeOf: (name: ContractName): Shape => shapes.get(name) as Shape,
    encoder: makeEncoder({ keys, strict: options.strict ?? false }),
    decoder: makeDecoder(book, keys),
    learn: makeLearner(book, { registry: options.registry ?? silentRegistry, clock: options.clock ?? systemClock }),
  };
};

/** Makes the codec of a catalogue under the ids that a registry gave it. */
export const makeCodec = (options: CodecOptions): Codec => {
  const { shapeOf, encoder, decoder, learn } = makeParts(options);

  const decodeAs: Codec["decodeAs"] = (name, record) => {
    const value = decoder.decodeRecord(shapeOf(name).written.record, record.value);
    if (E.isLeft(value)) return value;
    // The schema was checked against the name, so the value has the type that is generated from it.
    return E.right({ type: name, eventId: record.id, value: value.right as SealedEvent<typeof name>["value"] });
  };

  return {
    encode: (name, value, context) => encoder(shapeOf(name), value, context),
    decodeAs,
    decode: (record) =>
      isContractName(record.type)
        ? (decodeAs(record.type, record) as Result<AnySealedEvent>)
        : E.left({ _tag: "UnknownContract" }),
    open: <N extends ContractName, C extends CompartmentOf<N>>(
      event: SealedEvent<N>,
      reader: Reader,
      which: ReadonlyArray<C>,
    ) => openEvent(decoder, shapeOf(event.type), { event, reader, which }) as Result<Opened<OpenedOf<N, C>>>,
    openCopied: <N extends ContractName, C extends CompartmentOf<N>>(name: N, part: CopiedPart, reader: Reader) =>
      openCopied(shapeOf(name), part, (record) => decoder.openPart(record, part, reader)) as Result<
        Opened<NonNullable<Contracts[N][C]>>
      >,
    learn,
  };
};

const openCopied = (shape: Shape, part: CopiedPart, openAs: (record: string) => Result<Opened<unknown>>) => {
  const compartment = shape.compartments.find((known) => known.compartment === part.compartment);
  return compartment ? openAs(compartment.written.record) : E.left<DecodeFailure>({ _tag: "MissingCompartment" });
};
