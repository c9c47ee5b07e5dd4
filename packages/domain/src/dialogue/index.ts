export { answerStandings, revisionAt } from "./meeting-answers.ts";
export type { AnswerStanding } from "./meeting-answers.ts";
export { conversationsOf } from "./conversations.ts";
export type { Conversation, ConversationStatus } from "./conversations.ts";
export { preChecks as dialoguePreChecks, rules as dialogueRules } from "./checks.ts";
export { dialogue } from "./decide.ts";
export { conversationIdOf, dialogueMessageIdOf } from "./events.ts";
export { personNumberIn } from "./identity.ts";
export type * from "./model.ts";
