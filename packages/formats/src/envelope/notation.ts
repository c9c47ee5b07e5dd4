import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { looksLikeJson } from "../apprec/parse-receipt.ts";
import type { Hostile, HostileReason, MessageLimits } from "../xml/guard.ts";
import { defaultLimits, guard } from "../xml/guard.ts";
import { looksLikeAvro } from "./avro-door.ts";
import { jsonRefusal } from "./guard-json.ts";

/** The notation of a document. */
export type Notation = "XML" | "JSON" | "AVRO";

const avroTypes: ReadonlySet<string> = new Set(["application/vnd.apache.avro", "application/avro", "avro/binary"]);

/** The notation by the bytes themselves, which lie less than a header; a bare Avro record is told by its media type only. */
export const notationOf = (bytes: Uint8Array, media: string | undefined): Notation => {
  if (looksLikeAvro(bytes) || avroTypes.has(media ?? "")) return "AVRO";
  return looksLikeJson(bytes) ? "JSON" : "XML";
};

const hostile = (reason: HostileReason): Either<Hostile, never> => E.left({ _tag: "Hostile", reason });

/** Refuses what must not reach a reader, in whichever notation it is; what is merely broken passes. */
export const guardMessage = (
  bytes: Uint8Array,
  media: string | undefined,
  limits: MessageLimits = defaultLimits,
): Either<Hostile, undefined> => {
  if (bytes.length > limits.maxBytes) return hostile("TOO_LARGE");
  const notation = notationOf(bytes, media);
  if (notation === "AVRO") return E.right(undefined);
  const refused = notation === "JSON" ? jsonRefusal(bytes, limits) : undefined;
  if (refused) return hostile(refused);
  return notation === "JSON" ? E.right(undefined) : E.map(() => undefined)(guard(bytes, limits));
};
