import type { MessagePassedOn } from "@samvirke/contracts";
import type { Event, Single } from "./model.ts";

/** What stays within health goes on to whoever it names, and its receipt comes back by it. */
const withinHealth = (command: Single): MessagePassedOn["case"] => {
  if (command.aggregate !== "dialogue" || command.command.type !== "RegisterDialogue") return null;
  const { received, content } = command.command;
  const { sender, senderAliases, envelope } = received;
  return content.from === "HEALTH" && !content.toWelfare ? { sender, senderAliases, envelope } : null;
};

/** That a message led to nothing else, so that its sender need not wait. */
export const passedOn = (command: Single): Event => {
  const { archiveId, receivedAt } = command;
  const shared = withinHealth(command);
  const reason = shared === null ? "NOTHING_NEW" : "WITHIN_HEALTH";
  return { type: "MessagePassedOn", value: { archiveId, receivedAt, reason, case: shared } };
};
