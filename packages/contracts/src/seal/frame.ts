import type { Audience } from "@samvirke/kernel";

// format (1) · audience (1) · key version (4) · schema id (4) · nonce (12) · ciphertext · tag (16)
const format = 1;
const nonceAt = 10;
const nonceBytes = 12;
const contentAt = nonceAt + nonceBytes;
const tagBytes = 16;

const audiences: ReadonlyArray<Audience> = ["hub", "health", "welfare", "employer", "archive"];

/** Whom sealed bytes are for, under which key, and what schema lies inside (0 where it is no record). */
export interface FrameHead {
  readonly audience: Audience;
  readonly keyVersion: number;
  readonly schemaId: number;
}

/** Sealed bytes, taken apart without copying. */
export interface Frame extends FrameHead {
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly tag: Uint8Array;
}

/** A frame with room for the ciphertext and the tag, and views on what is to be filled in. */
export const openFrame = (head: FrameHead, nonce: Uint8Array, size: number): Buffer => {
  const frame = Buffer.allocUnsafe(contentAt + size + tagBytes);
  frame[0] = format;
  frame[1] = audiences.indexOf(head.audience) + 1;
  frame.writeUInt32BE(head.keyVersion, 2);
  frame.writeUInt32BE(head.schemaId, 6);
  frame.set(nonce, nonceAt);
  return frame;
};

/** Where the ciphertext begins in a frame. */
export const ciphertextAt = contentAt;

/** Takes a frame apart; undefined when it is none. */
export const parseFrame = (bytes: Uint8Array): Frame | undefined => {
  const audience = audiences[(bytes[1] ?? 0) - 1];
  if (bytes.length < contentAt + tagBytes || bytes[0] !== format || !audience) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    audience,
    keyVersion: view.getUint32(2),
    schemaId: view.getUint32(6),
    nonce: bytes.subarray(nonceAt, contentAt),
    ciphertext: bytes.subarray(contentAt, bytes.length - tagBytes),
    tag: bytes.subarray(bytes.length - tagBytes),
  };
};
