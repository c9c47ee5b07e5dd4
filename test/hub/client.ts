import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HubPlace } from "../setup/hub.ts";

export interface Accepted {
  readonly status: number;
  readonly messageId: string;
}

export interface MessageStatus {
  readonly messageId: string;
  readonly personId: string;
  readonly caseId: string | null;
  readonly status: string;
  readonly outcome: string | null;
  readonly route: string | null;
  readonly rules: ReadonlyArray<{ readonly rule: string; readonly outcome: string }>;
  readonly appRec: {
    readonly status: string;
    readonly errors: ReadonlyArray<{ readonly code: string; readonly text: string }>;
  } | null;
  readonly warnings: ReadonlyArray<{ readonly code: string; readonly path: string }>;
  readonly hops: ReadonlyArray<{ readonly stage: string; readonly state: string; readonly reason?: string }>;
}

interface PartyEntry {
  readonly id: string;
  readonly token: string;
}

/** A client of the hub's public HTTP interface, as one of the local parties. */
export const makeClient = (hub: HubPlace, party: string) => {
  const parties = JSON.parse(readFileSync(join(hub.folder, "parties.json"), "utf8")) as ReadonlyArray<PartyEntry>;
  const token = parties.find(({ id }) => id === party)?.token ?? "";
  const base = party === "local-nav" ? hub.welfare : hub.health;
  const headers = { authorization: `Bearer ${token}` };

  const get = async (path: string): Promise<Response> => fetch(`${base}${path}`, { headers });

  const json = async <A>(path: string): Promise<A> => {
    const response = await get(path);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as A;
  };

  const send = async (body: Uint8Array, more: Readonly<Record<string, string>> = {}): Promise<Accepted> => {
    const response = await fetch(`${base}/v1/messages`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/xml", ...more },
      body: Buffer.from(body),
    });
    const answer = (await response.json()) as { readonly messageId?: string };
    return { status: response.status, messageId: answer.messageId ?? "" };
  };

  /** Waits, bounded, until every hop is done or somebody has to act. */
  const settled = async (messageId: string, seconds = 60): Promise<MessageStatus> => {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const status = await json<MessageStatus>(`/v1/messages/${messageId}?wait=5`).catch((error: unknown) => {
        if (Date.now() > end) throw error;
        return undefined;
      });
      if (status && (status.status === "done" || status.status === "parked" || Date.now() > end)) return status;
    }
  };

  return { get, json, send, settled, headers, base };
};
