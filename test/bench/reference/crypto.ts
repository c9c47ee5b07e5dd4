import { createCipheriv, createDecipheriv, createHmac, createSecretKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import type pg from "pg";

// The same primitives in the same number as the hub's sealing, written anew after the description of its format.
const audienceCodes = ["hub", "health", "welfare", "employer", "archive"];
const headBytes = 10;
const nonceBytes = 12;
const tagBytes = 16;

export interface Keys {
  readonly key: KeyObject;
  readonly nonceKey: KeyObject;
}

const prefixed = (parts: ReadonlyArray<string>): Buffer =>
  Buffer.from(parts.map((part) => `${part.length}:${part}`).join(""));
const derive = (secret: KeyObject, parts: ReadonlyArray<string>): KeyObject =>
  createSecretKey(createHmac("sha256", secret).update(prefixed(parts)).digest());

/** Persons' secrets, unwrapped and kept, with the keys derived from them. */
export interface KeyRing {
  readonly load: (persons: ReadonlyArray<string>) => Promise<void>;
  readonly keys: (person: string, audience: string, purpose: string) => Keys;
}

const unwrap = (
  masterKey: KeyObject,
  { person, version, wrapped }: { readonly person: string; readonly version: number; readonly wrapped: Buffer },
): KeyObject => {
  const decipher = createDecipheriv("aes-256-gcm", masterKey, wrapped.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(`person secret ${version} ${person}`)).setAuthTag(wrapped.subarray(-tagBytes));
  return createSecretKey(Buffer.concat([decipher.update(wrapped.subarray(nonceBytes, -tagBytes)), decipher.final()]));
};

export const makeKeyRing = (database: pg.Pool, masterKeyFile: string): KeyRing => {
  const masterKey = createSecretKey(Buffer.from(readFileSync(masterKeyFile, "utf8").trim(), "hex"));
  const secrets = new Map<string, KeyObject>();
  const derived = new Map<string, Keys>();
  return {
    load: async (persons) => {
      const missing = [...new Set(persons)].filter((person) => !secrets.has(person));
      if (missing.length === 0) return;
      const { rows } = await database.query<{ person: string; version: number; wrapped: Buffer }>({
        name: "secrets",
        text: "select person_id as person, secret_version as version, wrapped_secret as wrapped from hub.person where person_id = any($1::uuid[])",
        values: [missing],
      });
      for (const row of rows) secrets.set(row.person, unwrap(masterKey, row));
    },
    keys: (person, audience, purpose) => {
      const name = `${person}/${audience}/${purpose}`;
      const known = derived.get(name);
      if (known) return known;
      const secret = secrets.get(person);
      if (!secret) throw new Error("a person without a secret");
      const made = { key: derive(secret, [audience, purpose]), nonceKey: derive(secret, ["nonce", audience, purpose]) };
      derived.set(name, made);
      return made;
    },
  };
};

export interface Bound {
  readonly context: ReadonlyArray<string>;
  readonly purpose: string;
}

const associated = ({ context, purpose }: Bound, schemaId: number, version: number): Buffer =>
  prefixed([...context, purpose, String(schemaId), String(version)]);

export const open = (keys: Keys, bound: Bound, frame: Buffer): Buffer => {
  const [version, schemaId] = [frame.readUInt32BE(2), frame.readUInt32BE(6)];
  const decipher = createDecipheriv("aes-256-gcm", keys.key, frame.subarray(headBytes, headBytes + nonceBytes));
  decipher.setAAD(associated(bound, schemaId, version)).setAuthTag(frame.subarray(-tagBytes));
  const plain = decipher.update(frame.subarray(headBytes + nonceBytes, -tagBytes));
  decipher.final();
  return plain;
};

export const seal = (
  keys: Keys,
  bound: Bound & { readonly audience: string; readonly schemaId: number },
  plain: Buffer,
): Buffer => {
  const data = associated(bound, bound.schemaId, 1);
  const nonce = createHmac("sha256", keys.nonceKey).update(data).update(plain).digest().subarray(0, nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keys.key, nonce);
  cipher.setAAD(data);
  const head = Buffer.alloc(headBytes);
  head[0] = 1;
  head[1] = audienceCodes.indexOf(bound.audience) + 1;
  head.writeUInt32BE(1, 2);
  head.writeUInt32BE(bound.schemaId, 6);
  const sealed = cipher.update(plain);
  cipher.final();
  return Buffer.concat([head, nonce, sealed, cipher.getAuthTag()]);
};
