import type { Audience, Either, Opened, PersonSecret } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { DecodeFailure } from "./failure.ts";
import type { KeyCache } from "./keys.ts";
import type { Reader } from "./seal.ts";
import { open, seal } from "./seal.ts";

/** What a body or snapshot is for, and the id it belongs to. */
export interface BytesBinding {
  readonly purpose: string;
  readonly id: string;
}

export interface BytesSeal extends BytesBinding {
  readonly secret: PersonSecret;
  readonly audience: Audience;
}

// "bytes:" keeps these keys apart from those of compartments.
const bindingOf = ({ purpose, id }: BytesBinding) => ({ purpose: `bytes:${purpose}`, context: [id] });

/** Seals bytes that are no record (archive bodies, state snapshots); deterministic. */
export const sealBytes = (cache: KeyCache, input: BytesSeal, plaintext: Uint8Array): Uint8Array =>
  seal(cache, { ...bindingOf(input), secret: input.secret, audience: input.audience, schemaId: 0 }, plaintext);

/** Opens what `sealBytes` sealed. Rejects: UnknownFormat, UnknownKeyVersion, Tampered. */
export const openBytes = (
  cache: KeyCache,
  { reader, ...binding }: BytesBinding & { readonly reader: Reader },
  sealed: Uint8Array,
): Either<DecodeFailure, Opened<Uint8Array>> => {
  const opened = open(cache, { ...bindingOf(binding), reader }, sealed);
  if (E.isLeft(opened)) return opened;
  const { right } = opened;
  return E.right(right.state === "Open" ? { state: "Open", value: right.value.bytes } : right);
};
