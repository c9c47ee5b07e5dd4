import { createDecipheriv, createHmac } from "node:crypto";

// Documented facts of a sealed frame: format 1, audience, key version (4), schema id (4), nonce (12), ciphertext, tag (16).
const audiences = ["hub", "health", "welfare", "employer", "archive"] as const;
export type Audience = (typeof audiences)[number];

const [nonceAt, contentAt, tagBytes] = [10, 22, 16];

const prefixed = (parts: ReadonlyArray<string>): Buffer =>
  Buffer.from(parts.map((part) => `${part.length}:${part}`).join(""));

/** A person's secret, out of its wrapping under the master key. */
export const unwrapSecret = (
  masterKey: Buffer,
  row: { readonly person: string; readonly version: number; readonly wrapped: Buffer },
): Buffer => {
  const { person, version, wrapped } = row;
  const decipher = createDecipheriv("aes-256-gcm", masterKey, wrapped.subarray(0, 12));
  decipher.setAAD(Buffer.from(`person secret ${version} ${person}`)).setAuthTag(wrapped.subarray(-tagBytes));
  return Buffer.concat([decipher.update(wrapped.subarray(12, -tagBytes)), decipher.final()]);
};

/** What sealed bytes are bound to. */
export interface Binding {
  readonly audience: Audience;
  /** Compartment, or `bytes:` and a purpose. */
  readonly purpose: string;
  readonly context: ReadonlyArray<string>;
}

/** Opens a frame with a person's secret; undefined where it is for another person, place, audience or has been changed. */
export const openSealed = (secret: Buffer, binding: Binding, frame: Buffer): Buffer | undefined => {
  if (frame.length < contentAt + tagBytes || frame[0] !== 1) return undefined;
  if (audiences[(frame[1] ?? 0) - 1] !== binding.audience) return undefined;
  const [version, schema] = [frame.readUInt32BE(2), frame.readUInt32BE(6)];
  const key = createHmac("sha256", secret)
    .update(prefixed([binding.audience, binding.purpose]))
    .digest();
  const decipher = createDecipheriv("aes-256-gcm", key, frame.subarray(nonceAt, contentAt));
  decipher.setAAD(prefixed([...binding.context, binding.purpose, String(schema), String(version)]));
  decipher.setAuthTag(frame.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(frame.subarray(contentAt, -tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
};
