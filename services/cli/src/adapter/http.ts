import { setTimeout as delay } from "node:timers/promises";
import type { ProblemAnswer } from "../core/answers.ts";
import { problemText } from "../core/answers.ts";
import type { Door, Sector } from "./hub.ts";
import { addressOf, partyOf } from "./hub.ts";
import type { Io } from "./io.ts";
import { HubAway, Refused } from "./io.ts";

export interface Call {
  readonly method?: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly body?: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Breaks the call off. */
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  /** Media type, without parameters. */
  readonly media: string;
  readonly json: () => Promise<unknown>;
  readonly bytes: () => Promise<Uint8Array>;
  readonly problem: () => Promise<ProblemAnswer>;
}

/** A door of the hub. */
export interface Client {
  readonly call: (call: Call) => Promise<Answer>;
  /** The document; rejects with Refused when there is a problem instead. */
  readonly read: <A>(call: Call) => Promise<A>;
}

const patienceMs = 120_000;

const away = (door: Door, address: string): HubAway =>
  new HubAway(
    `The hub is not reachable: ${door} at ${address} does not answer. Look with: npx samvirke status; start it with: npx samvirke up --detach`,
  );

const answerOf = (response: Response): Answer => ({
  status: response.status,
  ok: response.ok,
  media: (response.headers.get("content-type") ?? "").split(";")[0]?.trim() ?? "",
  json: () => response.json(),
  bytes: async () => new Uint8Array(await response.arrayBuffer()),
  problem: async () => {
    const told = (await response.json().catch(() => ({}))) as Partial<ProblemAnswer>;
    return { ...told, title: told.title ?? "The answer is no problem document.", status: response.status };
  },
});

const busy: ReadonlyArray<number> = [429, 503];
const tries = 12;

// Unit: milliseconds. The server says how long; never less than a quarter of a second, never more than five.
const pauseOf = (response: Response): number =>
  Math.min(5, Math.max(0.25, Number(response.headers.get("retry-after") ?? 1))) * 1000;

interface Target {
  readonly door: Door;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
}

const once = async ({ door, address, headers }: Target, call: Call): Promise<Response> => {
  const { method = "GET", path, body } = call;
  const patience = AbortSignal.timeout(patienceMs);
  try {
    return await fetch(`${address}${path}`, {
      method,
      headers: { ...headers, ...call.headers },
      signal: call.signal === undefined ? patience : AbortSignal.any([patience, call.signal]),
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : Buffer.from(body) }),
    });
  } catch {
    throw away(door, address);
  }
};

// Sending the same bytes again is harmless, so a busy door is knocked at again.
const patiently = async (target: Target, call: Call): Promise<Response> => {
  for (let attempt = 1; ; attempt += 1) {
    const response = await once(target, call);
    if (!busy.includes(response.status) || attempt === tries) return response;
    const pause = pauseOf(response);
    await response.body?.cancel();
    await delay(pause);
  }
};

const clientOf = (target: Target): Client => {
  const call: Client["call"] = async (wanted) => answerOf(await patiently(target, wanted));
  return {
    call,
    read: async <A>(wanted: Call): Promise<A> => {
      const answer = await call(wanted);
      if (!answer.ok) throw new Refused(problemText(await answer.problem()));
      return (await answer.json()) as A;
    },
  };
};

/** A gateway, spoken to as a party. */
export const gatewayClient = (io: Io, sector: Sector, party: string | undefined): Client => {
  const address = addressOf(io, sector);
  const { token } = partyOf(io, sector, party);
  return clientOf({ door: sector, address, headers: { authorization: `Bearer ${token}` } });
};

/** Operations. */
export const operationsClient = (io: Io): Client =>
  clientOf({ door: "operations", address: addressOf(io, "operations"), headers: {} });

/** A call with a JSON body. */
export const posting = (path: string, body: unknown): Call => ({
  method: "POST",
  path,
  body: JSON.stringify(body),
  headers: { "content-type": "application/json" },
});
