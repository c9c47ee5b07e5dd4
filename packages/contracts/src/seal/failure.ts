/** Why sealed or encoded bytes could not be read, although they should have been: a contract failure, parked. */
export type DecodeFailure =
  | { readonly _tag: "NotFramed" }
  | { readonly _tag: "UnknownContract" }
  | { readonly _tag: "UnknownSchema"; readonly schemaId: number }
  | { readonly _tag: "WrongSchema"; readonly schemaId: number }
  | { readonly _tag: "NotAvro"; readonly schemaId: number }
  | { readonly _tag: "UnknownFormat" }
  | { readonly _tag: "UnknownKeyVersion" }
  | { readonly _tag: "Tampered" }
  | { readonly _tag: "MissingCompartment" };

const rules: Readonly<Record<DecodeFailure["_tag"], string>> = {
  NotFramed: "a record begins with 0 and a schema id",
  UnknownContract: "a record's type is a contract of the hub",
  UnknownSchema: "a record's schema id is known or in the registry",
  WrongSchema: "a record's schema is one of its type",
  NotAvro: "a record's bytes follow its schema to the end",
  UnknownFormat: "sealed bytes have a frame of a known format",
  UnknownKeyVersion: "sealed bytes name a key version that has been",
  Tampered: "sealed bytes are as they were sealed, and for this event",
  MissingCompartment: "a compartment that is not optional is there",
};

/** The broken rule and the schema id where there is one; no value. */
export const explainDecodeFailure = (failure: DecodeFailure): string =>
  "schemaId" in failure ? `${rules[failure._tag]} (schema ${failure.schemaId})` : rules[failure._tag];
