import { Agent, request } from "node:http";
import type { Door, Parcel } from "../plan/printed.ts";

/** What a gateway said to a message: its id and whether it knew it, or nothing that can be counted on. */
export type Answer =
  | { readonly state: "taken"; readonly status: number; readonly messageId: string }
  | { readonly state: "unknown"; readonly why: string }
  | { readonly state: "refused"; readonly status: number };

/** A door with the party that sends by it. */
export interface Sender {
  readonly url: string;
  readonly party: string;
  readonly token: string;
}

export type Senders = Readonly<Record<Door, Sender>>;

/** Sends messages to the doors, by each as one party. */
export interface Client {
  readonly send: (parcel: Parcel) => Promise<Answer>;
  readonly partyOf: (door: Door) => string;
  /** Requests that have no answer yet. */
  readonly inFlight: () => number;
  readonly close: () => void;
}

const patience = 30_000;

// 5xx: the hub is in trouble; 429 and 408: it has no room or no time. All may or may not have kept the message.
const isUncertain = (status: number): boolean => status >= 500 || status === 429 || status === 408;

const read = (status: number, text: string): Answer => {
  if (isUncertain(status)) return { state: "unknown", why: `status ${status}` };
  if (status !== 200 && status !== 202) return { state: "refused", status };
  const { messageId } = JSON.parse(text) as { readonly messageId: string };
  return { state: "taken", status, messageId };
};

const codeOf = (error: Error): string => ("code" in error && typeof error.code === "string" ? error.code : error.name);

/** A client with so many connections, kept open. */
export const makeClient = (options: { readonly senders: Senders; readonly connections: number }): Client => {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  let inFlight = 0;
  const send = ({ bytes, door, contentType, topic }: Parcel): Promise<Answer> =>
    new Promise((resolve) => {
      const { url, token } = options.senders[door];
      const lost = (error: Error): void => resolve({ state: "unknown", why: codeOf(error) });
      const sent = request(`${url}/v1/messages`, {
        method: "POST",
        agent,
        timeout: patience,
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": contentType,
          "content-length": bytes.length,
          ...(topic === undefined ? {} : { "samvirke-record-topic": topic }),
        },
      });
      sent.on("error", lost);
      sent.on("timeout", () => sent.destroy(new Error("no answer in time")));
      sent.on("response", (response) => {
        const chunks: Array<Buffer> = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", lost);
        response.on("aborted", () => resolve({ state: "unknown", why: "cut off" }));
        response.on("end", () => {
          try {
            resolve(read(response.statusCode ?? 0, Buffer.concat(chunks).toString()));
          } catch {
            resolve({ state: "unknown", why: "an answer that could not be read" });
          }
        });
      });
      sent.end(bytes);
    });
  return {
    partyOf: (door) => options.senders[door].party,
    send: async (parcel) => {
      inFlight += 1;
      try {
        return await send(parcel);
      } finally {
        inFlight -= 1;
      }
    },
    inFlight: () => inFlight,
    close: () => agent.destroy(),
  };
};
