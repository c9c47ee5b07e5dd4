import type { MessageFacts, OutboundFacts } from "./case-facts.ts";
import type { Hop } from "./hops.ts";

/** Who has to act on a message, and why it is not further. */
export interface Ball {
  readonly messageId: string;
  /** A stage's name, `operations`, `sender`, `welfare`, or `nobody`. */
  readonly holder: string;
  readonly text: string;
}

/** A message with its road and what was written because of it. */
export interface Travelled {
  readonly message: MessageFacts;
  readonly hops: ReadonlyArray<Hop>;
  readonly written: ReadonlyArray<OutboundFacts>;
}

const place = ({ record }: Hop): string => `${record.type} at ${record.topic} ${record.partition}/${record.position}`;

const queue = ({ before }: Hop): string =>
  before === 0
    ? "it is next"
    : `${before} record${before === 1 ? "" : "s"} of its partition come${before === 1 ? "s" : ""} first`;

const heldText = (hop: Hop): string => {
  const { stage, state, reason } = hop;
  if (state === "parked")
    return `${stage} has parked ${place(hop)}: ${reason ?? "no reason given"}. After the fix, redrive the person.`;
  if (state === "waiting" && reason === null) return `${stage} has yet to handle ${place(hop)}: ${queue(hop)}.`;
  return `${stage} has yet to handle ${place(hop)} and is ${state} (${reason ?? "no reason given"}); ${queue(hop)}.`;
};

const needsHand = ({ state }: Hop): boolean => state === "parked" || state === "paused" || state === "stopped";

const receiptText = (written: ReadonlyArray<OutboundFacts>): string =>
  written.some(({ kind }) => kind === "RECEIPT")
    ? "the receipt is in the sender's mailbox"
    : "the sender gets no receipt (none was wanted, or the message names nobody to answer)";

const resend = (what: string, receipt: string): string =>
  `${what}; ${receipt}. The sender has to send a corrected message under a new id.`;

type End = Pick<Ball, "holder" | "text">;

const accepted = ({ message, written }: Travelled, receipt: string): End => {
  if (message.route === "manual")
    return { holder: "welfare", text: `The hub is done: accepted for manual assessment by a case worker; ${receipt}.` };
  const record = written.some(({ kind }) => kind === "SICK_LEAVE")
    ? "welfare has its record"
    : "no record went to welfare";
  return { holder: "nobody", text: `Done: accepted automatically; ${receipt} and ${record}.` };
};

const ends: Readonly<Record<string, (travelled: Travelled, receipt: string) => End>> = {
  accepted,
  rejected: (_, receipt) => ({ holder: "sender", text: resend("Refused by a check or a rule", receipt) }),
  duplicate: ({ message }, receipt) => ({
    holder: "nobody",
    text: `Done: the same certificate as ${message.duplicateOf ?? "an earlier one"}, which counts; ${receipt}.`,
  }),
  conflict: (_, receipt) => ({
    holder: "sender",
    text: resend("Its message id was used before with other content", receipt),
  }),
  malformed: (_, receipt) => ({ holder: "sender", text: resend("It could not be read", receipt) }),
  unsupported: (_, receipt) => ({ holder: "sender", text: resend("This kind of message is not taken", receipt) }),
};

const atEnd = (travelled: Travelled): End => {
  const end = ends[travelled.message.outcome ?? ""];
  if (end) return end(travelled, receiptText(travelled.written));
  return {
    holder: "case-events",
    text: "Every stage has handled it, but no decision is known: the case projection is not up to date.",
  };
};

const givenUp = (hop: Hop): End => ({
  holder: "nobody",
  text: `${place(hop)} was discarded in ${hop.stage} (${hop.reason ?? "no reason given"}); nothing more comes of it there.`,
});

/** Where is it, and why not further? In one sentence, from the tables alone. */
export const ballOf = (travelled: Travelled): Ball => {
  const { message, hops } = travelled;
  const { messageId } = message;
  if (hops.length === 0)
    return {
      messageId,
      holder: "operations",
      text: "It is archived, but the log has no record of it: somebody has to look.",
    };
  const held = hops.find(({ state }) => state !== "done" && state !== "discarded");
  if (held) return { messageId, holder: needsHand(held) ? "operations" : held.stage, text: heldText(held) };
  const discarded = hops.find(({ state }) => state === "discarded");
  return { messageId, ...(discarded ? givenUp(discarded) : atEnd(travelled)) };
};
