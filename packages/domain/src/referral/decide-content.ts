import type { Instant } from "@samvirke/kernel";
import { objectionTo } from "./checks.ts";
import { changed, copied, madeAt, nextRevision, sent } from "./content-events.ts";
import { effortsBy } from "./efforts.ts";
import type { ReferralLifecycle } from "./lifecycle.ts";
import { lifecycleOf } from "./lifecycle.ts";
import type { CancelReferral, ReferralEvent, ReferralNews, ReferralState, RegisterReferral } from "./model.ts";
import { allNames, referralIdOf } from "./names.ts";
import { meet } from "./parties.ts";
import type { ReferralRefusal } from "./receipts.ts";
import { refused } from "./refuse.ts";
import { evolve } from "./state.ts";
import type { Standing } from "./status-events.ts";
import { cancelled, cancelledAt } from "./status-events.ts";
import { closedAt, factsOf, referralNamed, referralsOf } from "./view.ts";
import { toldAgain, waitingFor } from "./waiting.ts";

type Events = ReadonlyArray<ReferralEvent>;

const isAfter = (at: Instant, closed: Instant | undefined): boolean => closed !== undefined && at > closed;

/** What stands in the way of the sender's changing or cancelling a known referral. */
const notTheirs = (command: RegisterReferral | CancelReferral, known: ReferralNews): ReferralRefusal | undefined =>
  meet(command.received.senderAliases, known.senderAliases) ? undefined : "NOT_THE_SENDER";

const changeOf = (command: RegisterReferral, state: ReferralState, known: ReferralNews | undefined): Events => {
  const lifecycle = lifecycleOf(command.content.case);
  const changeKind = lifecycle === "ADDITION" || lifecycle === "REPLACEMENT" ? lifecycle : "CHANGE";
  const referralId = known?.referralId ?? referralIdOf(command.names, command.received.archiveId);
  const numbered = { referralId, revision: nextRevision(state, referralId) };
  if (known === undefined) return [changed(command, numbered, { changeKind, ahead: true })];
  const theirs = notTheirs(command, known);
  if (theirs !== undefined) return [refused(command.received, theirs)];
  return isAfter(madeAt(command), closedAt(factsOf(state, known)))
    ? [refused(command.received, "REFERRAL_CLOSED")]
    : [changed(command, numbered, { changeKind, ahead: false })];
};

const standingOf = (command: RegisterReferral | CancelReferral, state: ReferralState): Standing => {
  const known = referralNamed(state, allNames(command.names));
  const referralId = known?.referralId ?? referralIdOf(command.names, command.received.archiveId);
  // Written before the end it counts, were it ever so late in coming.
  const recordedOnly = known !== undefined && (closedAt(factsOf(state, known)) ?? Infinity) <= cancelledAt(command);
  const stated = command.type === "CancelReferral" ? command.findings : command.content.case.warnings;
  return {
    referralId,
    revision: nextRevision(state, referralId),
    ahead: known === undefined,
    recordedOnly,
    findings: recordedOnly ? [...stated, { path: "", rule: "REFERRAL_ALREADY_CLOSED" }] : stated,
  };
};

/** A cancellation, whatever is known of the referral. */
export const cancelOf = (command: RegisterReferral | CancelReferral, state: ReferralState): Events => {
  const known = referralNamed(state, allNames(command.names));
  const theirs = known && notTheirs(command, known);
  return [theirs === undefined ? cancelled(command, standingOf(command, state)) : refused(command.received, theirs)];
};

/** A referral that is there already, sent as new once more. */
const againOf = (command: RegisterReferral, state: ReferralState, known: ReferralNews): Events => {
  const theirs = notTheirs(command, known);
  if (theirs !== undefined) return [refused(command.received, theirs)];
  const { referralId } = known;
  const numbered = { referralId, revision: nextRevision(state, referralId) };
  const status = referralsOf(state).find((view) => view.referralId === referralId)?.status;
  if (status === "undelivered") return [sent(command, numbered, { cancelledAhead: false, resent: true })];
  if (known.contentKey === command.contentKey) return [copied(command, referralId, "DUPLICATE")];
  return changeOf(command, state, known);
};

const newOf = (command: RegisterReferral, state: ReferralState): Events => {
  const known = referralNamed(state, allNames(command.names));
  if (known !== undefined) return againOf(command, state, known);
  const referralId = referralIdOf(command.names, command.received.archiveId);
  const numbered = { referralId, revision: nextRevision(state, referralId) };
  const plain = sent(command, numbered, { cancelledAhead: false, resent: false });
  const waited = waitingFor(evolve(state, plain), referralId);
  const isCancelled = waited.some(({ event, counts }) => counts && event.type === "ReferralCancelled");
  const event = sent(command, numbered, { cancelledAhead: isCancelled, resent: false });
  return [event, ...toldAgain(waited, numbered).flatMap((one) => [one, ...effortsBy(one)])];
};

const historyOf = (command: RegisterReferral, state: ReferralState): Events => {
  const known = referralNamed(state, allNames(command.names));
  return [copied(command, known?.referralId ?? referralIdOf(command.names, command.received.archiveId), "HISTORY")];
};

const changeOfNamed = (command: RegisterReferral, state: ReferralState): Events =>
  changeOf(command, state, referralNamed(state, allNames(command.names)));

type Decision = (command: RegisterReferral, state: ReferralState) => Events;

const decisions: Readonly<Record<ReferralLifecycle, Decision>> = {
  NEW: newOf,
  CHANGE: changeOfNamed,
  ADDITION: changeOfNamed,
  REPLACEMENT: changeOfNamed,
  CANCELLATION: cancelOf,
  HISTORY: historyOf,
};

/** What becomes of a referral, by what it does in the life cycle. */
export const register: Decision = (command, state) => {
  const lifecycle = lifecycleOf(command.content.case);
  // Whatever else is wrong with it, a cancellation says what it cancels.
  const found = lifecycle === "CANCELLATION" ? undefined : objectionTo(command);
  return found === undefined ? decisions[lifecycle](command, state) : [refused(command.received, found)];
};
