import type { Known, Sealed } from "./model.ts";

const base64 = (part: unknown): string | null =>
  part instanceof Uint8Array ? Buffer.from(part).toString("base64") : null;

/** The only place where parts of an event are taken: identity and work, and no other. Source: design 4; fact sheet 6.1. */
export const sealedOf = ({ id, type, wire }: Known): Sealed => ({
  eventId: id,
  eventType: type,
  identity: "identity" in wire ? base64(wire.identity) : null,
  work: "work" in wire ? base64(wire.work) : null,
});

/** A sealed part as rows hold it. */
export const bytesOf = (part: string | null): Uint8Array | null => (part === null ? null : Buffer.from(part, "base64"));
