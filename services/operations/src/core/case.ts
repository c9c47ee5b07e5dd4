import { topics } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { Ball } from "./ball.ts";
import { ballOf } from "./ball.ts";
import type { CaseFacts, MessageFacts, OutboundFacts, ParkedFacts, RecordFacts, ViewFacts } from "./case-facts.ts";
import type { Hop } from "./hops.ts";
import { hopsOf } from "./hops.ts";

/** What an id names. */
export interface Asked {
  readonly id: string;
  readonly kind: "message" | "sick-leave" | "person";
  readonly personId: string;
  /** The only message that is asked about; absent: all of the person's. */
  readonly messageId?: string;
}

const iso = (at: Instant): string => new Date(at).toISOString();

/** Contract enumerations as the API spells them. */
const apiName = (symbol: string): string => symbol.toLowerCase().replaceAll("_", "-");

const recordLine = ({ recordedAt, ...record }: RecordFacts) => ({ ...record, recordedAt: iso(recordedAt) });
const outboundLine = ({ writtenAt, kind, ...document }: OutboundFacts) => ({
  ...document,
  kind: apiName(kind),
  writtenAt: iso(writtenAt),
});
const viewLine = ({ recordedAt, ...row }: ViewFacts) => ({ ...row, recordedAt: iso(recordedAt) });
const parkedLine = ({ firstSeen, lastSeen, ...parked }: ParkedFacts) => ({
  ...parked,
  firstSeen: iso(firstSeen),
  lastSeen: iso(lastSeen),
});
const hopLine = ({ stage, state, reason, before }: Hop) => ({ stage, state, reason, before });

const messageLine = ({ receivedAt, kind, format, ...message }: MessageFacts, hops: ReadonlyArray<Hop>) => ({
  ...message,
  kind: apiName(kind),
  format: apiName(format),
  receivedAt: iso(receivedAt),
  hops: hops.map(hopLine),
});

/** A case as operations tells it. */
export interface CaseDocument {
  /** The moment whose knowledge it tells; null for now. */
  readonly at: string | null;
  /** Of what it tells; another one is told when something is new. */
  readonly version: string;
  readonly id: string;
  readonly kind: Asked["kind"];
  readonly personId: string;
  readonly messages: ReadonlyArray<ReturnType<typeof messageLine>>;
  readonly events: ReadonlyArray<ReturnType<typeof recordLine>>;
  readonly receipts: ReadonlyArray<ReturnType<typeof outboundLine>>;
  readonly outbound: ReadonlyArray<ReturnType<typeof outboundLine>>;
  readonly views: ReadonlyArray<ReturnType<typeof viewLine>>;
  readonly parked: ReadonlyArray<ReturnType<typeof parkedLine>>;
  /** Who has to act, per message; the newest message last. */
  readonly balls: ReadonlyArray<Ball>;
  /** The one to look at: the oldest message that is not done, else the newest. */
  readonly ball: Ball | null;
}

/** A case without what its reader adds. */
export type CaseContent = Omit<CaseDocument, "at" | "version">;

const settled: ReadonlyArray<string> = ["nobody", "sender", "welfare"];

const ballToSee = (balls: ReadonlyArray<Ball>): Ball | null =>
  balls.find(({ holder }) => !settled.includes(holder)) ?? balls.at(-1) ?? null;

const isWanted = (asked: Asked) => (messageId: string | null) =>
  asked.messageId === undefined || asked.messageId === messageId;

/** Everything known of a case, from facts. */
export const caseDocument = (asked: Asked, facts: CaseFacts): CaseContent => {
  const wanted = isWanted(asked);
  const messages = facts.messages.filter(({ messageId }) => wanted(messageId));
  const outbound = facts.outbound.filter(({ inReplyTo }) => wanted(inReplyTo));
  const travelled = messages.map((message) => ({
    message,
    hops: hopsOf(message.messageId, facts),
    written: facts.outbound.filter(({ inReplyTo }) => inReplyTo === message.messageId),
  }));
  const balls = travelled.map(ballOf);
  return {
    id: asked.id,
    kind: asked.kind,
    personId: asked.personId,
    messages: travelled.map(({ message, hops }) => messageLine(message, hops)),
    events: facts.records.filter(({ messageId }) => wanted(messageId)).map(recordLine),
    receipts: outbound.filter(({ topic }) => topic === topics.receiptOutbound).map(outboundLine),
    outbound: outbound.filter(({ topic }) => topic !== topics.receiptOutbound).map(outboundLine),
    views: facts.views.filter(({ messageId }) => wanted(messageId)).map(viewLine),
    parked: facts.parked.map(parkedLine),
    balls,
    ball: ballToSee(balls),
  };
};
