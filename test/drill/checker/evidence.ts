import { readFileSync } from "node:fs";
import type { Reader } from "./avro.ts";
import { makeReader } from "./avro.ts";
import type { Database } from "./database.ts";
import { openDatabase } from "./database.ts";
import { numberHmac } from "./ids.ts";
import type { Audience } from "./seal.ts";
import { openSealed, unwrapSecret } from "./seal.ts";

/** Where the checker finds what it judges. */
export interface Places {
  readonly ledger: string;
  readonly postgresUrl: string;
  readonly kafkaBrokers: ReadonlyArray<string>;
  readonly registryUrl: string;
  readonly masterKeyFile: string;
  readonly pepperFile: string;
  /** The Kafka topic that holds a topic of the hub; the same name where absent. */
  readonly topics?: Readonly<Record<string, string>>;
  /** After kills of the broker or the relay a record may lie in Kafka more than once, which readers drop by its position. */
  readonly mayRepeat: boolean;
}

/** Opens what lies sealed, for the person that it should belong to. */
export interface Opener {
  readonly open: (sealed: Sealed) => Buffer | undefined;
  /** The person that a national identity number leads to. */
  readonly personOf: (number: string) => string | undefined;
}

export interface Sealed {
  readonly person: string;
  readonly audience: Audience;
  readonly purpose: string;
  readonly context: ReadonlyArray<string>;
  readonly frame: Buffer;
}

/** The parts of the evidence, opened. */
export interface Evidence {
  readonly places: Places;
  readonly database: Database;
  readonly reader: Reader;
  readonly opener: Opener;
  readonly pepper: Buffer;
}

const hexFile = (path: string): Buffer => Buffer.from(readFileSync(path, "utf8").trim(), "hex");

interface SecretRow {
  readonly person: string;
  readonly version: number;
  readonly wrapped: Buffer;
}

const makeOpener = async (places: Places, database: Database, pepper: Buffer): Promise<Opener> => {
  const masterKey = hexFile(places.masterKeyFile);
  const secrets = new Map<string, Buffer>();
  const rows = await database.rows<SecretRow>(
    `select person_id::text as person, secret_version as version, wrapped_secret as wrapped from hub.person`,
  );
  for (const row of rows) secrets.set(row.person, unwrapSecret(masterKey, row));
  const numbers = await database.rows<{ hmac: string; person: string }>(
    `select encode(number_hmac, 'hex') as hmac, person_id::text as person from hub.person_number`,
  );
  const persons = new Map(numbers.map(({ hmac, person }) => [hmac, person]));
  return {
    open: ({ person, frame, ...binding }) => {
      const secret = secrets.get(person);
      return secret && openSealed(secret, binding, frame);
    },
    personOf: (number) => persons.get(numberHmac(pepper, number)),
  };
};

/** Opens the evidence for one check. */
export const openEvidence = async (places: Places): Promise<Evidence> => {
  const database = await openDatabase(places.postgresUrl);
  const pepper = hexFile(places.pepperFile);
  const opener = await makeOpener(places, database, pepper);
  return { places, database, reader: makeReader(places.registryUrl), opener, pepper };
};
