import type { Day } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import { ofKind } from "../fact.ts";
import type { MessageFact } from "../facts.ts";
import type { FollowUpPolicy } from "../policy/policy.ts";
import { consentDuty } from "./consent-duties.ts";
import type { Duty } from "./duty.ts";
import { duty, firstOf } from "./duty.ts";

interface Conversation {
  readonly id: string;
  readonly messages: ReadonlyArray<MessageFact>;
}

const ofMessages = ({ messages }: Conversation, kind: MessageFact["kind"]): ReadonlyArray<MessageFact> =>
  messages.filter((message) => message.kind === kind);

const firstQuestion = (conversation: Conversation): MessageFact | undefined =>
  [...ofMessages(conversation, "QUESTION")].sort((a, b) => a.on - b.on).at(0);

const awaited = (conversation: Conversation): ReadonlyArray<MessageFact> =>
  ofMessages(conversation, "ANSWER").filter(({ needsConsent }) => needsConsent);

interface Basis {
  readonly facts: ReadonlyArray<FollowUpFact>;
  readonly policy: FollowUpPolicy;
}

const consentOf = (basis: Basis, conversation: Conversation): ReadonlyArray<Duty> => {
  const since = firstOf(awaited(conversation));
  return since === null ? [] : [consentDuty(basis, { id: conversation.id, since })];
};

const isWaiting = (consent: ReadonlyArray<Duty>): boolean => consent.some(({ closedOn }) => closedOn === null);

const question = (basis: Basis, conversation: Conversation, consent: ReadonlyArray<Duty>): ReadonlyArray<Duty> => {
  const asked = firstQuestion(conversation);
  if (asked === undefined || ofMessages(conversation, "RETURN").length > 0) return [];
  const answers = ofMessages(conversation, "ANSWER").filter(({ needsConsent }) => !needsConsent);
  const stated: { readonly due?: Day } = asked.dueDay === null ? {} : { due: asked.dueDay };
  return [
    duty(basis.policy, {
      kind: "ANSWER_QUESTION",
      cause: conversation.id,
      since: asked.on,
      party: asked.party,
      closedOn: firstOf(answers),
      waits: isWaiting(consent),
      ...stated,
    }),
  ];
};

/** Duties of a conversation: an answer that waits for consent leaves the question open and hands the ball to the person. */
export const dialogueDuties = (facts: ReadonlyArray<FollowUpFact>, policy: FollowUpPolicy): ReadonlyArray<Duty> =>
  [...Map.groupBy(ofKind(facts, "MESSAGE"), ({ conversation }) => conversation)].flatMap(([id, messages]) => {
    const [basis, conversation] = [
      { facts, policy },
      { id, messages },
    ];
    const consent = consentOf(basis, conversation);
    return [...question(basis, conversation, consent), ...consent];
  });
