import type { Code, Finding } from "@samvirke/contracts";
import type { Received, ReferralCommand, ReferralNames, RegisterReferral } from "@samvirke/domain";
import { namesIn, namesInAnswer } from "@samvirke/domain";
import type { HubReferral } from "@samvirke/formats";
import { hubEnvelope, hubLevels, hubParts, hubStatus, readHubReferral } from "@samvirke/formats";
import { partyAliases } from "../party-aliases.ts";
import type { Pepper } from "../pepper.ts";
import { personSubject } from "../subject.ts";
import type { Inbound, ReadDeps } from "./inbound.ts";
import { settled } from "./inbound.ts";
import type { RecordArrived } from "./record.ts";
import { jsonReader } from "./record.ts";
import { hashNames } from "./referral-names.ts";
import { referralReplies } from "./referral.ts";

// JSON is answered by its HTTP status: no receipt is written to whoever sends it.
const answers = "RECEIVER";
const noReceipt: Code = { system: null, code: "N", text: null, originalText: null };
const findings: ReadonlyArray<Finding> = [];

const receivedIn = ({ message, received }: RecordArrived, sent: HubReferral): Received => ({
  ...received,
  conflictsWith: message.conflictsWith,
  envelope: { ...hubEnvelope(sent), ack: noReceipt },
});

interface Sent {
  readonly sent: HubReferral;
  readonly received: Received;
  readonly bytes: Uint8Array;
}

const referralOf = ({ sent, received, bytes }: Sent, { pepper }: ReadDeps): Inbound | undefined => {
  const content = hubParts(sent);
  if (content === undefined) return undefined;
  const made: Omit<RegisterReferral, "replies"> = {
    type: "RegisterReferral",
    received,
    answers,
    names: hashNames(pepper, namesIn(content.case, received.sender)),
    content,
    contentKey: pepper("content", JSON.stringify(sent.body)),
  };
  const subject = personSubject(content.identity.number?.value, bytes);
  return {
    subject,
    ask: (replies) => ({ aggregate: "referral", command: { ...made, replies: referralReplies(subject, replies) } }),
  };
};

const spokenOf = ({ sent, received }: Sent, pepper: Pepper): ReferralNames =>
  hashNames(pepper, namesInAnswer(received.envelope, [sent.body.referral], received.sender));

/** What is said of a referral that was sent before. */
const aboutReferral = (one: Sent, { pepper }: ReadDeps): ReferralCommand | undefined => {
  const { sent, received } = one;
  const { body } = sent;
  const base = { received, answers, names: spokenOf(one, pepper) } as const;
  const status = hubStatus(sent);
  if (status !== undefined) {
    const toAliases = partyAliases(status.to, pepper);
    return { type: "RecordReferralStatus", ...base, status: { ...status, toAliases }, findings };
  }
  if (body.kind === "CANCELLATION") {
    return { type: "CancelReferral", ...base, reason: body.reason, at: null, by: hubLevels(sent.sender), findings };
  }
  if (body.kind !== "EFFORT") return undefined;
  const { sector, effort: kind, from, to, closed } = body;
  return { type: "RecordEffort", ...base, sector, kind, from, to, closed, unit: hubLevels(sent.sender) };
};

/** A message of the hub's own contract for referrals between the sectors. */
export const readHubMessage = jsonReader<HubReferral>(
  (value) => readHubReferral(Buffer.from(JSON.stringify(value))),
  (sent, arrived, deps) => {
    const one = { sent, received: receivedIn(arrived, sent), bytes: arrived.bytes };
    const command = aboutReferral(one, deps);
    const referral = referralOf(one, deps);
    if (command !== undefined) return settled({ aggregate: "referral", command });
    return referral ?? settled({ aggregate: "nothing" });
  },
);
