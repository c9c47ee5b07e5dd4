import { createHmac, createSecretKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { Audience, PersonId, PersonSecret } from "@samvirke/kernel";

/** What one door is opened and closed with. */
export interface SealKeys {
  readonly key: KeyObject;
  /** Made when it is first needed: who only opens has no use for it. */
  readonly nonceKey: () => KeyObject;
}

/** Derives and keeps the keys of persons. */
export interface KeyCache {
  readonly keysOf: (secret: PersonSecret, audience: Audience, purpose: string) => SealKeys;
  /** Drops what is kept of an erased person. */
  readonly forget: (person: PersonId) => void;
}

/** Parts with their lengths in UTF-16 units before them, so that ("ab", "c") and ("a", "bc") differ. */
export const lengthPrefixed = (parts: ReadonlyArray<string>): Buffer => {
  let text = "";
  for (const part of parts) text += `${part.length}:${part}`;
  return Buffer.from(text);
};

const derive = (secret: KeyObject, parts: ReadonlyArray<string>): KeyObject =>
  createSecretKey(createHmac("sha256", secret).update(lengthPrefixed(parts)).digest());

const once = <A>(make: () => A): (() => A) => {
  let made: A | undefined;
  return () => (made ??= make());
};

/** Keys of one door: the nonce key is derived too, so it dies with the person. */
const deriveKeys = (secret: KeyObject, audience: Audience, purpose: string): SealKeys => ({
  key: derive(secret, [audience, purpose]),
  nonceKey: once(() => derive(secret, ["nonce", audience, purpose])),
});

interface Kept {
  readonly secret: KeyObject;
  readonly doors: Map<string, SealKeys>;
}

const isSame = (a: KeyObject, b: KeyObject): boolean => a === b || a.equals(b);

/**
 * Keys are made once per person, audience and purpose, and kept for the persons last added.
 *
 * Shape: at most `persons` persons are kept; the one added first goes first.
 */
export const makeKeyCache = (persons = 20_000): KeyCache => {
  const kept = new Map<PersonId, Kept>();
  const keep = (secret: PersonSecret): Kept => {
    const entry = { secret: secret.secret, doors: new Map<string, SealKeys>() };
    kept.delete(secret.person);
    if (kept.size >= persons) kept.delete(kept.keys().next().value as PersonId);
    kept.set(secret.person, entry);
    return entry;
  };
  const entryOf = (secret: PersonSecret): Kept => {
    const entry = kept.get(secret.person);
    return entry && isSame(entry.secret, secret.secret) ? entry : keep(secret);
  };
  const keysOf: KeyCache["keysOf"] = (secret, audience, purpose) => {
    const { doors } = entryOf(secret);
    const door = `${audience}/${purpose}`;
    const known = doors.get(door);
    if (known) return known;
    const made = deriveKeys(secret.secret, audience, purpose);
    doors.set(door, made);
    return made;
  };
  return { keysOf, forget: (person) => void kept.delete(person) };
};
