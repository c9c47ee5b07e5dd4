import type { DeliveryCommand } from "@samvirke/domain";
import type { State } from "./model.ts";

const isReceived = ({ sickLeave, dialogue, statement, referral, plan }: State, archiveId: string): boolean =>
  [sickLeave, dialogue, statement].some(({ decided }) => decided.some((one) => one.archiveId === archiveId)) ||
  [referral, plan].some(({ decided }) => decided.includes(archiveId));

/** A receipt's command, with whether it is about a message that was received before. Source: canonical model R54. */
export const deliveryCommandOf = (command: DeliveryCommand, state: State): DeliveryCommand =>
  command.type === "TakeReceipt" && command.answers !== null && isReceived(state, command.answers)
    ? { ...command, isOfReceived: true }
    : command;
