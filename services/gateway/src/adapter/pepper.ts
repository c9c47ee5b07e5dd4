import { createHmac } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** What turns values that must not lie in tables into names for them. */
export interface Pepper {
  readonly bytes: (...parts: ReadonlyArray<string>) => Uint8Array;
  /** Hex of the HMAC over a message's bytes. */
  readonly message: (bytes: Uint8Array) => string;
  /** Hex of the HMAC over a record's bytes with its topic and key, which say what the bytes are about. */
  readonly record: (topic: string, key: string, bytes: Uint8Array) => string;
  /** A party's alias in rows and events: lower-case hex, 16 bytes. */
  readonly party: (type: string, value: string) => string;
}

const aliasBytes = 16;

// Lengths before the parts, so that ("ab", "c") and ("a", "bc") differ.
const prefixed = (parts: ReadonlyArray<string>): string =>
  parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join("");

/** HMACs under the pepper, which lies beside the master key and never in the database. */
export const makePepper = (secret: KeyObject): Pepper => {
  const digest = (parts: ReadonlyArray<string>): Buffer =>
    createHmac("sha256", secret).update(prefixed(parts)).digest();
  return {
    bytes: (...parts) => digest(parts),
    message: (bytes) => createHmac("sha256", secret).update("7:message").update(bytes).digest("hex"),
    record: (topic, key, bytes) =>
      createHmac("sha256", secret)
        .update(prefixed(["record", topic, key]))
        .update(bytes)
        .digest("hex"),
    party: (type, value) => digest(["party", type, value]).subarray(0, aliasBytes).toString("hex"),
  };
};
