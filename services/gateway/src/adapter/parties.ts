import { createHash } from "node:crypto";
import type { Party, Reader, Sector } from "../core/party.ts";
import type { Pepper } from "./pepper.ts";

/** A party with the token that proves it. */
export interface KnownParty extends Party {
  readonly token: string;
}

/** An authenticated party and what it may see. */
export interface Caller {
  readonly party: Party;
  readonly reader: Reader;
}

export interface Parties {
  /** The caller behind an Authorization header; undefined when there is none of this gateway's. */
  readonly authenticate: (authorization: string | undefined) => Caller | undefined;
}

const bearerForm = /^Bearer +([\x21-\x7e]{1,512})$/i;

// Look-up by digest: comparing tokens themselves would tell by its time how much of one was right.
const digest = (token: string): string => createHash("sha256").update(token).digest("base64");

const callerOf = ({ token: _token, ...party }: KnownParty, pepper: Pepper): Caller => ({
  party,
  reader: {
    sector: party.sector,
    aliases: [
      pepper.party("party", party.id),
      ...party.identifiers.map(({ type, value }) => pepper.party(type, value)),
    ],
  },
});

/** The parties of one sector; a token of the other sector is unknown here. */
export const makeParties = (known: ReadonlyArray<KnownParty>, sector: Sector, pepper: Pepper): Parties => {
  const own = known.filter((party) => party.sector === sector);
  const callers = new Map(own.map((party) => [digest(party.token), callerOf(party, pepper)]));
  return {
    authenticate: (authorization) => {
      const token = bearerForm.exec(authorization ?? "")?.[1];
      return token === undefined ? undefined : callers.get(digest(token));
    },
  };
};
