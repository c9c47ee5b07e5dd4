import type { Accepted, MessageStatus } from "../core/answers.ts";
import type { SentLine } from "../core/sent-line.ts";
import { acceptedLine, refusedLine, waitedLine } from "../core/sent-line.ts";
import type { Source } from "./files.ts";
import { contentType } from "./files.ts";
import type { Client } from "./http.ts";
import type { Sector } from "./hub.ts";
import { Refused } from "./io.ts";

export interface SendDeps {
  /** The gateway of a side. */
  readonly gatewayOf: (side: Sector) => Client;
  /** The side that sends; undefined: by what each message is. */
  readonly from: Sector | undefined;
  readonly receivedAt: string | undefined;
  /** The topic that records were taken from. */
  readonly topic: string | undefined;
  /** How long to wait for the last hop; undefined: not at all. Unit: milliseconds. */
  readonly waitMs: number | undefined;
  readonly now: () => number;
}

const settled: ReadonlyArray<string> = ["done", "parked", "discarded"];
const longestWait = 25;

interface Following {
  readonly gateway: Client;
  readonly now: () => number;
}

const follow = async ({ gateway, now }: Following, messageId: string, until: number): Promise<MessageStatus> => {
  for (;;) {
    const seconds = Math.max(0, Math.min(longestWait, Math.ceil((until - now()) / 1000)));
    const status = await gateway.read<MessageStatus>({ path: `/v1/messages/${messageId}?wait=${seconds}` });
    if (settled.includes(status.status) || now() >= until) return status;
  }
};

// EHR systems write XML and FHIR, welfare's systems JSON and Avro.
const sideOf = (media: string): Sector =>
  media === "application/json" || media === "application/vnd.apache.avro" ? "welfare" : "health";

interface Addressed {
  readonly side: Sector;
  readonly media: string;
}

const headersOf = (deps: SendDeps, { side, media }: Addressed): Readonly<Record<string, string>> => ({
  "content-type": media,
  // Only a receiving station may say it; a side that was not asked for has none.
  ...(deps.receivedAt === undefined || (deps.from === undefined && side !== "health")
    ? {}
    : { "samvirke-received-at": deps.receivedAt }),
  ...(deps.topic === undefined ? {} : { "samvirke-record-topic": deps.topic }),
});

/** Sends one file and tells what became of it. Rejects when the hub, or the file, cannot be reached. */
export const sendMessage = async (deps: SendDeps, source: Source): Promise<SentLine> => {
  const { gatewayOf, waitMs, now } = deps;
  const bytes = await source.read().catch(() => {
    throw new Refused(`${source.name} cannot be read.`);
  });
  const media = contentType(source.name, bytes);
  const side = deps.from ?? sideOf(media);
  const gateway = gatewayOf(side);
  const began = now();
  const sending = () => ({ file: source.name, ms: Math.round(now() - began) });
  const answer = await gateway.call({
    method: "POST",
    path: "/v1/messages",
    body: bytes,
    headers: headersOf(deps, { side, media }),
  });
  if (!answer.ok) return refusedLine(sending(), await answer.problem());
  const accepted = (await answer.json()) as Accepted;
  if (waitMs === undefined) return acceptedLine(sending(), accepted);
  const status = await follow({ gateway, now }, accepted.messageId, began + waitMs);
  return waitedLine(sending(), accepted, status);
};
