import type { Door } from "./hub.ts";
import { documentOf, StoryEnds } from "./hub.ts";

export interface Hop {
  readonly stage: string;
  readonly state: string;
  readonly reason?: string;
}

export interface Status {
  readonly messageId: string;
  readonly caseId: string | null;
  readonly status: string;
  readonly outcome: string | null;
  readonly route: string | null;
  readonly rules: ReadonlyArray<{ readonly rule: string; readonly outcome: string }>;
  readonly appRec: {
    readonly status: number;
    readonly errors: ReadonlyArray<{ readonly code: string; readonly text: string }>;
  } | null;
  readonly hops: ReadonlyArray<Hop>;
  readonly links: { readonly outbox: ReadonlyArray<string>; readonly sickLeave?: string };
}

/** A message that went the whole road. */
export interface Travelled {
  readonly http: number;
  readonly ms: number;
  readonly status: Status;
}

const longestMs = 30_000;

const missing = ({ hops, status }: Status): string => {
  const held = hops.filter(({ state }) => state !== "done");
  if (held.length === 0) return `the message is ${status}`;
  return held
    .map(({ stage, state, reason }) => `${stage} (${state}${reason === undefined ? "" : `: ${reason}`})`)
    .join(", ");
};

const follow = async (door: Door, messageId: string, until: number): Promise<Status> => {
  for (;;) {
    const seconds = Math.max(0, Math.min(25, Math.ceil((until - performance.now()) / 1000)));
    const answer = await door.get(`/v1/messages/${messageId}?wait=${seconds}`);
    const status = documentOf(answer, [200], "The status of the message") as Status;
    if (status.status === "done") return status;
    const isOver = performance.now() >= until || status.status === "parked";
    if (isOver) throw new StoryEnds(`A hop did not come within ${longestMs / 1000} seconds: ${missing(status)}.`);
  }
};

/** Sends a message and waits for every hop. Rejects with the name of the hop that did not come. */
export const travel = async (door: Door, message: Uint8Array): Promise<Travelled> => {
  const began = performance.now();
  const answer = await door.post("/v1/messages", message);
  const { messageId } = documentOf(answer, [200, 202], "Sending the message") as { readonly messageId: string };
  const status = await follow(door, messageId, began + longestMs);
  return { http: answer.status, ms: Math.round(performance.now() - began), status };
};
