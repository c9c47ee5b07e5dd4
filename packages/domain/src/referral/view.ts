import type { Instant } from "@samvirke/kernel";
import type { ReferralNews, ReferralState, Settlement } from "./model.ts";
import { meet } from "./parties.ts";
import type { ReferralBall, ReferralStatus, ReferralView } from "./view-model.ts";

// What happened at the same moment happened in this order: a cancellation may carry the very time of what it cancels.
const ranks: Readonly<Record<ReferralNews["kind"], number>> = {
  SENT: 0,
  CHANGED: 1,
  ADDED: 2,
  FORWARDED: 3,
  GRANTED: 4,
  STARTED: 5,
  ENDED: 6,
  DECLINED: 7,
  CANCELLED: 8,
};

/** The order in which facts happened, whatever the order in which they came. */
export const inOrder = (a: ReferralNews, b: ReferralNews): number =>
  a.madeAt - b.madeAt || ranks[a.kind] - ranks[b.kind] || (a.archiveId < b.archiveId ? -1 : 1);

const isContent = ({ kind }: ReferralNews): boolean => kind === "SENT" || kind === "CHANGED" || kind === "ADDED";
const isSenders = (fact: ReferralNews): boolean => isContent(fact) || fact.kind === "CANCELLED";

/** Whether a fact of the sender's comes from whoever sent the referral; others speak for themselves. */
const isEntitled = (fact: ReferralNews, sent: ReferralNews): boolean =>
  !isSenders(fact) || meet(fact.senderAliases, sent.senderAliases);

/** A copy receiver never decides, unless the referral was forwarded to it. */
export const isCopyOnly = (by: ReadonlyArray<string>, facts: ReadonlyArray<ReferralNews>): boolean => {
  const receivers = facts.flatMap(({ to }) => to);
  const copies = facts.flatMap(({ copies: own }) => own);
  return meet(by, copies) && !meet(by, receivers);
};

const closure = (
  state: ReferralState,
  sent: ReferralNews,
  names: ReadonlyArray<string>,
): ReadonlyArray<ReferralNews> => {
  const own = state.facts.filter(
    (fact) => isEntitled(fact, sent) && (fact.referralId === sent.referralId || meet(fact.names, names)),
  );
  const more = [...new Set([...names, ...own.filter(isContent).flatMap((fact) => fact.names)])];
  return more.length === names.length ? own : closure(state, sent, more);
};

/** Everything that speaks of a referral, found by the names that it and its changes go by. */
export const factsOf = (state: ReferralState, sent: ReferralNews): ReadonlyArray<ReferralNews> =>
  closure(state, sent, sent.names);

const closing: Partial<Record<ReferralNews["kind"], ReferralStatus>> = {
  DECLINED: "declined",
  CANCELLED: "cancelled",
  ENDED: "ended",
};
const opening: Partial<Record<ReferralNews["kind"], ReferralStatus>> = {
  GRANTED: "granted",
  FORWARDED: "forwarded",
  STARTED: "started",
};

/** The facts that count: those of copy receivers never do, and nothing does after what closed the referral. */
export const countingFacts = (facts: ReadonlyArray<ReferralNews>): ReadonlyArray<ReferralNews> => {
  const sorted = facts.filter((fact) => fact.by.length === 0 || !isCopyOnly(fact.by, facts)).toSorted(inOrder);
  const closed = sorted.findIndex(({ kind }) => closing[kind] !== undefined);
  // A sender's clock may be wrong: what is sent is there before anything that speaks of it.
  return closed < 0 ? sorted : sorted.filter((fact, index) => index <= closed || fact === firstSent(sorted));
};

const firstSent = (facts: ReadonlyArray<ReferralNews>): ReferralNews | undefined =>
  facts.find(({ kind }) => kind === "SENT");

/** When the referral was closed; undefined while it is open. */
export const closedAt = (facts: ReadonlyArray<ReferralNews>): Instant | undefined =>
  countingFacts(facts).find(({ kind }) => closing[kind] !== undefined)?.madeAt;

const contentOf = (counting: ReadonlyArray<ReferralNews>): ReadonlyArray<string> => {
  const last = counting.findLastIndex(({ kind }) => kind === "SENT" || kind === "CHANGED");
  const added = counting.slice(last + 1).filter(({ kind }) => kind === "ADDED");
  const base = counting[last];
  return [...(base ? [base.archiveId] : []), ...added.map(({ archiveId }) => archiveId)];
};

