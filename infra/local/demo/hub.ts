import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const folder = resolve(process.env["SAMVIRKE_HOME"] ?? join(root, ".samvirke"));

/** Why the story cannot go on; told as it stands. */
export class StoryEnds extends Error {}

/** No hub runs here, or it does not answer. */
export class HubIsAway extends StoryEnds {}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** One door of the hub, spoken to over HTTP as one party. */
export interface Door {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: Uint8Array, headers?: Headers) => Promise<Answer>;
}

type Headers = Readonly<Record<string, string>>;

/** The public doors that the story goes through. */
export interface Doors {
  /** The receiving station, which sends and fetches for the practice. */
  readonly health: Door;
  readonly welfare: Door;
  readonly employer: Door;
  readonly operations: Door;
  readonly addresses: { readonly health: string; readonly welfare: string; readonly operations: string };
  /** Registered numbers of the practice, by their type. */
  readonly practiceNumbers: Readonly<Record<string, string>>;
}

interface HubFile {
  readonly gateways: { readonly health: string; readonly welfare: string; readonly employer: string };
  readonly operations: string;
  readonly folder: string;
}

interface Party {
  readonly id: string;
  readonly token: string;
  readonly station: boolean;
  readonly statesTimes?: boolean;
  readonly identifiers: ReadonlyArray<{ readonly type: string; readonly value: string }>;
}

/** Parties whose word about when a message was received is believed; the story tells its own days. */
const mayStateTimes = ({ station, statesTimes = false }: Party): boolean => station || statesTimes;

const tellers = ["local-station", "local-nav", "local-employer"];

const notTrusted = (id: string): string =>
  `${id} may not state receipt times here. In parties.json of the hub's folder, give it "statesTimes": true, and start again.`;

const patienceMs = 40_000;

const readJson = (file: string, what: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new HubIsAway(`${what} cannot be read. Start the hub with: npm start`);
  }
};

const door = (name: string, address: string, headers: Headers): Door => {
  const call = async (path: string, init: RequestInit): Promise<Answer> => {
    try {
      const response = await fetch(`${address}${path}`, { ...init, signal: AbortSignal.timeout(patienceMs) });
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, contentType: response.headers.get("content-type") ?? "", bytes };
    } catch {
      throw new HubIsAway(`The ${name} door at ${address} does not answer.`);
    }
  };
  return {
    get: (path) => call(path, { headers }),
    post: (path, body, more = {}) =>
      call(path, {
        method: "POST",
        headers: { ...headers, "content-type": "application/xml", ...more },
        body: Buffer.from(body),
      }),
  };
};

/** Finds the running local hub and the tokens of its parties. */
export const openDoors = (): Doors => {
  const hub = readJson(join(folder, "hub.json"), "The address of the hub") as HubFile;
  const parties = readJson(join(hub.folder, "parties.json"), "The party file") as ReadonlyArray<Party>;
  const partyOf = (id: string): Party => {
    const party = parties.find((one) => one.id === id);
    if (!party) throw new StoryEnds(`The party file names no ${id}.`);
    return party;
  };
  for (const id of tellers) if (!mayStateTimes(partyOf(id))) throw new StoryEnds(notTrusted(id));
  const bearer = (id: string): Headers => ({ authorization: `Bearer ${partyOf(id).token}` });
  const { gateways, operations } = hub;
  return {
    health: door("health", gateways.health, bearer("local-station")),
    welfare: door("welfare", gateways.welfare, bearer("local-nav")),
    employer: door("employer", gateways.employer, bearer("local-employer")),
    operations: door("operations", operations, {}),
    addresses: { ...gateways, operations },
    practiceNumbers: Object.fromEntries(partyOf("local-practice").identifiers.map(({ type, value }) => [type, value])),
  };
};

/** The JSON document of an answer of the expected status. */
export const documentOf = ({ status, bytes }: Answer, expected: ReadonlyArray<number>, what: string): unknown => {
  if (!expected.includes(status)) throw new StoryEnds(`${what}: answered ${status}, not ${expected.join(" or ")}.`);
  return JSON.parse(Buffer.from(bytes).toString("utf8"));
};
