import { notationOf } from "../envelope/notation.ts";
import { defaultLimits } from "../xml/guard.ts";
import { maskJson } from "./mask-json.ts";
import { maskXml } from "./mask-xml.ts";
import type { Masker } from "./masker.ts";

/** A wire document that names nobody any more. */
export interface MaskedDocument {
  readonly bytes: Uint8Array;
  /** Why it was replaced as a whole, which leaves nothing but its size; undefined where its structure stays. */
  readonly whole: "NOT_READABLE" | "FORMAT_UNKNOWN" | undefined;
}

const blank = (bytes: Uint8Array): Uint8Array => Buffer.alloc(bytes.length, " ");

const masked = (bytes: Uint8Array, media: string | undefined, mask: Masker): Uint8Array | undefined =>
  notationOf(bytes, media) === "JSON" ? maskJson(bytes, mask) : maskXml(bytes, mask, defaultLimits);

/** Masks a document of any format; what cannot be masked with certainty is replaced whole. */
export const maskDocument = (bytes: Uint8Array, media: string | undefined, mask: Masker): MaskedDocument => {
  if (notationOf(bytes, media) === "AVRO") return { bytes: blank(bytes), whole: "FORMAT_UNKNOWN" };
  const result = masked(bytes, media, mask);
  return result ? { bytes: result, whole: undefined } : { bytes: blank(bytes), whole: "NOT_READABLE" };
};
