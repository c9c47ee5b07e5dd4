import type { DialogueState, KnownAnswer, KnownMessage, Ties } from "./model.ts";

/**
 * Where a conversation stands: told (nothing is asked), asked, reminded, awaiting consent (the answer needs it),
 * answered, refused, closed (welfare returned what it got).
 */
export type ConversationStatus = "TOLD" | "ASKED" | "REMINDED" | "AWAITING_CONSENT" | "ANSWERED" | "REFUSED" | "CLOSED";

/** Messages that belong together, whichever of their garbled references shows it. */
export interface Conversation {
  /** The smallest of the ids that its messages were given, so that it does not depend on their order. */
  readonly conversationId: string;
  readonly status: ConversationStatus;
  /** Who is to act; nobody where nothing is open. */
  readonly ball: "HEALTH" | "WELFARE" | "PERSON" | "NOBODY";
  /** By their own dates. */
  readonly messages: ReadonlyArray<KnownMessage>;
  readonly answers: ReadonlyArray<KnownAnswer>;
}

type Tied = KnownMessage | KnownAnswer;

const marksOf = ({ conversationId, aliases, parentAlias, conversationAlias }: Ties): ReadonlyArray<string> =>
  [conversationId, ...aliases, parentAlias, conversationAlias].filter((mark) => mark !== null);

interface Group {
  readonly marks: ReadonlySet<string>;
  readonly members: ReadonlyArray<Tied>;
}

const joined = (groups: ReadonlyArray<Group>, one: Tied): ReadonlyArray<Group> => {
  const marks = marksOf(one);
  const touches = ({ marks: theirs }: Group): boolean => marks.some((mark) => theirs.has(mark));
  const mine = groups.filter(touches);
  const merged = {
    marks: new Set([...mine.flatMap((group) => [...group.marks]), ...marks]),
    members: [...mine.flatMap(({ members }) => members), one],
  };
  return [...groups.filter((group) => !touches(group)), merged];
};

const isMessage = (one: Tied): one is KnownMessage => "messageId" in one;
const isAnswer = (one: Tied): one is KnownAnswer => !isMessage(one);
const idOf = (one: Tied): string => (isMessage(one) ? one.messageId : one.answerId);
const byDate = <A extends Tied>(a: A, b: A): number => a.at - b.at || (idOf(a) < idOf(b) ? -1 : 1);

const asks = ({ kind }: KnownMessage): boolean => kind === "QUESTION" || kind === "REMINDER";

// Consent is still to be given, so the question stays open. Source: list 9069.
const needsConsent = "4";
const isRefusal = "2";

const answersIt = (answer: KnownMessage, question: KnownMessage | undefined): boolean => {
  if (question === undefined) return true;
  const isNamed = answer.parentAlias !== null && question.aliases.includes(answer.parentAlias);
  return isNamed || answer.at >= question.at;
};

const statusByAnswers = (codes: ReadonlyArray<string | null>): ConversationStatus | undefined => {
  const last = codes.findLast((code) => code !== needsConsent);
  if (last !== undefined) return last === isRefusal ? "REFUSED" : "ANSWERED";
  return codes.length > 0 ? "AWAITING_CONSENT" : undefined;
};

const statusOf = (messages: ReadonlyArray<KnownMessage>): ConversationStatus => {
  const question = messages.findLast(({ kind }) => kind === "QUESTION");
  const answers = messages.filter((one) => one.kind === "ANSWER" && answersIt(one, question));
  if (messages.some(({ kind }) => kind === "RETURN")) return "CLOSED";
  const answered = statusByAnswers(answers.map(({ answerCode }) => answerCode));
  if (answered !== undefined) return answered;
  if (!messages.some(asks)) return "TOLD";
  return messages.some(({ kind }) => kind === "REMINDER") ? "REMINDED" : "ASKED";
};

const ballOf = (status: ConversationStatus, messages: ReadonlyArray<KnownMessage>): Conversation["ball"] => {
  if (status === "AWAITING_CONSENT") return "PERSON";
  if (status !== "ASKED" && status !== "REMINDED") return "NOBODY";
  return messages.findLast(asks)?.from === "HEALTH" ? "WELFARE" : "HEALTH";
};

/** Messages that belong together; without an id where none of them is in a conversation. */
export type Strand = Omit<Conversation, "conversationId"> & { readonly conversationId: string | null };

const strandOf = ({ members }: Group): Strand => {
  const messages = members.filter(isMessage).sort(byDate);
  const answers = members.filter(isAnswer).sort(byDate);
  const ids = members.flatMap(({ conversationId }) => conversationId ?? []).sort();
  const status = statusOf(messages);
  return { conversationId: ids[0] ?? null, status, ball: ballOf(status, messages), messages, answers };
};

/** A person's messages and answers by what they belong to, those of no conversation among them. */
export const strandsOf = ({ messages, answers }: DialogueState): ReadonlyArray<Strand> => {
  const tied: ReadonlyArray<Tied> = [...messages, ...answers];
  return tied
    .reduce(joined, [])
    .map(strandOf)
    .sort((a, b) => ((a.conversationId ?? "") < (b.conversationId ?? "") ? -1 : 1));
};

// Employers and employees answer a call by welfare's own form: such an answer is the meeting's, and of no conversation.
const isConversation = (strand: Strand): strand is Conversation => strand.conversationId !== null;

/**
 * A person's conversations, whatever the order in which their messages came.
 *
 * Source: canonical model C3 and C4.1; an answer to an unknown question opens and closes a conversation at once.
 */
export const conversationsOf = (state: DialogueState): ReadonlyArray<Conversation> =>
  strandsOf(state).filter(isConversation);

/** Whether health has written what a letter speaks of: the message that it answers, or one of its conversation. */
export const isWrittenByHealth = (
  { messages }: DialogueState,
  { parentAlias, conversationAlias }: Pick<Ties, "parentAlias" | "conversationAlias">,
): boolean => {
  const named = [parentAlias, conversationAlias].filter((alias) => alias !== null);
  return messages.some(
    ({ from, ...one }) =>
      from === "HEALTH" && named.some((name) => one.aliases.includes(name) || one.conversationAlias === name),
  );
};
