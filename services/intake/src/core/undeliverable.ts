import { deliveryDecisions, isCertificateKnown, isWrittenByHealth, sentOutBy } from "@samvirke/domain";
import type { Command, Event, State } from "./model.ts";

type OfDialogue = Extract<Command, { readonly aggregate: "dialogue" }>;

const isToNobody = (command: Command): command is OfDialogue =>
  command.aggregate === "dialogue" &&
  command.command.type === "RegisterDialogue" &&
  command.command.address?.found === false;

/**
 * That a letter of welfare's goes nowhere: the address register knows no clinician under the reference, and nobody in health
 * has written what the letter speaks of. Welfare is told at once, and no receipt is waited for.
 *
 * Source: canonical model R18 to R22 and R52; list 8221, code E21.
 */
export const undeliverable = (
  command: Command,
  told: ReadonlyArray<Event>,
  stateAfter: () => State,
): ReadonlyArray<Event> => {
  if (!isToNobody(command)) return [];
  const state = stateAfter();
  if (isCertificateKnown(state.sickLeave, command.speaksOf ?? [])) return [];
  return told.flatMap((event) =>
    event.type === "DialogueMessageSent" && !isWrittenByHealth(state.dialogue, event.value)
      ? sentOutBy(event).flatMap((outgoing) =>
          deliveryDecisions({ type: "FindNobody", outgoing, at: command.receivedAt }, state.delivery),
        )
      : [],
  );
};
