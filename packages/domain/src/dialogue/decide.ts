import { E } from "@samvirke/kernel";
import type { Decider, Either } from "@samvirke/kernel";
import type { Check } from "./checks.ts";
import { preChecks, rules } from "./checks.ts";
import { meetingAnswered, messageSent, refused } from "./events.ts";
import type { DialogueCommand, DialogueDecision, DialogueEvent, DialogueState, RegisterDialogue } from "./model.ts";
import { answerRecorded } from "./record-answer.ts";
import { evolve, initial, isDecided } from "./state.ts";

/** A message id that stood on other content before; asked before everything else. */
export const idReused: Check = {
  rule: "MESSAGE_ID_REUSED",
  path: "MsgHead/MsgInfo/MsgId",
  code: "E10",
  text: "Meldings-id-en er brukt før, med et annet innhold.",
  class: "CONFLICT",
};

// A message that was refused may come again as it was: it is decided anew.
const isDuplicate = ({ contentKey }: RegisterDialogue, { decided }: DialogueState): boolean =>
  contentKey !== null && decided.some((one) => one.isAccepted && one.contentKey === contentKey);

const judgedBy = (command: RegisterDialogue, state: DialogueState): ReadonlyArray<Check> => {
  const { replies, content } = command;
  // Welfare's own messages are asked no register about; their codes must fit all the same.
  if (replies === null) return preChecks.filter(({ rule }) => content.refusals.some((one) => one.rule === rule));
  const facts = { command, replies, isDuplicate: isDuplicate(command, state) };
  const first = preChecks.find(({ fires }) => fires(facts));
  return first === undefined ? rules.filter(({ fires }) => fires(facts)) : [first];
};

// The same message by welfare's door after the sender's own came: an alias, and nothing new.
const isEcho = ({ replies, references }: RegisterDialogue, { messages, answers }: DialogueState): boolean => {
  const { message } = references;
  return (
    replies === null && message !== null && [...messages, ...answers].some(({ aliases }) => aliases.includes(message))
  );
};

/** Whether the message stays within health, or is another aggregate's to decide. */
const isElsewhere = ({ content }: RegisterDialogue): boolean =>
  content.kind === "REFERRAL_STATUS" || (content.from === "HEALTH" && !content.toWelfare);

const stands = (command: RegisterDialogue, state: DialogueState): DialogueDecision => {
  const { kind } = command.content;
  if (kind === "MEETING_ANSWER") return meetingAnswered(command, state);
  return messageSent(command, state, kind === "REFERRAL_STATUS" ? "NOTE" : kind);
};

const decisionsOn = (command: RegisterDialogue, state: DialogueState): ReadonlyArray<DialogueDecision> => {
  if (command.received.conflictsWith !== null) return [refused(command, [idReused])];
  if (isElsewhere(command) || isEcho(command, state)) return [];
  const checks = judgedBy(command, state);
  return [checks.length > 0 ? refused(command, checks) : stands(command, state)];
};

const eventsOn = (command: DialogueCommand, state: DialogueState): ReadonlyArray<DialogueDecision> =>
  command.type === "RecordMeetingAnswer" ? [answerRecorded(command, state)] : decisionsOn(command, state);

const decide = (command: DialogueCommand, state: DialogueState): Either<never, ReadonlyArray<DialogueEvent>> =>
  E.right(isDecided(state, command.received.archiveId) ? [] : eventsOn(command, state));

/**
 * A person's dialogue between health and welfare.
 *
 * Shape:  one event for a message that crosses; none for one that stays within health, for the status of a referral
 *         (the referral's own), and for one that is known already by its own id.
 * Source: order of checks by NAV's reception (fact sheet 8.5), duplicates by 8.4.
 */
export const dialogue: Decider<DialogueCommand, DialogueEvent, DialogueState, never> = { initial, decide, evolve };
