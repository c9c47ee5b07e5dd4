import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";
import type { Either, Opened, PersonSecret } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { DecodeFailure } from "./failure.ts";
import type { Frame, FrameHead } from "./frame.ts";
import { ciphertextAt, openFrame, parseFrame } from "./frame.ts";
import type { KeyCache, SealKeys } from "./keys.ts";
import { lengthPrefixed } from "./keys.ts";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;

/** What sealed bytes are bound to beside their key. */
export interface Binding {
  /** Compartment, or the purpose of bytes that are no record. */
  readonly purpose: string;
  /** Ids and names, in a fixed order. */
  readonly context: ReadonlyArray<string>;
}

/** Whoever opens: a person's secret (absent once erased) and the audience whose doors may be tried. */
export interface Reader {
  readonly secret: PersonSecret | undefined;
  readonly audience: FrameHead["audience"];
}

const associated = (binding: Binding, head: FrameHead): Buffer =>
  lengthPrefixed([...binding.context, binding.purpose, String(head.schemaId), String(head.keyVersion)]);

// Nonces follow from what is sealed, so the same input gives the same bytes, and none serves two plaintexts.
const nonceOf = (keys: SealKeys, data: Buffer, plaintext: Uint8Array): Buffer =>
  createHmac("sha256", keys.nonceKey()).update(data).update(plaintext).digest().subarray(0, nonceBytes);

export interface SealInput extends Binding {
  readonly secret: PersonSecret;
  readonly audience: FrameHead["audience"];
  readonly schemaId: number;
}

/** Closes bytes for one audience and purpose; deterministic. */
export const seal = (cache: KeyCache, input: SealInput, plaintext: Uint8Array): Buffer => {
  const head = { audience: input.audience, keyVersion: input.secret.version, schemaId: input.schemaId };
  const keys = cache.keysOf(input.secret, input.audience, input.purpose);
  const data = associated(input, head);
  const nonce = nonceOf(keys, data, plaintext);
  const cipher = createCipheriv(algorithm, keys.key, nonce);
  cipher.setAAD(data);
  const frame = openFrame(head, nonce, plaintext.length);
  frame.set(cipher.update(plaintext), ciphertextAt);
  cipher.final();
  frame.set(cipher.getAuthTag(), ciphertextAt + plaintext.length);
  return frame;
};

const decrypt = (keys: SealKeys, frame: Frame, data: Buffer): Buffer | undefined => {
  const decipher = createDecipheriv(algorithm, keys.key, frame.nonce, { authTagLength: frame.tag.length });
  decipher.setAAD(data).setAuthTag(frame.tag);
  const plaintext = decipher.update(frame.ciphertext);
  try {
    decipher.final();
    return plaintext;
  } catch {
    return undefined;
  }
};

/** Opened plaintext and the schema id that the frame names. */
export interface Plaintext {
  readonly schemaId: number;
  readonly bytes: Buffer;
}

const openWith = (keys: SealKeys, frame: Frame, binding: Binding): Either<DecodeFailure, Opened<Plaintext>> => {
  const bytes = decrypt(keys, frame, associated(binding, frame));
  return bytes ? E.right({ state: "Open", value: { schemaId: frame.schemaId, bytes } }) : E.left({ _tag: "Tampered" });
};

/**
 * Opens sealed bytes.
 *
 * Shape:   another audience's bytes are NotMine; without a secret, or under one that was deleted, they are Erased.
 * Rejects: UnknownFormat, UnknownKeyVersion, Tampered.
 */
export const open = (
  cache: KeyCache,
  { reader, ...binding }: Binding & { readonly reader: Reader },
  sealed: Uint8Array,
): Either<DecodeFailure, Opened<Plaintext>> => {
  const frame = parseFrame(sealed);
  if (!frame) return E.left({ _tag: "UnknownFormat" });
  if (frame.audience !== reader.audience) return E.right({ state: "NotMine" });
  const { secret } = reader;
  if (!secret || frame.keyVersion < secret.version) return E.right({ state: "Erased" });
  if (frame.keyVersion > secret.version) return E.left({ _tag: "UnknownKeyVersion" });
  return openWith(cache.keysOf(secret, reader.audience, binding.purpose), frame, binding);
};
