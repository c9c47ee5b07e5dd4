import type { Finding, ReferralCancelled, ReferralGranted, ReferralTime, WireEnvelope } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type {
  CancelReferral,
  RecordReferralStatus,
  ReferralCommand,
  ReferralEvent,
  RegisterReferral,
  WaitingEvent,
} from "./model.ts";
import { allNames } from "./names.ts";
import { accepted } from "./receipts.ts";

/** How a fact stands to its referral. */
export interface Standing {
  readonly referralId: string;
  readonly revision: number;
  readonly ahead: boolean;
  readonly recordedOnly: boolean;
  readonly findings: ReadonlyArray<Finding>;
}

type Answered = Exclude<ReferralCommand, { readonly type: "RecordEffort" }>;

const told = (command: Answered, standing: Standing) => {
  const { received, names } = command;
  const { findings, ...known } = standing;
  return {
    ...known,
    archiveId: received.archiveId,
    aliases: allNames(names),
    receivedAt: received.receivedAt,
    warnings: findings.length,
  };
};

const said = ({ received, answers }: Answered, findings: ReadonlyArray<Finding>) => ({
  sender: received.sender,
  senderAliases: received.senderAliases,
  envelope: received.envelope,
  warnings: findings,
  receipt: answers === "HUB" && received.envelope !== null ? accepted(received.envelope) : null,
});

const sentAt = (envelope: WireEnvelope | null, otherwise: Instant): Instant => envelope?.generatedAt ?? otherwise;

const noTime: ReferralTime | null = null;

/** When a cancellation was written. */
export const cancelledAt = (command: RegisterReferral | CancelReferral): Instant => {
  const { received } = command;
  const issued = command.type === "RegisterReferral" ? command.content.case.issuedAt : null;
  return sentAt(received.envelope, issued ?? received.receivedAt);
};

/** The fact that a referral was withdrawn, by a message with or without its content. */
export const cancelled = (command: RegisterReferral | CancelReferral, standing: Standing): ReferralEvent => {
  const value: ReferralCancelled = {
    ...told(command, standing),
    madeAt: cancelledAt(command),
    case: { ...said(command, standing.findings), ...reasonOf(command) },
  };
  return { type: "ReferralCancelled", value };
};

const reasonOf = (
  command: RegisterReferral | CancelReferral,
): Pick<ReferralCancelled["case"], "at" | "by" | "reason"> => {
  if (command.type === "CancelReferral") return { at: command.at, by: command.by, reason: command.reason };
  const { envelope, comment } = command.content.case;
  return { at: noTime, by: envelope.sender?.organisations ?? [], reason: comment };
};

const outcomes: Readonly<Record<string, ReferralGranted["outcome"]>> = {
  CALLED_IN: "CALLED_IN",
  RIGHT_GRANTED: "RIGHT_GRANTED",
  ACCEPTED: "ACCEPTED",
};

/** The fact that a status tells. Source: list 9148; 1 and 2 grant, 3 forwards, 4 declines. */
export const statusEvent = (command: RecordReferralStatus, standing: Standing): WaitingEvent => {
  const { status, received } = command;
  const base = { ...told(command, standing), madeAt: sentAt(received.envelope, received.receivedAt) };
  const shared = { ...said(command, standing.findings), at: status.at, by: status.by };
  const medical = { text: status.text };
  switch (status.outcome) {
    case "FORWARDED": {
      const { to, toAliases } = status;
      return { type: "ReferralForwarded", value: { ...base, case: { ...shared, to, toAliases }, medical } };
    }
    case "DECLINED":
      return {
        type: "ReferralDeclined",
        value: { ...base, declineClass: status.declineClass, case: shared, medical },
      };
    default: {
      const { appointmentAt, latestStart, place } = status;
      const outcome = outcomes[status.outcome] ?? "UNKNOWN";
      const granted = { ...shared, appointmentAt, latestStart, place };
      return { type: "ReferralGranted", value: { ...base, outcome, case: granted, medical } };
    }
  }
};
