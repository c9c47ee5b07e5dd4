import type { Finding } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import { nextRevision } from "./content-events.ts";
import { effortsBy } from "./efforts.ts";
import type { RecordReferralStatus, ReferralEvent, ReferralNews, ReferralState } from "./model.ts";
import { referralIdOf } from "./names.ts";
import { meet, partyKeys } from "./parties.ts";
import { statusEvent } from "./status-events.ts";
import { closedAt, factsOf, isCopyOnly, referralNamed } from "./view.ts";

const sentAt = ({ received }: RecordReferralStatus): Instant => received.envelope?.generatedAt ?? received.receivedAt;

const copyReceiver: Finding = { path: "Sender", rule: "COPY_RECEIVER_CANNOT_DECIDE" };
const unknownOutcome: Finding = { path: "", rule: "STATUS_NOT_LISTED" };
const tooLate: Finding = { path: "", rule: "REFERRAL_ALREADY_CLOSED" };

/** What takes the effect from a status; nothing where the referral is not known, since that is seen when it comes. */
const hindrances = (command: RecordReferralStatus, facts: ReadonlyArray<ReferralNews>): ReadonlyArray<Finding> => {
  const closing = closedAt(facts);
  return [
    // Nobody knows what was decided, so whoever had to act still has.
    ...(command.status.outcome === "UNKNOWN" ? [unknownOutcome] : []),
    ...(isCopyOnly(partyKeys(command.status.by), facts) ? [copyReceiver] : []),
    ...(closing !== undefined && sentAt(command) > closing ? [tooLate] : []),
  ];
};

const doubts = (command: RecordReferralStatus, facts: ReadonlyArray<ReferralNews>): ReadonlyArray<Finding> => {
  const receivers = facts.flatMap(({ to }) => to);
  const isDoubtful = receivers.length > 0 && !meet(partyKeys(command.status.by), receivers);
  return isDoubtful ? [{ path: "Sender", rule: "NOT_THE_RECEIVER" }] : [];
};

/** A status, recorded whatever the state: it was decided elsewhere. */
export const statusOf = (command: RecordReferralStatus, state: ReferralState): ReadonlyArray<ReferralEvent> => {
  const known = referralNamed(state, command.names.earlier);
  const referralId = known?.referralId ?? referralIdOf(command.names, command.received.archiveId);
  const facts = known === undefined ? [] : factsOf(state, known);
  const hindered = hindrances(command, facts);
  const event = statusEvent(command, {
    referralId,
    revision: nextRevision(state, referralId),
    ahead: known === undefined,
    recordedOnly: hindered.length > 0,
    findings: [...command.findings, ...doubts(command, facts), ...hindered],
  });
  return [event, ...effortsBy(event)];
};
