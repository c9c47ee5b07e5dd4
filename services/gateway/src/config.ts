import { readFile } from "node:fs/promises";
import { E } from "@samvirke/kernel";
import { readConfig } from "@samvirke/stage";
import type { Environment } from "@samvirke/stage";
import * as t from "io-ts/lib/index.js";
import type { KnownParty } from "./adapter/parties.ts";
import type { Sector } from "./core/party.ts";

const digits = /^\d{1,15}$/;

const NumberText = new t.Type<number, string>(
  "NumberText",
  (value): value is number => typeof value === "number",
  (value, context) =>
    typeof value === "string" && digits.test(value) ? t.success(Number(value)) : t.failure(value, context),
  String,
);

const optional = <A>(codec: t.Type<A, string>) => t.union([codec, t.undefined]);

const SectorName = t.keyof({ health: null, welfare: null, employer: null }, "Sector");

/** The environment of a gateway. */
export const GatewayConfig = t.strict(
  {
    SAMVIRKE_SECTOR: SectorName,
    SAMVIRKE_PORT: NumberText,
    SAMVIRKE_HOST: t.union([t.string, t.undefined]),
    SAMVIRKE_PARTIES_FILE: t.string,
    SAMVIRKE_PEPPER_FILE: t.string,
    SAMVIRKE_MAX_BYTES: optional(NumberText),
    SAMVIRKE_QUEUE: optional(NumberText),
    SAMVIRKE_OUTBOX_DAYS: optional(NumberText),
  },
  "GatewayConfig",
);

const PartyFile = t.array(
  t.strict(
    {
      id: t.string,
      name: t.string,
      token: t.string,
      sector: SectorName,
      station: t.boolean,
      statesTimes: t.union([t.boolean, t.undefined]),
      identifiers: t.array(t.strict({ type: t.string, value: t.string }, "PartyIdentifier")),
    },
    "Party",
  ),
  "PartyFile",
);

/** What a gateway is told. Unit: bytes, messages. */
export interface Settings {
  readonly sector: Sector;
  readonly port: number;
  readonly host: string;
  readonly partiesFile: string;
  readonly pepperFile: string;
  readonly maxBytes: number;
  readonly queue: number;
  /** Days that a document stays in a mailbox; 0: for ever. */
  readonly outboxDays: number;
}

const mebibyte = 1024 * 1024;

/** Reads the settings; fails with names, never values. */
export const readSettings = (env: Environment): Settings => {
  const config = readConfig(GatewayConfig, env);
  return {
    sector: config.SAMVIRKE_SECTOR,
    port: config.SAMVIRKE_PORT,
    host: config.SAMVIRKE_HOST ?? "127.0.0.1",
    partiesFile: config.SAMVIRKE_PARTIES_FILE,
    pepperFile: config.SAMVIRKE_PEPPER_FILE,
    maxBytes: config.SAMVIRKE_MAX_BYTES ?? 64 * mebibyte,
    queue: config.SAMVIRKE_QUEUE ?? 2_000,
    outboxDays: config.SAMVIRKE_OUTBOX_DAYS ?? 365,
  };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser quotes what it read, tokens included.
    return undefined;
  }
};

/** Reads the party file; fails with the place that is wrong, never its content. */
export const readParties = async (path: string): Promise<ReadonlyArray<KnownParty>> => {
  const decoded = PartyFile.decode(parse(await readFile(path, "utf8")));
  if (E.isRight(decoded)) return decoded.right;
  const places = decoded.left.map(({ context }) => context.map(({ key }) => key).join("/"));
  throw new Error(`party file: not as expected at ${[...new Set(places)].join(", ")}`);
};
