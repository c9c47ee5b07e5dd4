import type { Event, Single } from "./model.ts";

const isWithinHealth = (command: Single): boolean => {
  if (command.aggregate !== "dialogue" || command.command.type !== "RegisterDialogue") return false;
  const { from, toWelfare } = command.command.content;
  return from === "HEALTH" && !toWelfare;
};

/** That a message led to nothing else, so that its sender need not wait. */
export const passedOn = (command: Single): Event => {
  const { archiveId, receivedAt } = command;
  const reason = isWithinHealth(command) ? "WITHIN_HEALTH" : "NOTHING_NEW";
  return { type: "MessagePassedOn", value: { archiveId, receivedAt, reason } };
};
