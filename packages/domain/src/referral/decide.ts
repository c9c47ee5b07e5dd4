import { E, absurd } from "@samvirke/kernel";
import type { Decider, Either } from "@samvirke/kernel";
import { consentsBy } from "./consents.ts";
import { cancelOf, register } from "./decide-content.ts";
import { statusOf } from "./decide-status.ts";
import { effort } from "./efforts.ts";
import { lifecycleOf } from "./lifecycle.ts";
import type { RecordEffort, ReferralCommand, ReferralEvent, ReferralState } from "./model.ts";
import { referralIdOf } from "./names.ts";
import { refused } from "./refuse.ts";
import { evolve, initial, isDecided } from "./state.ts";
import { referralNamed } from "./view.ts";

type Events = ReadonlyArray<ReferralEvent>;

const effortOf = (command: RecordEffort, state: ReferralState): Events => {
  const known = referralNamed(state, command.names.earlier)?.referralId;
  return [effort(command, known ?? referralIdOf(command.names, command.received.archiveId), state)];
};

const isConflict = (command: ReferralCommand): boolean =>
  command.received.conflictsWith !== null &&
  command.type === "RegisterReferral" &&
  lifecycleOf(command.content.case) === "NEW";

const eventsOn = (command: ReferralCommand, state: ReferralState): Events => {
  // The standard lets a cancellation or a change bear the message id of what it speaks of.
  if (isConflict(command)) return [refused(command.received, "MESSAGE_ID_REUSED")];
  switch (command.type) {
    case "RegisterReferral":
      return register(command, state);
    case "RecordReferralStatus":
      return statusOf(command, state);
    case "CancelReferral":
      return cancelOf(command, state);
    case "RecordEffort":
      return effortOf(command, state);
    case "RecordSharingConsent":
      return [];
    default:
      return absurd(command);
  }
};

const withConsents = (command: ReferralCommand, state: ReferralState): Events => {
  const events = eventsOn(command, state);
  return [...events, ...consentsBy(command, state, events)];
};

/** Decides what becomes of a message about a referral. Every message has an outcome, so nothing is rejected outside of events. */
const decide = (command: ReferralCommand, state: ReferralState): Either<never, Events> =>
  E.right(isDecided(state, command.received.archiveId) ? [] : withConsents(command, state));

/**
 * A person's referrals.
 *
 * Shape:  a message that has an outcome already yields nothing; what waited is told again when its referral comes.
 * Source: canonical model C2 and C4; refusals by HIS 80415.
 */
export const referral: Decider<ReferralCommand, ReferralEvent, ReferralState, never> = { initial, decide, evolve };
