import type { Door } from "./hub.ts";
import { documentOf, StoryEnds } from "./hub.ts";

export interface Hop {
  readonly stage: string;
  readonly state: string;
  readonly reason?: string;
}

export interface Status {
  readonly messageId: string;
  readonly personId: string;
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

/** How a message is sent: where to, and what is said beside it. */
export interface Sending {
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Told every other second of a wait. */
  readonly onWait: (what: string) => void;
}

/** The longest that a hop may take. Unit: milliseconds. */
export const longestMs = Number(process.env["SAMVIRKE_DEMO_SECONDS"] ?? 30) * 1000;

const missing = ({ hops, status }: Status): string => {
  const held = hops.filter(({ state }) => state !== "done");
  if (held.length === 0) return `the message is ${status}`;
  return held
    .map(({ stage, state, reason }) => `${stage} (${state}${reason === undefined ? "" : `: ${reason}`})`)
    .join(", ");
};

interface Following {
  readonly door: Door;
  readonly began: number;
  readonly onWait: Sending["onWait"];
}

const follow = async ({ door, began, onWait }: Following, messageId: string): Promise<Status> => {
  for (;;) {
    const answer = await door.get(`/v1/messages/${messageId}?wait=2`);
    const status = documentOf(answer, [200], "The status of the message") as Status;
    if (status.status === "done") return status;
    const isOver = performance.now() >= began + longestMs || status.status === "parked";
    if (isOver) throw new StoryEnds(`A hop did not come within ${longestMs / 1000} seconds: ${missing(status)}.`);
    onWait(missing(status));
  }
};

/** Sends a message and waits for every hop. Rejects with the name of the hub's stage that did not come. */
export const travel = async (door: Door, message: Uint8Array, sending: Sending): Promise<Travelled> => {
  const began = performance.now();
  const answer = await door.post(sending.path ?? "/v1/messages", message, sending.headers);
  const { messageId } = documentOf(answer, [200, 202], "Sending the message") as { readonly messageId: string };
  const status = await follow({ door, began, onWait: sending.onWait }, messageId);
  return { http: answer.status, ms: Math.round(performance.now() - began), status };
};
