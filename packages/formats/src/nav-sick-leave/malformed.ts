import type { Finding } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { JsonReport, JsonSource } from "./json-source.ts";
import { readObject } from "./json-source.ts";

/** A document that is not of the format it comes as: paths and rules, never a value. */
export interface Malformed {
  readonly _tag: "Malformed";
  readonly findings: ReadonlyArray<Finding>;
}

/** What was read, and what was odd about it. */
export interface Read<A> {
  readonly value: A;
  readonly findings: ReadonlyArray<Finding>;
}

export const malformed = (findings: ReadonlyArray<Finding>): Either<Malformed, never> =>
  E.left({ _tag: "Malformed", findings });

const settle = <A>({ value, wrong, odd }: { readonly value: A | undefined } & JsonReport): Either<Malformed, Read<A>> =>
  value === undefined || wrong.length > 0 ? malformed(wrong) : E.right({ value, findings: odd });

/** Reads a document whose unknown properties are odd but stop nothing. */
export const readLenient = <A>(json: unknown, read: (source: JsonSource) => A): Either<Malformed, Read<A>> =>
  settle(readObject(json, read));

/** Reads a document in which an unknown property is as wrong as a missing one. */
export const readStrict = <A>(json: unknown, read: (source: JsonSource) => A): Either<Malformed, A> => {
  const { value, wrong, odd } = readObject(json, read);
  const unknown = odd.filter(({ rule }) => rule === "UNKNOWN_PROPERTY");
  if (value === undefined || wrong.length + unknown.length > 0) return malformed([...wrong, ...unknown]);
  return E.right(value);
};