// OVERDUE may be followed by an answer, which then counts; of two answers the first is the final one.
const deliveryOf = (state: ReferralState, messages: ReadonlyArray<string>): ReferralStatus => {
  const own = state.settlements.filter(({ messageId }) => messages.includes(messageId));
  const answered = own.filter(({ outcome }) => outcome !== "OVERDUE").toSorted(bySettling);
  const [counts] = answered.length > 0 ? answered : own;
  if (counts === undefined) return "sent";
  return counts.outcome === "OK" || counts.outcome === "PARTIAL" ? "delivered" : "undelivered";
};

const bySettling = (a: Settlement, b: Settlement): number => a.settledAt - b.settledAt;

const statusOf = (state: ReferralState, counting: ReadonlyArray<ReferralNews>): ReferralStatus => {
  const closed = counting.find(({ kind }) => closing[kind] !== undefined);
  if (closed !== undefined) return closing[closed.kind] ?? "ended";
  const decided = counting.findLast(({ kind }) => opening[kind] !== undefined);
  if (decided !== undefined) return opening[decided.kind] ?? "granted";
  return deliveryOf(state, contentOf(counting).slice(-1));
};

const balls: Readonly<Record<ReferralStatus, ReferralBall>> = {
  cancelledAhead: "NOBODY",
  waiting: "NOBODY",
  sent: "RECEIVER_SYSTEM",
  delivered: "RECEIVER",
  undelivered: "SENDER",
  granted: "PERFORMING_UNIT",
  forwarded: "NEW_RECEIVER",
  started: "PERFORMING_UNIT",
  declined: "REFERRER",
  cancelled: "NOBODY",
  ended: "NOBODY",
};

const isToAssessAgain = (status: ReferralStatus, counting: ReadonlyArray<ReferralNews>): boolean => {
  const granted = counting.findLastIndex(({ kind }) => kind === "GRANTED");
  return status === "granted" && counting.slice(granted + 1).some(isContent);
};

const viewOf = (state: ReferralState, sent: ReferralNews): ReferralView => {
  const counting = countingFacts(factsOf(state, sent));
  const status = statusOf(state, counting);
  return {
    referralId: sent.referralId,
    status,
    ball: balls[status],
    assessAgain: isToAssessAgain(status, counting),
    content: contentOf(counting),
  };
};

/** The first message of each referral, whichever came first. */
export const sentFacts = ({ facts }: ReferralState): ReadonlyArray<ReferralNews> => {
  const sent = facts.filter(({ kind }) => kind === "SENT").toSorted(inOrder);
  return sent.filter(({ referralId }, index) => sent.findIndex((other) => other.referralId === referralId) === index);
};

/** The referral that names speak of; undefined when it is not known. */
export const referralNamed = (state: ReferralState, names: ReadonlyArray<string>): ReferralNews | undefined =>
  sentFacts(state).find((sent) =>
    factsOf(state, sent)
      .filter(isContent)
      .some((fact) => meet(fact.names, names)),
  );

const aheadOf = (facts: ReadonlyArray<ReferralNews>): ReferralView["status"] =>
  facts.some(({ kind }) => kind === "CANCELLED") ? "cancelledAhead" : "waiting";

const waitingView = ([referralId, facts]: readonly [string, ReadonlyArray<ReferralNews>]): ReferralView => {
  const content = contentOf(facts.toSorted(inOrder));
  return { referralId, status: aheadOf(facts), ball: "NOBODY", assessAgain: false, content };
};

/**
 * A person's referrals as now known, by id: every message is put where it was made, so the order of arrival leaves no trace.
 *
 * Source: canonical model C2 (states, whose turn it is) and C4 (lateness).
 */
export const referralsOf = (state: ReferralState): ReadonlyArray<ReferralView> => {
  const sent = sentFacts(state);
  const spoken = new Set(sent.flatMap((one) => factsOf(state, one)));
  const waiting = Map.groupBy(
    state.facts.filter((fact) => !spoken.has(fact)),
    ({ referralId }) => referralId,
  );
  return [...sent.map((one) => viewOf(state, one)), ...[...waiting].map(waitingView)].toSorted((a, b) =>
    a.referralId < b.referralId ? -1 : 1,
  );
};
