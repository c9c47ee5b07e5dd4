import { mintPersonId } from "@samvirke/kernel";
import type { KeyPort, PersonId, PersonSecret } from "@samvirke/kernel";
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { makeJoined } from "./joined.ts";
import type { WrappedSecret } from "./persons.ts";

const secretBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const firstVersion = 1;

const bound = (person: PersonId, version: number): Buffer => Buffer.from(`person secret ${version} ${person}`);

const wrap = (masterKey: KeyObject, person: PersonId, secret: Uint8Array): WrappedSecret => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", masterKey, nonce).setAAD(bound(person, firstVersion));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return { person, version: firstVersion, wrapped: Buffer.concat([nonce, sealed, cipher.getAuthTag()]) };
};

const unwrap = (masterKey: KeyObject, { person, version, wrapped }: WrappedSecret): PersonSecret => {
  const bytes = Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength);
  const decipher = createDecipheriv("aes-256-gcm", masterKey, bytes.subarray(0, nonceBytes));
  decipher.setAAD(bound(person, version)).setAuthTag(bytes.subarray(-tagBytes));
  const secret = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  return { person, version, secret: createSecretKey(secret) };
};

export interface KeyPortOptions {
  readonly store: {
    readonly wrappedSecrets: (persons: ReadonlyArray<PersonId>) => Promise<ReadonlyArray<WrappedSecret>>;
  };
  readonly masterKey: KeyObject;
  /** Most secrets kept. */
  readonly capacity?: number;
  /** An erased person's secret may live this long in another process's memory. Unit: milliseconds. */
  readonly maxAgeMs?: number;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

/** Persons' secrets, with what the person index needs to make new ones. */
export interface StoredKeyPort extends KeyPort {
  /** A new secret, wrapped; for a new random person unless one is named. Nothing is stored by this. */
  readonly mint: (person?: PersonId) => WrappedSecret;
  /** The secret of a wrapped one just minted, without asking the store. */
  readonly open: (wrapped: WrappedSecret) => PersonSecret;
  /** Drops a secret from memory at once. */
  readonly forget: (person: PersonId) => void;
}

interface Kept {
  readonly secret: PersonSecret;
  readonly at: number;
}

/** Least recently used secrets; a Map keeps its entries in the order of their last use here. */
const makeCache = (capacity: number, isFresh: (at: number) => boolean) => {
  const kept = new Map<PersonId, Kept>();
  return {
    get: (person: PersonId): PersonSecret | undefined => {
      const found = kept.get(person);
      if (!found) return undefined;
      kept.delete(person);
      if (!isFresh(found.at)) return undefined;
      kept.set(person, found);
      return found.secret;
    },
    put: (secret: PersonSecret, at: number): void => {
      kept.set(secret.person, { secret, at });
      const [oldest] = kept.keys();
      if (kept.size > capacity && oldest !== undefined) kept.delete(oldest);
    },
    drop: (person: PersonId): void => {
      kept.delete(person);
    },
  };
};

/** Keys from the store, wrapped by a master key, fetched once a batch and kept for a while. */
export const makeKeyPort = (options: KeyPortOptions): StoredKeyPort => {
  const { store, masterKey, capacity = 50_000, maxAgeMs = 600_000, now = () => performance.now() } = options;
  const cache = makeCache(capacity, (at) => now() - at < maxAgeMs);
  const fetch = makeJoined<PersonId, PersonSecret>(async (persons) => {
    const opened = (await store.wrappedSecrets(persons)).map((wrapped) => unwrap(masterKey, wrapped));
    opened.forEach((secret) => cache.put(secret, now()));
    return new Map(opened.map((secret) => [secret.person, secret]));
  });
  return {
    secrets: async (persons) => {
      const found = new Map<PersonId, PersonSecret>();
      const missing = new Set<PersonId>();
      for (const person of new Set(persons)) {
        const secret = cache.get(person);
        if (secret) found.set(person, secret);
        else missing.add(person);
      }
      if (missing.size === 0) return found;
      const fetched = await fetch([...missing]);
      missing.forEach((person) => {
        const secret = fetched.get(person);
        if (secret) found.set(person, secret);
      });
      return found;
    },
    mint: (person) => wrap(masterKey, person ?? mintPersonId(), randomBytes(secretBytes)),
    open: (wrapped) => unwrap(masterKey, wrapped),
    forget: cache.drop,
  };
};
