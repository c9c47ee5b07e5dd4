import type { DialogueMessageSent, Fact, WireParty } from "@samvirke/contracts";
import { decidedByWelfare } from "../sick-leave/index.ts";

/** Whom a letter is for: a party by its own numbers, with the aliases that are known of it. */
export interface LetterReceiver {
  readonly party: WireParty;
  /** HMACs of the party's identifiers; empty where they are still to be made. */
  readonly aliases: ReadonlyArray<string>;
  /** The authenticated party, where it is the one that is answered. */
  readonly name: string | null;
}

type Known = { readonly type: string };
type Written = Fact<"SickLeaveCertified" | "DialogueMessageSent", "case">;

const isWritten = (fact: Known): fact is Written =>
  fact.type === "SickLeaveCertified" || fact.type === "DialogueMessageSent";

const isOfHealth = (fact: Known): fact is Written => {
  if (!isWritten(fact)) return false;
  return fact.type === "SickLeaveCertified"
    ? fact.wire.ruleSetVersion !== decidedByWelfare
    : fact.wire.fromSide === "HEALTH";
};

// What no register was asked about, welfare told of: its sender is not the one to answer.
const isRetold = (fact: Written): boolean =>
  fact.type === "DialogueMessageSent" &&
  fact.content.state === "Open" &&
  fact.content.value.case.registryAnswers === null;

const senderOf = (fact: Written | undefined): LetterReceiver | undefined => {
  if (fact?.content.state !== "Open") return undefined;
  const { envelope, senderAliases, sender } = fact.content.value.case;
  if (envelope.sender === null) return undefined;
  const party = envelope.sender;
  return isRetold(fact) ? { party, aliases: [], name: null } : { party, aliases: senderAliases, name: sender };
};

const namesIn = ({ case: { envelope } }: DialogueMessageSent): ReadonlyArray<string> =>
  [envelope.parentReference, envelope.conversationReference].filter((reference) => reference !== null);

const isNamedIn =
  (letter: DialogueMessageSent) =>
  (fact: Written): boolean => {
    if (fact.content.state !== "Open") return false;
    const { messageId, conversationReference } = fact.content.value.case.envelope;
    return namesIn(letter).some((name) => name === messageId || name === conversationReference);
  };

/**
 * Who gets a letter of welfare's: the receiver that it names; else whoever wrote what it answers; and a plan, which answers
 * nothing, goes to whoever certified last. Undefined where a letter is for a clinician whom welfare knows by a reference of
 * its own alone: nobody is guessed.
 *
 * Shape: of the facts before the letter those that health wrote count.
 */
export const receiverOfLetter = (
  letter: DialogueMessageSent,
  earlier: ReadonlyArray<Known>,
): LetterReceiver | undefined => {
  const { envelope, receiverAliases, clinicianReference } = letter.case;
  if (envelope.receiver !== null) return { party: envelope.receiver, aliases: receiverAliases, name: null };
  const written = earlier.filter(isOfHealth);
  const isPlans = letter.kind === "PLAN_LETTER" && clinicianReference === null;
  const last = isPlans ? written.findLast(({ type }) => type === "SickLeaveCertified") : undefined;
  return senderOf(written.findLast(isNamedIn(letter)) ?? last);
};
