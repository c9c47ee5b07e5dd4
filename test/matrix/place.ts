import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { OwnHub } from "../setup/hub.ts";
import type { Side } from "./model.ts";

interface Party {
  readonly id: string;
  readonly token: string;
  readonly sector: Side;
}

/** One of the local parties, with the door that it uses. */
export interface Caller {
  readonly id: string;
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The hub that the matrix is played on. */
export interface Ground {
  readonly hub: OwnHub;
  readonly database: pg.Pool;
  readonly callers: ReadonlyArray<Caller>;
  readonly caller: (id: string) => Caller | undefined;
}

/** The matrix's view of a hub that runs. */
export const openGround = (hub: OwnHub): Ground => {
  const parties = JSON.parse(readFileSync(join(hub.folder, "parties.json"), "utf8")) as ReadonlyArray<Party>;
  const bases: Readonly<Record<Side, string>> = {
    health: hub.health,
    welfare: hub.welfare,
    employer: hub.employer,
  };
  const callers = parties.flatMap((party) => {
    const base = bases[party.sector];
    return [{ id: party.id, base, headers: { authorization: `Bearer ${party.token}` } }];
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
