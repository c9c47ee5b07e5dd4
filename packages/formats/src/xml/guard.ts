import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { ScanEnd, StructureLimits } from "./scan.ts";
import { scanXml } from "./scan.ts";
import type { Source } from "./source.ts";
import { openSource } from "./source.ts";
import type { XmlTree } from "./tree.ts";
import { readTree } from "./tree.ts";

export interface MessageLimits extends StructureLimits {
  readonly maxBytes: number;
}

/** 64 MiB; far deeper and wider than any message of the field, far less than what libxml2 stops at. */
export const defaultLimits: MessageLimits = { maxBytes: 64 * 1024 * 1024, maxDepth: 256, maxNodes: 250_000 };

/**
 * Why bytes are refused before anybody reads them.
 * TOO_COMPLEX: more elements and attributes than the limit; BINARY: NUL bytes; NOT_XML: does not begin with a tag.
 */
export type HostileReason = "EMPTY" | "TOO_LARGE" | "BINARY" | "NOT_XML" | "DOCTYPE" | "TOO_DEEP" | "TOO_COMPLEX";

export interface Hostile {
  readonly _tag: "Hostile";
  readonly reason: HostileReason;
}

const hostile = (reason: HostileReason): Either<Hostile, never> => E.left({ _tag: "Hostile", reason });

const refusals: Partial<Record<ScanEnd, HostileReason>> = {
  doctype: "DOCTYPE",
  "too deep": "TOO_DEEP",
  "too complex": "TOO_COMPLEX",
};

const nothing = (): void => undefined;
const silent = { open: nothing, close: nothing, text: nothing };
const beginsWithTag = /^\s*</;

const textRefusal = (text: string): HostileReason | undefined => {
  if (text.includes("\0")) return "BINARY";
  if (text.trimStart() === "") return "EMPTY";
  return beginsWithTag.test(text) ? undefined : "NOT_XML";
};

const opened = (bytes: Uint8Array, limits: MessageLimits): Either<Hostile, Source> => {
  if (bytes.length > limits.maxBytes) return hostile("TOO_LARGE");
  if (bytes.length === 0) return hostile("EMPTY");
  const source = openSource(bytes);
  const refused = textRefusal(source.text);
  return refused ? hostile(refused) : E.right(source);
};

const judged = <A>(end: ScanEnd, value: A): Either<Hostile, A> => {
  const refused = refusals[end];
  return refused ? hostile(refused) : E.right(value);
};

/**
 * Refuses what must not reach a parser: oversize, binary, other than XML, a DOCTYPE in any encoding (and with it every
 * entity bomb), nesting and size of structure beyond the limits. A document that is merely broken passes: it is a
 * message all the same, and gets an outcome.
 */
export const guard = (bytes: Uint8Array, limits: MessageLimits = defaultLimits): Either<Hostile, Source> => {
  const source = opened(bytes, limits);
  return E.isLeft(source) ? source : judged(scanXml(source.right.text, limits, silent), source.right);
};

export interface GuardedTree extends XmlTree {
  readonly source: Source;
}

/** The guard and the elements in one pass. */
export const guardedTree = (bytes: Uint8Array, limits: MessageLimits): Either<Hostile, GuardedTree> => {
  const source = opened(bytes, limits);
  if (E.isLeft(source)) return source;
  const tree = readTree(source.right, limits);
  return judged(tree.outcome, { ...tree, source: source.right });
};
