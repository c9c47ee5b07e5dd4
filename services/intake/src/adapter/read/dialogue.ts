import type { RecordReferralStatus, RegisterDialogue } from "@samvirke/domain";
import { isWelfareParty } from "@samvirke/contracts";
import { namesInAnswer } from "@samvirke/domain";
import type { ParsedDialogue, ReferralStatus } from "@samvirke/formats";
import { parseDialogue } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import { readDialogue as readDialogueContent } from "../dialogue-inbound.ts";
import { partyAliases } from "../party-aliases.ts";
import { dialogueSubject } from "../subject.ts";
import type { Arrived, Inbound, ReadDeps, Reader } from "./inbound.ts";
import { receivedOf, settled, unreadable } from "./inbound.ts";
import { hashNames } from "./referral-names.ts";
import { unreadableClass } from "./unreadable.ts";

const messageOf = (arrived: Arrived, parsed: ParsedDialogue, { pepper, basis }: ReadDeps): Inbound => {
  const made: Omit<RegisterDialogue, "replies"> = {
    type: "RegisterDialogue",
    ...readDialogueContent(arrived, parsed, pepper),
    basis: { policy: basis.policy, policyVersion: basis.policyVersion },
  };
  // Welfare's own letters are not judged by the rules for senders.
  if (parsed.from === "WELFARE") {
    return settled({ aggregate: "dialogue", command: { ...made, replies: null } });
  }
  return {
    subject: dialogueSubject(made, arrived.bytes),
    ask: (replies) => ({ aggregate: "dialogue", command: { ...made, replies } }),
  };
};

const textOf = ({ medical }: ParsedDialogue): string | null => medical.notes[0]?.text ?? null;

const statusOf = (
  arrived: Arrived,
  { parsed, status }: { readonly parsed: ParsedDialogue; readonly status: ReferralStatus },
  { pepper }: ReadDeps,
): Inbound => {
  const { envelope, warnings } = parsed.case;
  const received = receivedOf(arrived, envelope);
  const { message, parent, conversation } = parsed.references;
  const forwarded = status.outcome === "FORWARDED";
  const to = forwarded ? envelope.otherReceivers.flatMap(({ organisations }) => organisations) : [];
  const command: RecordReferralStatus = {
    type: "RecordReferralStatus",
    received,
    names: hashNames(
      pepper,
      namesInAnswer({ ...envelope, messageId: message }, [parent, conversation], received.sender),
    ),
    answers: isWelfareParty(envelope.receiver?.organisations ?? []) ? "HUB" : "RECEIVER",
    findings: warnings.map(({ code, path }) => ({ path, rule: code })),
    status: {
      outcome: status.outcome,
      declineClass: "NOT_STATED",
      at: null,
      appointmentAt: null,
      latestStart: null,
      place: null,
      by: envelope.sender?.organisations ?? [],
      to,
      toAliases: partyAliases(to, pepper),
      text: textOf(parsed),
    },
  };
  return settled({ aggregate: "referral", command });
};

/** Dialogmelding 1.0 and 1.1: a message of a conversation, an answer to a meeting call, or the status of a referral. */
export const readDialogue: Reader = (arrived, deps) => {
  const parsed = parseDialogue(arrived.bytes);
  if (E.isLeft(parsed)) {
    const { class: reason, findings, envelope } = parsed.left;
    const found = findings.map(({ code, path }) => ({ path, rule: code }));
    return unreadable(receivedOf(arrived, envelope ?? null), ...unreadableClass(reason, found));
  }
  const { status } = parsed.right;
  return status === null
    ? messageOf(arrived, parsed.right, deps)
    : statusOf(arrived, { parsed: parsed.right, status }, deps);
};
