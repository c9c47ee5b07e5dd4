import { createHmac, createSecretKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { OwnHub } from "../setup/hub.ts";
import type { Side } from "./model.ts";

interface Party {
  readonly id: string;
  readonly token: string;
  readonly sector: Side;
  readonly station: boolean;
  readonly identifiers: ReadonlyArray<{ readonly type: string; readonly value: string }>;
}

/** One of the local parties, with the door it uses and the names by which rows know it. */
export interface Caller {
  readonly id: string;
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly aliases: ReadonlyArray<string>;
}

/** The hub that the matrix is played on. */
export interface Ground {
  readonly hub: OwnHub;
  readonly database: pg.Pool;
  readonly callers: ReadonlyArray<Caller>;
  readonly caller: (id: string) => Caller | undefined;
}

const aliasBytes = 16;

const prefixed = (parts: ReadonlyArray<string>): string =>
  parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join("");

/** A party's name in rows and events, computed here once more. Source: design 4. */
const aliasOf = (pepper: Buffer, parts: ReadonlyArray<string>): string =>
  createHmac("sha256", createSecretKey(pepper))
    .update(prefixed(["party", ...parts]))
    .digest()
    .subarray(0, aliasBytes)
    .toString("hex");

/** The matrix's view of a hub that runs. */
export const openGround = (hub: OwnHub): Ground => {
  const parties = JSON.parse(readFileSync(join(hub.folder, "parties.json"), "utf8")) as ReadonlyArray<Party>;
  const pepper = Buffer.from(readFileSync(join(hub.folder, "keys", "pepper.key"), "utf8").trim(), "hex");
  const bases: Readonly<Record<Side, string | undefined>> = {
    health: hub.health,
    welfare: hub.welfare,
    employer: "employer" in hub ? String(hub.employer) : undefined,
  };
  const callers = parties.flatMap((party) => {
    const base = bases[party.sector];
    if (base === undefined) return [];
    const aliases = [
      ...party.identifiers.map(({ type, value }) => aliasOf(pepper, [type, value])),
      aliasOf(pepper, ["party", party.id]),
    ];
    return [{ id: party.id, base, headers: { authorization: `Bearer ${party.token}` }, aliases }];
  });
  const database = new pg.Pool({ connectionString: hub.postgresUrl, max: 4 });
  return { hub, database, callers, caller: (id) => callers.find((one) => one.id === id) };
};

/** The party of ours that speaks for a side. A receiving station sends for every practice. */
export const senders: Readonly<Record<Side, string>> = {
  health: "local-station",
  welfare: "local-nav",
  employer: "local-employer",
};

/** The party of ours that reads for a side. */
export const readers: Readonly<Record<Side, string>> = {
  health: "local-practice",
  welfare: "local-nav",
  employer: "local-employer",
};
