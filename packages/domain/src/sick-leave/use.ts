import { applied } from "./apply.ts";
import { draftOf } from "./draft.ts";
import { lifeOf } from "./life.ts";
import type { SickLeaveState } from "./model.ts";
import { idOfName } from "./names.ts";
import { noted } from "./note.ts";
import { sickLeaveIdOf } from "./register.ts";
import type { LaterEvent, UseCommand } from "./use-model.ts";
import { certificateNamed, statedNames } from "./waiting.ts";

/** What becomes of a message about the use or the assessment of a certificate: it is applied, noted, or it waits. */
export const decideUse = (command: UseCommand, state: SickLeaveState): LaterEvent => {
  const { received, names } = command;
  const message = certificateNamed(state, statedNames(command));
  const sickLeaveId = message === undefined ? idOfName(names) : sickLeaveIdOf(message.archiveId);
  const draft = draftOf(command);
  if (draft === undefined) return noted(received, { sickLeaveId, names, reason: "STILL_PENDING" });
  return message === undefined ? draft : applied(draft, { sickLeaveId, life: lifeOf(message) });
};
