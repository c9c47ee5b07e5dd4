import type { Problem } from "@samvirke/contracts";
import type { Clock, Either, Instant } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { MessageLimits } from "@samvirke/formats";
import { guardMessage, parsePlanRequest } from "@samvirke/formats";
import type { Store } from "@samvirke/store";
import type { Acceptance } from "../core/acceptance.ts";
import { answerTo } from "../core/acceptance.ts";
import { isSettled } from "../core/hops.ts";
import { mediaType, mayStateTimes } from "../core/arrival.ts";
import { readId, readReceivedAt, readRecordTopic, readWait, readWireMsgId } from "../core/parameters.ts";
import { refusalOf } from "../core/refusal.ts";
import type { Arrival, Received } from "./arrival.ts";
import { arrivalOf, lookUpAlias } from "./arrival.ts";
import type { Committer } from "./committer.ts";
import type { Handlers, PartyExchange, Reply } from "./exchange.ts";
import { findMessage, readStatus } from "./message-status.ts";
import type { StatusDeps } from "./message-status.ts";
import type { News } from "./news.ts";
import { waitFor } from "./news.ts";
import type { Pepper } from "./pepper.ts";

export interface MessageDeps extends StatusDeps {
  readonly store: Pick<Store, "query" | "findWireId">;
  readonly committer: Committer<Arrival, Acceptance>;
  readonly pepper: Pepper;
  readonly clock: Clock;
  readonly limits: MessageLimits;
  readonly news: News;
}

const notFound = E.left({ name: "not-found" } as const);

const refused = (bytes: Uint8Array, contentType: string, limits: MessageLimits) => {
  const guarded = guardMessage(bytes, mediaType(contentType), limits);
  return E.isLeft(guarded) ? refusalOf(guarded.left) : E.right(undefined);
};

/** The receipt time that a station states; from others it is refused. */
export const statedTime = ({ caller, header }: PartyExchange): Either<Problem, Instant | undefined> => {
  const stated = readReceivedAt(header("samvirke-received-at"));
  const isForeign = E.isRight(stated) && stated.right !== undefined && !mayStateTimes(caller.party);
  return isForeign ? E.left({ name: "not-a-station" }) : stated;
};

/** What a sender states beside the bytes. */
const besideOf = (exchange: PartyExchange): Either<Problem, Omit<Received, "bytes" | "now">> => {
  const statedReceivedAt = statedTime(exchange);
  if (E.isLeft(statedReceivedAt)) return statedReceivedAt;
  const topic = readRecordTopic(exchange.header("samvirke-record-topic"));
  if (E.isLeft(topic)) return topic;
  return E.right({
    party: exchange.caller.party,
    contentType: String(exchange.header("content-type")),
    statedReceivedAt: statedReceivedAt.right,
    record: { topic: topic.right, key: undefined },
  });
};

/** How a body is taken. */
export interface Taking {
  readonly beside: Omit<Received, "bytes" | "now">;
  /** What else must hold before it is kept. */
  readonly check?: (arrival: Arrival) => Either<Problem, undefined>;
}

/** Takes a body: reads it, refuses what is hostile, keeps the rest and answers. */
export const takeBody = async (
  deps: MessageDeps,
  exchange: PartyExchange,
  { beside, check = () => E.right(undefined) }: Taking,
): Promise<Either<Problem, Reply>> => {
  const body = await exchange.body();
  if (E.isLeft(body)) return body;
  const { bytes, release } = body.right;
  try {
    const hostile = refused(bytes, beside.contentType, deps.limits);
    if (E.isLeft(hostile)) return hostile;
    const arrival = arrivalOf(deps.pepper, { ...beside, bytes, now: deps.clock.now() }, deps.limits);
    const checked = check(arrival);
    if (E.isLeft(checked)) return checked;
    const { status, headers, body: json } = answerTo(await deps.committer.submit(arrival));
    return E.right({ status, headers, content: { json } });
  } finally {
    release();
  }
};

/** An employer's system is told at once what is wrong with a plan: its interface has no later answer. */
const keepsContract = ({ document, bytes }: Arrival): Either<Problem, undefined> => {
  const read = document === "PLAN_REQUEST" ? parsePlanRequest(bytes) : E.right(undefined);
  if (E.isRight(read)) return E.right(undefined);
  const fields = read.left.findings.map(({ path, rule }) => ({ pointer: path, rule }));
  return E.left({ name: "invalid-document", fields });
};

const receive =
  (deps: MessageDeps): Handlers["receive"] =>
  async (exchange) => {
    const beside = besideOf(exchange);
    return E.isLeft(beside) ? beside : takeBody(deps, exchange, { beside: beside.right, check: keepsContract });
  };

const statusAfter = async (deps: MessageDeps, exchange: PartyExchange, id: string) => {
  const wait = readWait(exchange.query);
  if (E.isLeft(wait)) return wait;
  const message = await findMessage(deps, exchange.caller.reader, id);
  if (!message) return notFound;
  const status = await waitFor(deps.news, {
    read: () => readStatus(deps, message),
    isEnough: ({ status: state }) => isSettled(state),
    seconds: wait.right,
    signal: exchange.signal(),
  });
  return E.right<never, Reply>({ status: 200, content: { json: status } });
};

const message =
  (deps: MessageDeps): Handlers["message"] =>
  async (exchange) => {
    const id = readId(exchange.path);
    return E.isLeft(id) ? id : statusAfter(deps, exchange, id.right);
  };

const messageByWireId =
  (deps: MessageDeps): Handlers["messageByWireId"] =>
  async (exchange) => {
    const wireMsgId = readWireMsgId(exchange.query);
    if (E.isLeft(wireMsgId)) return wireMsgId;
    const found = await deps.store.findWireId(lookUpAlias(deps.pepper, exchange.caller.party, wireMsgId.right));
    return found === undefined ? notFound : statusAfter(deps, exchange, found);
  };

/** Taking messages and telling what became of them. */
export const messageHandlers = (deps: MessageDeps): Pick<Handlers, "receive" | "message" | "messageByWireId"> => ({
  receive: receive(deps),
  message: message(deps),
  messageByWireId: messageByWireId(deps),
});
