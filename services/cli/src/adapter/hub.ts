import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io } from "./io.ts";
import { HubAway, UsageError } from "./io.ts";

export type Sector = "health" | "welfare" | "employer";

export interface Party {
  readonly id: string;
  readonly token: string;
  readonly sector: Sector;
  readonly station: boolean;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../../..");

const folderOf = ({ env }: Pick<Io, "env">): string => resolve(env["SAMVIRKE_HOME"] ?? join(root, ".samvirke"));

const howToStart = "Start a hub with: npx samvirke up --detach";

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // What the file says, tokens included, is not repeated.
    return undefined;
  }
};

interface HubFile {
  readonly gateways?: Partial<Record<Sector, string>>;
  readonly operations?: string;
}

const variables = {
  health: "SAMVIRKE_HEALTH_URL",
  welfare: "SAMVIRKE_WELFARE_URL",
  employer: "SAMVIRKE_EMPLOYER_URL",
  operations: "SAMVIRKE_OPERATIONS_URL",
} as const;

export type Door = keyof typeof variables;

const inFile = (file: HubFile, door: Door): string | undefined =>
  door === "operations" ? file.operations : file.gateways?.[door];

/** Where a door of the hub answers: by the environment, else as the running local hub says. */
export const addressOf = (io: Pick<Io, "env">, door: Door): string => {
  const given = io.env[variables[door]];
  if (given !== undefined && given !== "") return given.replace(/\/+$/, "");
  const file: HubFile = readJson(join(folderOf(io), "hub.json")) ?? {};
  const found = inFile(file, door);
  if (found !== undefined) return found;
  throw new HubAway(`No hub is running here. ${howToStart}, or name one with ${variables[door]}.`);
};

const parties = (io: Pick<Io, "env">): ReadonlyArray<Party> => {
  const file = io.env["SAMVIRKE_PARTIES_FILE"] ?? join(folderOf(io), "parties.json");
  const read = readJson(file);
  if (Array.isArray(read)) return read as ReadonlyArray<Party>;
  throw new HubAway(`The party file cannot be read. ${howToStart}, or name it with SAMVIRKE_PARTIES_FILE.`);
};

/** The party that speaks: the one named, else the sector's receiving station, whose receipt times count, else its first. */
export const partyOf = (io: Pick<Io, "env">, sector: Sector, id: string | undefined): Party => {
  const own = parties(io).filter((party) => party.sector === sector);
  const party = id === undefined ? (own.find(({ station }) => station) ?? own[0]) : own.find((one) => one.id === id);
  if (party) return party;
  const known = own.map((one) => one.id).join(", ");
  throw new UsageError(`--party: the ${sector} side knows ${known === "" ? "nobody" : known}.`);
};
