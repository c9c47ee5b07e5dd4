import type { Accepted, MessageStatus } from "../core/answers.ts";
import type { SentLine } from "../core/sent-line.ts";
import { acceptedLine, refusedLine, waitedLine } from "../core/sent-line.ts";
import type { Source } from "./files.ts";
import { contentType } from "./files.ts";
import type { Client } from "./http.ts";
import { Refused } from "./io.ts";

export interface SendDeps {
  readonly gateway: Client;
  readonly receivedAt: string | undefined;
  /** The topic that records were taken from. */
  readonly topic: string | undefined;
  /** How long to wait for the last hop; undefined: not at all. Unit: milliseconds. */
  readonly waitMs: number | undefined;
  readonly now: () => number;
}

const settled: ReadonlyArray<string> = ["done", "parked"];
const longestWait = 25;

const follow = async ({ gateway, now }: SendDeps, messageId: string, until: number): Promise<MessageStatus> => {
  for (;;) {
    const seconds = Math.max(0, Math.min(longestWait, Math.ceil((until - now()) / 1000)));
    const status = await gateway.read<MessageStatus>({ path: `/v1/messages/${messageId}?wait=${seconds}` });
    if (settled.includes(status.status) || now() >= until) return status;
  }
};

const headersOf = (deps: SendDeps, source: Source, bytes: Uint8Array): Readonly<Record<string, string>> => ({
  "content-type": contentType(source.name, bytes),
  ...(deps.receivedAt === undefined ? {} : { "samvirke-received-at": deps.receivedAt }),
  ...(deps.topic === undefined ? {} : { "samvirke-record-topic": deps.topic }),
});

/** Sends one file and tells what became of it. Rejects when the hub, or the file, cannot be reached. */
export const sendMessage = async (deps: SendDeps, source: Source): Promise<SentLine> => {
  const { gateway, waitMs, now } = deps;
  const bytes = await source.read().catch(() => {
    throw new Refused(`${source.name} cannot be read.`);
  });
  const began = now();
  const sending = () => ({ file: source.name, ms: Math.round(now() - began) });
  const answer = await gateway.call({
    method: "POST",
    path: "/v1/messages",
    body: bytes,
    headers: headersOf(deps, source, bytes),
  });
  if (!answer.ok) return refusedLine(sending(), await answer.problem());
  const accepted = (await answer.json()) as Accepted;
  if (waitMs === undefined) return acceptedLine(sending(), accepted);
  const status = await follow(deps, accepted.messageId, began + waitMs);
  return waitedLine(sending(), accepted, status);
};
